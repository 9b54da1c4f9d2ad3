package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Delivery.Sending;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.HoldMailbox;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the reps whom the emails about changes did not reach although they got the ping: they were
/// off the roster, or their address did not work. Once they can be emailed, one more email tells
/// them all they missed (R5.5, R5.6, R1.12).
public final class MissedChanges {

    private static final Comparator<Mailing> BY_NAME = Comparator.comparing(Mailing::word);

    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final InstantSource clock;

    public MissedChanges(Directory directory, HoldMailbox mailboxes, InstantSource clock) {
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
        Map<RepId, List<Delivery>> byRep =
                new TreeMap<>(
                        rows.stream()
                                .filter(row -> Mailing.of(row.id()).isPresent())
                                .collect(
                                        Collectors.groupingBy(
                                                row -> roster.presentId(row.id().rep()))));
        byRep.forEach((id, own) ->
                roster.find(id)
                        .filter(Rep::active)
                        .map(rep -> new Reader(placement, own, usable(rep, known), now))
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
                        .filter(row -> Mailing.of(row.id()).isPresent())
                        .filter(row -> roster.isSame(row.id().rep(), rep.id()))
                        .toList();
        return new Reader(placement, own, usable(rep, mailboxes.known()), clock.instant())
                .news(round);
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

    /// The address that the next email goes to; null if none works.
    private static @Nullable Mailbox usable(Rep rep, Map<String, Mailbox> known) {
        return Stream.of(Optional.of(rep.email()), Optional.ofNullable(rep.secondEmail()))
                .flatMap(Optional::stream)
                .map(Mailbox::idOf)
                .map(id -> known.getOrDefault(id, Mailbox.unknown(id)))
                .filter(mailbox -> !mailbox.isHeld())
                .findFirst()
                .orElse(null);
    }

    /// @param rep the id that the email goes to
    private record Next(Mailing mailing, RepId rep) {}

    /// A rep who is on the roster.
    ///
    /// @param rows the rep's emails about the story
    /// @param usable the address that the next email goes to; null if none works
    private record Reader(
            Placement placement, List<Delivery> rows, @Nullable Mailbox usable, Instant now) {

        /// The email that is under way, or else the one to send.
        Optional<Next> next() {
            Optional<Delivery> underWay =
                    rows.stream()
                            .filter(row -> mailing(row).isRepeat() && row.state().isOpen())
                            .findFirst();
            if (underWay.isPresent()) {
                return underWay.map(row -> new Next(mailing(row), row.id().rep()));
            }
            List<PendingChange> missed = missed();
            return missed.isEmpty() ? Optional.empty() : again(missed.getLast());
        }

        private Optional<Next> again(PendingChange change) {
            Mailing first = Mailing.about(change);
            int times =
                    rows.stream()
                            .map(Reader::mailing)
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
            return placement.changesAfter(0).stream().filter(this::isMissed).toList();
        }

        private boolean isMissed(PendingChange change) {
            Mailing first = Mailing.about(change);
            return told(change).filter(this::isLost).isPresent()
                    && rows.stream()
                            .filter(row -> !row.state().isOpen())
                            .filter(row -> covers(row, first, change))
                            .allMatch(this::isLost)
                    && (change.kind() != PendingChange.Kind.TURN
                            || turn().filter(this::matters).isPresent());
        }

        /// A story that has ended may not be used even if it turned Green.
        private boolean matters(ColorChange turn) {
            return turn.to() != Forwardability.GREEN || !placement.isExpiredAt(now);
        }

        private Optional<Delivery> told(PendingChange change) {
            Mailing first = Mailing.about(change);
            return rows.stream().filter(row -> mailing(row).equals(first)).findFirst();
        }

        /// Whether the email told its reader about the change later, or tried to: an email about
        /// corrections says all that its reader missed.
        private static boolean covers(Delivery row, Mailing first, PendingChange change) {
            Mailing mailing = mailing(row);
            boolean isCorrection = mailing.isRepeat() && mailing.mail() == RepMail.CORRECTION;
            return mailing.isRepeatOf(first)
                    || isCorrection && row.placementVersion() >= change.version();
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

        private static Mailing mailing(Delivery row) {
            return Mailing.of(row.id()).orElseThrow();
        }
    }
}
