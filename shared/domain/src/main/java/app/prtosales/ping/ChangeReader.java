package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Mailbox;
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
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A rep who is on the roster, and what the rep knows of a story's changes.
///
/// @param rows the rep's emails about the story
/// @param changes those made after the rep got the story, the most important one last
/// @param usable the address that the next email goes to; null if none works
record ChangeReader(
        Placement placement,
        List<Delivery> rows,
        List<PendingChange> changes,
        @Nullable Mailbox usable,
        Instant now) {

    /// @param rep the id that the email goes to
    record Next(Mailing mailing, RepId rep) {}

    /// The repeat that is under way, or else the one to send.
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
        return times < Mailing.MAXIMUM_REPEATS
                ? told(change).map(row -> new Next(first.again(times + 1), row.id().rep()))
                : Optional.empty();
    }

    /// Whether the next email says what an earlier one said: one about corrections says all that
    /// the rep missed.
    boolean tellsNext(Mailing earlier) {
        return next().map(Next::mailing)
                .filter(next ->
                        next.replaces(earlier)
                                || next.mail() == RepMail.CORRECTION
                                        && missed().stream().anyMatch(earlier::isAbout))
                .isPresent();
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
    static boolean covers(Delivery row, PendingChange change) {
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
        return !usable.id().equals(row.mailbox()) || released != null && released.isAfter(tried);
    }

    ChangeNews news(Mailing round) {
        ChangeNews changed = ChangeNews.of(placement, round);
        List<PendingChange> missed = missed();
        List<Correction> corrections =
                placement.changes().corrections().stream()
                        .filter(each ->
                                changed.corrections().contains(each)
                                        || missed.stream().anyMatch(change -> isOf(change, each)))
                        .toList();
        return new ChangeNews(corrections, turn().orElse(changed.turn()));
    }

    private static boolean isOf(PendingChange change, Correction correction) {
        return change.kind() == PendingChange.Kind.CORRECTION
                && change.number() == correction.number();
    }

    /// All changes of color since the rep's last email, as one; empty if the color is the one that
    /// the rep knows.
    private Optional<ColorChange> turn() {
        long toldVersion =
                rows.stream()
                        .filter(Delivery::isSentAndNotBounced)
                        .mapToLong(Delivery::placementVersion)
                        .max()
                        .orElse(0);
        return placement.changes().turnsSince(toldVersion);
    }
}
