package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Delivery.Sending;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.mailing.ChangeNews;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.RepMail;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the reps whom the emails about changes did not reach although they got the ping: they were
/// off the roster, or their address did not work. Once they can be emailed, one more email tells
/// them all they missed (R5.5, R5.6, R1.12).
public final class MissedChanges {

    private static final Comparator<Mailing> BY_NAME = Comparator.comparing(Mailing::word);

    private final WhoWasTold whoWasTold;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final InstantSource clock;

    public MissedChanges(
            Ledger ledger, Directory directory, HoldMailbox mailboxes, InstantSource clock) {
        this.whoWasTold = new WhoWasTold(ledger, directory);
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.clock = clock;
    }

    /// The emails that can go out now, and those under way, by round.
    ///
    /// @param rows what the ledger has about the story
    public Map<Mailing, List<RepId>> toRepeat(Placement placement, Collection<Delivery> rows) {
        Map<Mailing, List<RepId>> rounds = new TreeMap<>(BY_NAME);
        if (rows.stream().noneMatch(MissedChanges::mayHaveBeenMissed)) {
            return rounds;
        }
        Roster roster = directory.roster();
        Map<String, Mailbox> known = mailboxes.known();
        Instant now = clock.instant();
        Told told = told(placement, rows, roster);
        Map<RepId, List<Delivery>> byRep =
                new TreeMap<>(
                        rows.stream()
                                .filter(MissedChanges::isToRep)
                                .collect(
                                        Collectors.groupingBy(
                                                row -> roster.presentId(row.id().rep()))));
        byRep.forEach((id, own) ->
                roster.find(id)
                        .filter(Rep::active)
                        .map(rep ->
                                new Reader(
                                        placement,
                                        own,
                                        told.changesFor(id),
                                        usable(rep, known).orElse(null),
                                        now))
                        .flatMap(Reader::next)
                        .ifPresent(row ->
                                rounds.computeIfAbsent(row.mailing(), first -> new ArrayList<>())
                                        .add(row.rep())));
        return rounds;
    }

    /// What an email of a round has to tell a rep.
    ///
    /// @param rows what the ledger has about the story; needed only if the round repeats missed
    ///   emails
    ChangeNews news(Placement placement, Mailing round, Rep rep, Collection<Delivery> rows) {
        if (!round.isRepeat()) {
            return ChangeNews.of(placement, round);
        }
        Roster roster = directory.roster();
        List<Delivery> own =
                rows.stream()
                        .filter(MissedChanges::isToRep)
                        .filter(row -> roster.isSame(row.id().rep(), rep.id()))
                        .toList();
        return new Reader(
                        placement,
                        own,
                        told(placement, rows, roster).changesFor(roster.presentId(rep.id())),
                        usable(rep, mailboxes.known()).orElse(null),
                        clock.instant())
                .news(round);
    }

    /// Whether the rep of a failed email about a change knows the story from before it. Assumed of
    /// a change that a later one has replaced.
    ///
    /// @param rows what the ledger has about the story
    public boolean isReader(Placement placement, Collection<Delivery> rows, Delivery failed) {
        Mailing about = Mailing.of(failed.id()).orElseThrow();
        Roster roster = directory.roster();
        return placement.changesAfter(0).stream()
                .filter(change -> isAbout(about, change))
                .allMatch(change ->
                        readers(placement, rows, change, roster)
                                .contains(roster.presentId(failed.id().rep())));
    }

    /// The id of the mailbox at which another email tells the rep what a failed one said, or is
    /// about to; empty if none does.
    ///
    /// @param rows what the ledger has about the story
    public Optional<String> triedNext(
            Placement placement, Collection<Delivery> rows, Delivery failed) {
        Mailing about = Mailing.of(failed.id()).orElseThrow();
        Roster roster = directory.roster();
        RepId rep = failed.id().rep();
        Optional<String> usable =
                roster.find(rep)
                        .flatMap(found -> usable(found, mailboxes.known()))
                        .map(Mailbox::id);
        Optional<Delivery> sent =
                rows.stream()
                        .filter(row -> isToRep(row) && roster.isSame(row.id().rep(), rep))
                        .filter(MissedChanges::isOnItsWayOrThere)
                        .filter(row -> tells(row, about, placement))
                        .findFirst();
        if (sent.isPresent()) {
            return sent.map(Delivery::mailbox).or(() -> usable);
        }
        boolean isNext =
                toRepeat(placement, rows).entrySet().stream()
                        .filter(round -> isRepeatOf(round.getKey(), about))
                        .flatMap(round -> round.getValue().stream())
                        .anyMatch(each -> roster.isSame(each, rep));
        return usable.filter(id -> isNext);
    }

