package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds who was told about a story before it was changed (R5.6): by its ping, by the reminder of
/// its champion kit, or by an email about a copy that was merged into it.
public final class StoryReaders {

    private final Ledger ledger;
    private final Directory directory;

    public StoryReaders(Ledger ledger, Directory directory) {
        this.ledger = ledger;
        this.directory = directory;
    }

    /// The reps who were told about a story before it was changed.
    ///
    /// @param reps each person once, in ascending order
    /// @param undecided who becomes a reader if an email from before the change, still on its way,
    ///   arrives, or if the distributors' ping that they are about to get does not go out
    public record Readers(List<RepId> reps, Set<RepId> undecided) {

        public boolean areFinal() {
            return undecided.isEmpty();
        }
    }

    /// @param rows what the ledger has about the story
    public Readers before(Placement placement, Collection<Delivery> rows, PendingChange change) {
        Readers readers = knewBefore(placement, rows, change);
        List<Delivery> waiting = rows.stream().filter(StoryReaders::isUnderWay).toList();
        if (waiting.isEmpty()) {
            return readers;
        }
        Roster roster = directory.roster();
        Set<RepId> toPing = presentIds(recipients(waiting.stream()).stream(), roster);
        Predicate<RepId> isToPing = rep -> toPing.contains(roster.presentId(rep));
        Set<RepId> undecided = new HashSet<>(readers.undecided());
        readers.reps().stream().filter(isToPing).forEach(undecided::add);
        return new Readers(readers.reps().stream().filter(isToPing.negate()).toList(), undecided);
    }

    /// The readers, including those who are about to get the distributors' ping, which will have
    /// the new content.
    private Readers knewBefore(
            Placement placement, Collection<Delivery> rows, PendingChange change) {
        List<RepId> reps =
                pinged(rows).entrySet().stream()
                        .filter(rep -> rep.getValue() < change.version())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        List<Delivery> before =
                rows.stream()
                        .filter(row -> tellsStory(row) && row.placementVersion() < change.version())
                        .toList();
        Set<RepId> undecided = recipients(before.stream().filter(StoryReaders::mayBeWithSes));
        List<Delivery> reminders = before.stream().filter(StoryReaders::isReminder).toList();
        List<Delivery> aboutCopies = aboutCopies(placement, change);
        Readers ofPings = new Readers(reps, undecided);
        if (reminders.isEmpty() && aboutCopies.isEmpty()) {
            return ofPings;
        }
        return isToGreen(placement, change)
                ? with(ofPings, reminders, notToPing(aboutCopies, placement, rows), rows, change)
                : with(ofPings, reminders, aboutCopies, rows, change);
    }

    private static boolean isToGreen(Placement placement, PendingChange change) {
        return change.kind() == PendingChange.Kind.TURN
                && placement.isOut()
                && placement.forwardability() == Forwardability.GREEN;
    }

    /// Adds the readers of reminders and of emails about copies whom no ping of the story reached.
    private Readers with(
            Readers ofPings,
            List<Delivery> reminders,
            List<Delivery> aboutCopies,
            Collection<Delivery> rows,
            PendingChange change) {
        Roster roster = directory.roster();
        Set<RepId> waiting = waiting(rows, roster);
        Predicate<Delivery> waits = row -> waiting.contains(roster.presentId(row.id().rep()));
        List<Delivery> read = aboutCopies.stream().filter(waits.negate()).toList();
        Set<RepId> undecided = new HashSet<>(ofPings.undecided());
        undecided.addAll(
                recipients(aboutCopies.stream().filter(waits.or(StoryReaders::mayBeArriving))));
        Set<RepId> pinged = pinged(rows).keySet();
        List<RepId> told = withReached(ofPings.reps(), pinged, reminders, roster);
        List<RepId> all = withReached(told, pinged, read, roster);
        Set<RepId> mailed = mailed(rows, change);
        return new Readers(
                all.stream().map(rep -> roster.idAmong(rep, mailed)).distinct().sorted().toList(),
                undecided);
    }

