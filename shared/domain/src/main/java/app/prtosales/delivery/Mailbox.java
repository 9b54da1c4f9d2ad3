package app.prtosales.delivery;

import app.prtosales.history.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The delivery status of an address, under an id that reveals nothing by itself (R5.10). Two reps
/// who share a mailbox share this, and a corrected address is a different mailbox.
///
/// @param bouncedAt the latest permanent bounce, complaint, or refusal by SES to send to the
///   address
/// @param reason the reason for it; [#SPAM] for a complaint
/// @param releasedAt when ops last confirmed that the address works again
public record Mailbox(
        String id,
        @Nullable Instant bouncedAt,
        @Nullable String reason,
        @Nullable Instant releasedAt,
        long version) {

    /// The reason for a hold after a complaint, as stored.
    public static final String SPAM = "a mail to it was marked as spam";

    /// The id of an address.
    public static String idOf(String address) {
        return Person.idOf(address);
    }

    /// An address we know nothing about yet.
    public static Mailbox unknown(String id) {
        return new Mailbox(id, null, null, null, 0);
    }

    /// Whether it gets no more email, because it bounced permanently, its owner complained, or SES
    /// suppresses it (R1.12).
    public boolean isHeld() {
        return bouncedAt != null && (releasedAt == null || bouncedAt.isAfter(releasedAt));
    }

    /// This mailbox after a bounce or complaint. Unchanged if one at that time or later is already
    /// known, because bounces may be reported twice, late, or in any order.
    public Mailbox bounced(Instant at, String why) {
        return bouncedAt != null && !at.isAfter(bouncedAt)
                ? this
                : new Mailbox(id, at, why, releasedAt, version + 1);
    }

    /// This mailbox after ops confirmed that it works again. If the bounce is stamped later than
    /// that, by a clock ahead of ours, the release gets the time of the bounce.
    public Mailbox released(Instant at) {
        if (bouncedAt == null || !isHeld()) {
            return this;
        }
        Instant later = at.isBefore(bouncedAt) ? bouncedAt : at;
        return new Mailbox(id, bouncedAt, reason, later, version + 1);
    }

    /// Whether its owner complained.
    public boolean isMarkedAsSpam() {
        return SPAM.equals(reason);
    }

    /// The status for people: `bounced 2026-06-24T13:00:05Z: mailbox does not exist`.
    public String health() {
        if (!isHeld()) {
            return "ok";
        }
        return isMarkedAsSpam()
                ? "marked as spam %s".formatted(bouncedAt)
                : "bounced %s: %s".formatted(bouncedAt, shownReason());
    }

    /// Why an email to it was not sent.
    public String whyHeld() {
        return isMarkedAsSpam() || shownReason().equals(BounceReason.BLOCKED)
                ? shownReason()
                : "the address is bouncing (%s)".formatted(shownReason());
    }

    /// The reason for the latest bounce or complaint, for people.
    public String shownReason() {
        return reason == null
                ? "it bounced"
                : isMarkedAsSpam()
                        ? "an email to it was marked as spam"
                        : BounceReason.shown(reason);
    }
}