    private static boolean isOnItsWayOrThere(Delivery row) {
        return switch (row.state()) {
            case PLANNED, SENDING, UNKNOWN, ACCEPTED, DELIVERED, COMPLAINED -> true;
            case BOUNCED, REJECTED, CANCELLED -> false;
        };
    }

    /// Whether an email repeats what another said: an email about corrections says all that its
    /// reader missed.
    private static boolean tells(Delivery row, Mailing about, Placement placement) {
        return Mailing.of(row.id()).filter(each -> isRepeatOf(each, about)).isPresent()
                || placement.changesAfter(0).stream()
                        .filter(change -> isAbout(about, change))
                        .anyMatch(change -> Reader.covers(row, change));
    }

    private static boolean isRepeatOf(Mailing later, Mailing about) {
        return later.isRepeatOf(about) && later.time() > about.time();
    }

    private static boolean isAbout(Mailing mailing, PendingChange change) {
        Mailing first = Mailing.about(change);
        return mailing.equals(first) || mailing.isRepeatOf(first);
    }

    /// The changes of a story, each with the present ids of those who know the story from before.
    private record Told(Map<PendingChange, Set<RepId>> readers) {

        List<PendingChange> changesFor(RepId presentId) {
            return readers.entrySet().stream()
                    .filter(change -> change.getValue().contains(presentId))
                    .map(Map.Entry::getKey)
                    .toList();
        }
    }

    private Told told(Placement placement, Collection<Delivery> rows, Roster roster) {
        Map<PendingChange, Set<RepId>> readers = new LinkedHashMap<>();
        placement
                .changesAfter(0)
                .forEach(change -> readers.put(change, readers(placement, rows, change, roster)));
        return new Told(readers);
    }

    private Set<RepId> readers(
            Placement placement, Collection<Delivery> rows, PendingChange change, Roster roster) {
        return whoWasTold.before(placement, rows, change).reps().stream()
                .map(roster::presentId)
                .collect(Collectors.toSet());
    }

    /// Whether it is an email about the story to a rep.
    private static boolean isToRep(Delivery row) {
        return row.id().kind().isPing() || Mailing.of(row.id()).isPresent();
    }

    private static boolean mayHaveBeenMissed(Delivery row) {
        boolean isAboutChange =
                Mailing.of(row.id()).filter(each -> each.mail().isAboutChange()).isPresent();
        return isAboutChange
                && switch (row.state()) {
                    case BOUNCED, REJECTED, CANCELLED -> true;
                    case PLANNED, SENDING, UNKNOWN, ACCEPTED, DELIVERED, COMPLAINED -> false;
                };
    }

    /// The address that the next email goes to; empty if none works. A rep who marked an email as
    /// spam wants none at the second address either.
    private static Optional<Mailbox> usable(Rep rep, Map<String, Mailbox> known) {
        Mailbox first = mailbox(rep.email(), known);
        if (!first.isHeld()) {
            return Optional.of(first);
        }
        return first.isMarkedAsSpam()
                ? Optional.empty()
                : Optional.ofNullable(rep.secondEmail())
                        .map(address -> mailbox(address, known))
                        .filter(second -> !second.isHeld());
    }

    private static Mailbox mailbox(String address, Map<String, Mailbox> known) {
        String id = Mailbox.idOf(address);
        return known.getOrDefault(id, Mailbox.unknown(id));
    }

    /// @param rep the id that the email goes to
    private record Next(Mailing mailing, RepId rep) {}

