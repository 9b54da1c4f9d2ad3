package app.prtosales.delivery;

import app.prtosales.history.Person;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An address as far as mails reach it, under an id that tells nothing by itself (R5.10). Two reps
/// on one mailbox share it, and an address that was corrected is another one.
///
/// @param bouncedAt the latest Permanent Bounce
/// @param reason of that bounce
/// @param releasedAt when ops last said that the address works again
public record Mailbox(
        String id,
        @Nullable Instant bouncedAt,
        @Nullable String reason,
        @Nullable Instant releasedAt,
        long version) {

    /// The id under which an address is known.
    public static String idOf(String address) {
        return Person.idOf(address);
    }

    /// An address that nothing is known of yet.
    public static Mailbox unknown(String id) {
        return new Mailbox(id, null, null, null, 0);
    }

    /// Nothing more is sent to it: it is dead (R1.12).
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

    /// What a person reads of it: `bounced 2026-06-24T13:00:05Z: Permanent: General`.
    public String health() {
        return isHeld() ? "bounced %s: %s".formatted(bouncedAt, reason) : "ok";
    }

    /// Why a mail was not sent to it.
    public String whyHeld() {
        return "the address is dead (%s)".formatted(reason);
    }
}
