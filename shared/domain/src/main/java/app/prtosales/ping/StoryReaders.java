package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
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
    /// @param areFinal false while an email with the content from before the change may still be on
    ///   its way
    public record Readers(List<RepId> reps, boolean areFinal) {}

    /// @param rows what the ledger has about the story
    public Readers before(Placement placement, Collection<Delivery> rows, PendingChange change) {
        Map<RepId, Long> pinged = pinged(rows);
        List<RepId> reps =
                pinged.entrySet().stream()
                        .filter(rep -> rep.getValue() < change.version())
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList();
        List<Delivery> before =
                rows.stream()
                        .filter(row -> tellsStory(row) && row.placementVersion() < change.version())
                        .toList();
        boolean areFinal = before.stream().noneMatch(StoryReaders::mayBeWithSes);
        List<Delivery> reminders = before.stream().filter(StoryReaders::isReminder).toList();
        List<Delivery> aboutCopies = aboutCopies(placement, change);
        if (reminders.isEmpty() && aboutCopies.isEmpty()) {
            return new Readers(reps, areFinal);
        }
        Roster roster = directory.roster();
        Set<RepId> mailed = mailed(rows, change);
        Set<RepId> waiting = waiting(rows, roster);
        PingedAgain again = PingedAgain.of(placement, rows, change, roster);
        List<Delivery> ofReaders = aboutCopies.stream().filter(row -> !again.is(row)).toList();
        List<Delivery> aboutCopiesOnly =
                ofReaders.stream()
                        .filter(row -> !waiting.contains(roster.presentId(row.id().rep())))
                        .toList();
        List<RepId> told = withReached(reps, Set.of(), reminders, roster);
        List<RepId> all = withReached(told, pinged.keySet(), aboutCopiesOnly, roster);
        return new Readers(
                all.stream().map(rep -> roster.idAmong(rep, mailed)).distinct().sorted().toList(),
                areFinal
                        && aboutCopiesOnly.size() == ofReaders.size()
                        && aboutCopiesOnly.stream().noneMatch(StoryReaders::mayBeArriving));
    }

    /// The reps whom a ping reached, with the latest version that one of them had.
    static Map<RepId, Long> pinged(Collection<Delivery> rows) {
        Map<RepId, Long> versions = new HashMap<>();
        rows.stream()
                .filter(row -> isPing(row) && row.isSentAndNotBounced())
                .forEach(row -> versions.merge(row.id().rep(), row.placementVersion(), Math::max));
        return versions;
    }

    /// The present ids of those whose email about the story itself, not about a copy, still has to
    /// go out; it will have the new content.
    private static Set<RepId> waiting(Collection<Delivery> rows, Roster roster) {
        return rows.stream()
                .filter(row -> isPing(row) && row.state().isOpen())
                .map(row -> roster.presentId(row.id().rep()))
                .collect(Collectors.toSet());
    }

    /// Whether a reader still has to be notified of a change.
    ///
    /// @param rows what the ledger has about the story
    boolean isMissed(Placement placement, Collection<Delivery> rows, PendingChange change) {
        List<RepId> reps = before(placement, rows, change).reps();
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

    /// The present ids of those who have a ping of the story or get one that is being sent, whether
    /// as employees or as distributors: nobody gets it twice (R5.4).
    ///
    /// @param rows what the ledger has about the story
    static Set<RepId> holders(Collection<Delivery> rows, Roster roster) {
        return recipients(rows.stream().filter(StoryReaders::isPing), roster);
    }

    private static Set<RepId> recipients(Stream<Delivery> rows, Roster roster) {
        return rows.filter(row -> row.isSentAndNotBounced() || mayBeWithSes(row))
                .map(row -> roster.presentId(row.id().rep()))
                .collect(Collectors.toSet());
    }

    /// Those distributors who did not get the story, or the reminder of its kit, as employees.
    ///
    /// @param rows what the ledger has about the story
    public static List<RepId> withoutHolders(
            List<RepId> distributors, Collection<Delivery> rows, Roster roster) {
        Stream<Delivery> asEmployees =
                rows.stream()
                        .filter(row ->
                                row.id().kind().isPing()
                                        || isReminder(row) && row.isSentAndNotBounced());
        Set<RepId> holders = recipients(asEmployees, roster);
        return distributors.stream()
                .filter(rep -> !holders.contains(roster.presentId(rep)))
                .toList();
    }

    /// Those distributors who have no email that tells of a turn to Green and get none: they were
    /// not told of the story as employees, nor of a correction that was made together with it.
    ///
    /// @param rows what the ledger has about the story
    public List<RepId> withoutMailed(
            List<RepId> distributors,
            Placement placement,
            PendingChange turn,
            Collection<Delivery> rows,
            Roster roster) {
        Set<RepId> mailed = mailed(rows, turn);
        ColorChange color = placement.changes().turns().get(turn.number() - 1);
        Set<RepId> corrected =
                placement.changes().corrections().stream()
                        .filter(color::isPartOf)
                        .map(Correction::pending)
                        .flatMap(each -> before(placement, rows, each).reps().stream())
                        .map(roster::presentId)
                        .collect(Collectors.toSet());
        return distributors.stream()
                .filter(rep -> !mailed.contains(roster.idAmong(rep, mailed)))
                .filter(rep -> !corrected.contains(roster.presentId(rep)))
                .toList();
    }

    /// The present ids of those whom an email about a merged copy reached.
    public Set<RepId> readersOfCopies(Placement placement, Roster roster) {
        return tellings(placement.changes().mergedCopies())
                .filter(Delivery::isSentAndNotBounced)
                .map(row -> roster.presentId(row.id().rep()))
                .collect(Collectors.toSet());
    }

    /// Which readers of copies get the story's own ping when it turns Green, instead of the email
    /// about the color: distributors, unless they have that email from when they were employees or
    /// their ping did not arrive and is not sent again.
    ///
    /// @param green whether the change is the one to Green, of a story that is out
    /// @param mailed who has the email about the color
    /// @param missed the present ids of those whose ping is not sent again
    private record PingedAgain(boolean green, Roster roster, Set<RepId> mailed, Set<RepId> missed) {

        static PingedAgain of(
                Placement placement,
                Collection<Delivery> rows,
                PendingChange change,
                Roster roster) {
            boolean green =
                    change.kind() == PendingChange.Kind.TURN
                            && placement.isOut()
                            && placement.forwardability() == Forwardability.GREEN;
            Set<RepId> missed =
                    rows.stream()
                            .filter(row -> row.id().kind() == MailKind.DISTRIBUTOR_PING)
                            .filter(PingedAgain::isOver)
                            .map(row -> roster.presentId(row.id().rep()))
                            .collect(Collectors.toSet());
            return new PingedAgain(green, roster, StoryReaders.mailed(rows, change), missed);
        }

        /// A ping that was canceled because the story was not Green is planned again.
        private static boolean isOver(Delivery ping) {
            return ping.state() == DeliveryState.BOUNCED
                    || ping.state() == DeliveryState.REJECTED
                    || ping.state() == DeliveryState.CANCELLED
                            && !Mailing.NOT_GREEN.equals(ping.reason());
        }

        boolean is(Delivery aboutCopy) {
            RepId rep = aboutCopy.id().rep();
            return green
                    && roster.find(rep).filter(Rep::isDistributor).isPresent()
                    && !mailed.contains(roster.idAmong(rep, mailed))
                    && !missed.contains(roster.presentId(rep));
        }
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

    private static boolean isPing(Delivery row) {
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

    private static boolean mayBeWithSes(Delivery row) {
        return row.state() == DeliveryState.SENDING || row.state() == DeliveryState.UNKNOWN;
    }
}
