package app.prtosales.delivery;

import app.prtosales.history.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address as far as mails reach it, under an id that tells nothing by itself (R5.10). Two reps
/// on one mailbox share it, and an address that was corrected is another one.
///
/// @param bouncedAt the latest Permanent bounce or complaint
/// @param reason of that bounce; [#SPAM] for a complaint
/// @param releasedAt when ops last said that the address works again
public record Mailbox(
        String id,
        @Nullable Instant bouncedAt,
        @Nullable String reason,
        @Nullable Instant releasedAt,
        long version) {

    /// Why an address is on hold whose owner complained.
    public static final String SPAM = "a mail to it was marked as spam";

    /// The id under which an address is known.
    public static String idOf(String address) {
        return Person.idOf(address);
    }

    /// An address that nothing is known of yet.
    public static Mailbox unknown(String id) {
        return new Mailbox(id, null, null, null, 0);
    }

    /// Nothing more is sent to it: it is dead, or its owner wants no mail (R1.12).
    public boolean isHeld() {
        return bouncedAt != null && (releasedAt == null || bouncedAt.isAfter(releasedAt));
    }

    /// Bounces may be told twice, late, or in any order.
    public Mailbox bounced(Instant at, String why) {
        return bouncedAt != null && !at.isAfter(bouncedAt)
                ? this
                : new Mailbox(id, at, why, releasedAt, version + 1);
    }

    public Mailbox released(Instant at) {
        return isHeld() ? new Mailbox(id, bouncedAt, reason, at, version + 1) : this;
    }

    /// Its owner complained.
    public boolean isMarkedAsSpam() {
        return SPAM.equals(reason);
    }

    /// What a person reads of it: `bounced 2026-06-24T13:00:05Z: mailbox does not exist`.
    public String health() {
        if (!isHeld()) {
            return "ok";
        }
        return isMarkedAsSpam()
                ? "marked as spam %s".formatted(bouncedAt)
                : "bounced %s: %s".formatted(bouncedAt, shownReason());
    }

    /// Why a mail was not sent to it.
    public String whyHeld() {
        return isMarkedAsSpam() || shownReason().equals(BounceReason.BLOCKED)
                ? shownReason()
                : "the address is bouncing (%s)".formatted(shownReason());
    }

    private String shownReason() {
        return reason == null ? "it bounced" : BounceReason.shown(reason);
    }
}