    /// Those emails whose readers do not get the ping of the Green story.
    private List<Delivery> notToPing(
            List<Delivery> aboutCopies, Placement placement, Collection<Delivery> rows) {
        GreenPings pings = greenPings(placement, rows);
        return aboutCopies.stream().filter(row -> !pings.mayGet(row.id().rep())).toList();
    }

    /// Who gets the ping of a story that is Green.
    ///
    /// @param rows what the ledger has about the story
    public GreenPings greenPings(Placement placement, Collection<Delivery> rows) {
        Set<RepId> told = new HashSet<>();
        Set<RepId> maybeTold = new HashSet<>();
        Optional<ColorChange> turn = placement.changes().lastTurn();
        turn.ifPresent(each -> told.addAll(toldOf(each, placement, rows)));
        placement.changes().corrections().stream()
                .filter(correction -> turn.filter(each -> each.isPartOf(correction)).isPresent())
                .map(correction -> before(placement, rows, correction.pending()))
                .forEach(readers -> {
                    told.addAll(readers.reps());
                    maybeTold.addAll(readers.undecided());
                });
        return new GreenPings(
                directory.roster(),
                rows.stream().filter(StoryReaders::tellsStory).toList(),
                told,
                maybeTold);
    }

    /// The reps who have an email about a change of color. If it failed, readers of a copy get it
    /// again; anyone else whom nothing else reached gets the ping instead.
    private Set<RepId> toldOf(ColorChange turn, Placement placement, Collection<Delivery> rows) {
        Mailing about = Mailing.about(turn.pending());
        List<Delivery> emails =
                rows.stream()
                        .filter(row ->
                                Mailing.of(row.id())
                                        .filter(each ->
                                                each.equals(about) || each.isRepeatOf(about))
                                        .isPresent())
                        .toList();
        Roster roster = directory.roster();
        Set<RepId> readers =
                emails.stream().anyMatch(MissedChanges::isLost)
                        ? readersOfCopies(placement, roster)
                        : Set.of();
        return recipients(
                emails.stream()
                        .filter(row ->
                                !MissedChanges.isLost(row)
                                        || readers.contains(roster.presentId(row.id().rep()))));
    }

    /// The reps whom a ping reached, with the latest version that one of them had.
    static Map<RepId, Long> pinged(Collection<Delivery> rows) {
        Map<RepId, Long> versions = new HashMap<>();
        rows.stream()
                .filter(row -> isPing(row) && row.isSentAndNotBounced())
                .forEach(row -> versions.merge(row.id().rep(), row.placementVersion(), Math::max));
        return versions;
    }

    /// The current ids of those whose email about the story itself, not about a copy, still has to
    /// go out; it will have the new content.
    private static Set<RepId> waiting(Collection<Delivery> rows, Roster roster) {
        return presentIds(
                recipients(rows.stream().filter(row -> isPing(row) && row.state().isOpen()))
                        .stream(),
                roster);
    }

    /// Whether a reader still has to be notified of a change.
    ///
    /// @param rows what the ledger has about the story
    boolean isMissed(Placement placement, Collection<Delivery> rows, PendingChange change) {
        List<RepId> reps = knewBefore(placement, rows, change).reps();
        Set<RepId> mailed = mailed(rows, change);
        if (mailed.containsAll(reps)) {
            return false;
        }
        Roster roster = directory.roster();
        return reps.stream().anyMatch(rep -> !mailed.contains(roster.idAmong(rep, mailed)));
    }