    /// A rep who is on the roster.
    ///
    /// @param rows the rep's emails about the story
    /// @param changes those made after the rep got the story, the most important one last
    /// @param usable the address that the next email goes to; null if none works
    private record Reader(
            Placement placement,
            List<Delivery> rows,
            List<PendingChange> changes,
            @Nullable Mailbox usable,
            Instant now) {

        /// The email that is under way, or else the one to send.
        Optional<Next> next() {
            Optional<Next> underWay =
                    rows.stream()
                            .filter(row -> row.state().isOpen())
                            .flatMap(row ->
                                    Mailing.of(row.id())
                                            .filter(Mailing::isRepeat)
                                            .map(each -> new Next(each, row.id().rep()))
                                            .stream())
                            .findFirst();
            if (underWay.isPresent()) {
                return underWay;
            }
            List<PendingChange> missed = missed();
            return missed.isEmpty() ? Optional.empty() : again(missed.getLast());
        }

        private Optional<Next> again(PendingChange change) {
            Mailing first = Mailing.about(change);
            int times =
                    rows.stream()
                            .flatMap(row -> Mailing.of(row.id()).stream())
                            .filter(each -> each.isRepeatOf(first))
                            .mapToInt(Mailing::time)
                            .max()
                            .orElse(0);
            return times < Mailing.MOST_REPEATS
                    ? told(change).map(row -> new Next(first.again(times + 1), row.id().rep()))
                    : Optional.empty();
        }

        /// The changes that the rep should have been told about and was not, the most important one
        /// last.
        private List<PendingChange> missed() {
            return changes.stream().filter(this::isMissed).toList();
        }

        private boolean isMissed(PendingChange change) {
            return told(change).filter(this::isLost).isPresent()
                    && rows.stream()
                            .filter(row -> !row.state().isOpen())
                            .filter(row -> covers(row, change))
                            .allMatch(this::isLost)
                    && (change.kind() != PendingChange.Kind.TURN
                            || turn().filter(this::matters).isPresent());
        }

        /// A story that has ended may not be used even if it turned Green.
        private boolean matters(ColorChange turn) {
            return turn.to() != Forwardability.GREEN || !placement.isExpiredAt(now);
        }

        private Optional<Delivery> told(PendingChange change) {
            Optional<Mailing> first = Optional.of(Mailing.about(change));
            return rows.stream().filter(row -> Mailing.of(row.id()).equals(first)).findFirst();
        }

        /// Whether the email told its reader about the change later, or tried to: an email about
        /// corrections says all that its reader missed.
        private static boolean covers(Delivery row, PendingChange change) {
            return Mailing.of(row.id())
                    .filter(Mailing::isRepeat)
                    .filter(each ->
                            each.isRepeatOf(Mailing.about(change))
                                    || each.mail() == RepMail.CORRECTION
                                            && row.placementVersion() >= change.version())
                    .isPresent();
        }

        private boolean isLost(Delivery row) {
            return usable != null
                    && switch (row.state()) {
                        case CANCELLED -> Mailing.LEFT.equals(row.reason());
                        case BOUNCED, REJECTED -> isWorthAnother(row, usable);
                        case PLANNED, SENDING, UNKNOWN, ACCEPTED, DELIVERED, COMPLAINED -> false;
                    };
        }

        /// Whether it was not tried at this address, or the address has been released since.
        private static boolean isWorthAnother(Delivery row, Mailbox usable) {
            Instant tried = Objects.requireNonNullElse(row.acceptedAt(), row.plannedAt());
            Instant released = usable.releasedAt();
            return !usable.id().equals(row.mailbox())
                    || released != null && released.isAfter(tried);
        }

        ChangeNews news(Mailing round) {
            ChangeNews changed = ChangeNews.of(placement, round);
            List<PendingChange> missed = missed();
            List<Correction> corrections =
                    placement.changes().corrections().stream()
                            .filter(each ->
                                    changed.corrections().contains(each)
                                            || missed.stream()
                                                    .anyMatch(change -> isOf(change, each)))
                            .toList();
            return new ChangeNews(corrections, turn().orElse(changed.turn()));
        }

        private static boolean isOf(PendingChange change, Correction correction) {
            return change.kind() == PendingChange.Kind.CORRECTION
                    && change.number() == correction.number();
        }

        /// All changes of color since the rep's last email, as one; empty if the color is the one
        /// that the rep knows.
        private Optional<ColorChange> turn() {
            long toldVersion =
                    rows.stream()
                            .filter(row -> row.sending() == Sending.ACCEPTED)
                            .filter(row -> row.state() != DeliveryState.BOUNCED)
                            .mapToLong(Delivery::placementVersion)
                            .max()
                            .orElse(0);
            return placement.changes().turnsSince(toldVersion);
        }
    }
}