    /// Adds those whom these emails reached, each person once.
    ///
    /// @param others who are not added either
    private static List<RepId> withReached(
            List<RepId> reps, Set<RepId> others, List<Delivery> emails, Roster roster) {
        Set<RepId> known =
                Stream.concat(reps.stream(), others.stream())
                        .map(roster::presentId)
                        .collect(Collectors.toSet());
        List<RepId> all = new ArrayList<>(reps);
        emails.stream()
                .filter(Delivery::isSentAndNotBounced)
                .map(row -> row.id().rep())
                .sorted()
                .filter(rep -> known.add(roster.presentId(rep)))
                .forEach(all::add);
        return all;
    }

    /// Who has an email about the change in the ledger.
    private static Set<RepId> mailed(Collection<Delivery> rows, PendingChange change) {
        return Mailing.about(change).reps(rows.stream().map(Delivery::id).toList());
    }

    /// The emails that told reps about the copies that were part of the story when it was changed.
    private List<Delivery> aboutCopies(Placement placement, PendingChange change) {
        return tellings(placement.changes().mergedCopiesAt(at(placement, change))).toList();
    }

    private Stream<Delivery> tellings(List<PlacementId> placements) {
        return placements.stream()
                .flatMap(each -> ledger.about(each.value()).stream())
                .filter(StoryReaders::tellsStory);
    }

    /// The current ids of those who have a ping of the story or get one that is being sent, whether
    /// as employees or as distributors: nobody gets it twice (R5.4).
    ///
    /// @param rows what the ledger has about the story
    static Set<RepId> holders(Collection<Delivery> rows, Roster roster) {
        return presentIds(
                rows.stream()
                        .filter(StoryReaders::isPing)
                        .filter(row -> row.isSentAndNotBounced() || mayBeWithSes(row))
                        .map(row -> row.id().rep()),
                roster);
    }

    private static Set<RepId> presentIds(Stream<RepId> reps, Roster roster) {
        return reps.map(roster::presentId).collect(Collectors.toSet());
    }

    private static Set<RepId> recipients(Stream<Delivery> emails) {
        return emails.map(row -> row.id().rep()).collect(Collectors.toSet());
    }

    /// The current ids of those whom an email about a merged copy reached.
    public Set<RepId> readersOfCopies(Placement placement, Roster roster) {
        return tellings(placement.changes().mergedCopies())
                .filter(Delivery::isSentAndNotBounced)
                .map(row -> roster.presentId(row.id().rep()))
                .collect(Collectors.toSet());
    }

    private static Instant at(Placement placement, PendingChange change) {
        int index = change.number() - 1;
        return switch (change.kind()) {
            case TURN -> placement.changes().turns().get(index).at();
            case CORRECTION -> placement.changes().corrections().get(index).at();
            case RETRACTION -> Objects.requireNonNull(placement.changes().takenBack()).at();
            case RESEND, STILL_TRUE, EXPIRY, RENEWAL, FOLDED, CHOICE ->
                    throw new IllegalArgumentException(
                            "reps get no email about %s".formatted(change.kind().word()));
        };
    }

    /// Whether it is the distributors' ping and still has to go out.
    private static boolean isUnderWay(Delivery row) {
        return row.id().kind() == MailKind.DISTRIBUTOR_PING && row.state().isOpen();
    }

    /// Whether it is a ping, to an employee or to a distributor.
    public static boolean isPing(Delivery row) {
        return row.id().kind().isPing() || row.id().kind() == MailKind.DISTRIBUTOR_PING;
    }

    private static boolean isReminder(Delivery row) {
        return row.id().kind() == MailKind.KIT_REMINDER;
    }

    private static boolean tellsStory(Delivery row) {
        return isPing(row) || isReminder(row);
    }

    /// Nobody waits for a copy's reminder, because nothing settles it after the merge; whoever
    /// turns out to have it is told then.
    private static boolean mayBeArriving(Delivery row) {
        return isPing(row) && mayBeWithSes(row);
    }

    static boolean mayBeWithSes(Delivery row) {
        return row.state() == DeliveryState.SENDING || row.state() == DeliveryState.UNKNOWN;
    }
}
