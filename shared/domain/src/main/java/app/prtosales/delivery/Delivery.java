package app.prtosales.delivery;

import app.prtosales.delivery.SesEvent.Bounced;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One row of the ledger: one mail to one person, from planned to delivered.
///
/// What SES reports is kept as facts that are merged (the earliest delivery, the latest permanent
/// bounce …), and the state follows from them. So events may come twice, late, or in any order, and
/// leave the same row. Each change grows the version, and is stored only over the one before.
///
/// @param sending how far our own side of it is
/// @param attempt how often it was claimed
/// @param leaseUntil until when the claim of a sender holds
/// @param sesId the message id that SES gave it
/// @param deliveredAt the earliest Delivery event
/// @param bouncedAt the latest Permanent Bounce event
/// @param complainedAt the earliest Complaint event
/// @param reason why it was rejected, cancelled or bounced
/// @param told the version of the placement that the mail was written from; 0 where none is known
/// @param possibleDuplicate it was sent a second time after the answer to the first was lost
public record Delivery(
        DeliveryId id,
        Sending sending,
        int attempt,
        Instant plannedAt,
        @Nullable Instant leaseUntil,
        @Nullable Instant acceptedAt,
        @Nullable String sesId,
        @Nullable Instant deliveredAt,
        @Nullable Instant bouncedAt,
        @Nullable Instant complainedAt,
        @Nullable Instant delayedAt,
        @Nullable String reason,
        long told,
        boolean possibleDuplicate,
        long version) {

    /// How long a lost answer waits for SES's own Send event before the mail is sent again, once.
    public static final Duration GRACE = Duration.ofMinutes(15);

    /// Our side of a delivery.
    public enum Sending {
        PLANNED,
        SENDING,
        UNKNOWN,
        ACCEPTED,
        REJECTED,
        CANCELLED
    }

    public static Delivery planned(DeliveryId id, Instant at) {
        return new Delivery(
                id,
                Sending.PLANNED,
                0,
                at,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                0,
                false,
                1);
    }

    public DeliveryState state() {
        if (complainedAt != null) {
            return DeliveryState.COMPLAINED;
        }
        if (isReached()) {
            return DeliveryState.DELIVERED;
        }
        if (bouncedAt != null) {
            return DeliveryState.BOUNCED;
        }
        return DeliveryState.valueOf(sending.name());
    }

    /// The mail server took it, and no permanent bounce followed (protocol, "reached").
    public boolean isReached() {
        return deliveredAt != null && (bouncedAt == null || bouncedAt.isBefore(deliveredAt));
    }

    public boolean isReachedBy(Instant deadline) {
        return isReached() && deliveredAt != null && !deliveredAt.isAfter(deadline);
    }

    /// A sender takes it, and says so before it calls SES: claim and intent in one write.
    ///
    /// @return empty when it is not to be sent now: somebody else has it, or it is done
    public Optional<Delivery> claimed(Instant now, Duration lease) {
        return sending == Sending.PLANNED && state() == DeliveryState.PLANNED
                ? Optional.of(
                        change().sending(Sending.SENDING)
                                .attempt(attempt + 1)
                                .leaseUntil(now.plus(lease))
                                .build())
                : Optional.empty();
    }

    /// A claim also says what the mail tells: the placement as it was at a version.
    Delivery telling(long placementVersion) {
        return change().told(placementVersion).version(version).build();
    }

    /// SES took it.
    public Delivery accepted(String ses, Instant at) {
        return change().sending(Sending.ACCEPTED)
                .leaseUntil(null)
                .acceptedAt(earlier(acceptedAt, at))
                .sesId(sesId == null || ses.compareTo(sesId) < 0 ? ses : sesId)
                .build();
    }

    /// SES did not take it, for now: it goes back to be sent later.
    public Delivery putBack() {
        return sending == Sending.SENDING
                ? change().sending(Sending.PLANNED).leaseUntil(null).build()
                : this;
    }

    /// Nobody knows whether SES took it.
    ///
    /// @param now from which the grace period counts
    public Delivery unknown(Instant now) {
        return sending == Sending.SENDING
                ? change().sending(Sending.UNKNOWN).leaseUntil(now.plus(GRACE)).build()
                : this;
    }

    public Delivery rejected(String why) {
        return sending == Sending.SENDING
                ? change().sending(Sending.REJECTED).leaseUntil(null).reason(why).build()
                : this;
    }

    /// Not handed to SES at all: the address is dead.
    public Delivery withheld(String why) {
        return sending == Sending.PLANNED
                ? change().sending(Sending.REJECTED).reason(why).build()
                : this;
    }

    /// What was called off is to be sent after all; it never left our hands.
    public Delivery plannedAgain() {
        return sending == Sending.CANCELLED ? change().sending(Sending.PLANNED).build() : this;
    }

    /// It is not to be sent any more; what was sent already stays sent.
    public Delivery cancelled(String why) {
        return sending == Sending.PLANNED
                ? change().sending(Sending.CANCELLED).reason(why).build()
                : this;
    }

    /// What time alone has changed: a sender that died leaves it unknown; a grace period without a
    /// Send event lets it be sent once more, and once only.
    public Delivery settled(Instant now) {
        if (leaseUntil == null || now.isBefore(leaseUntil)) {
            return this;
        }
        return switch (sending) {
            case SENDING -> unknown(now);
            case UNKNOWN ->
                    possibleDuplicate
                            ? change().sending(Sending.REJECTED)
                                    .leaseUntil(null)
                                    .reason("twice without an answer from SES")
                                    .build()
                            : change().sending(Sending.PLANNED)
                                    .leaseUntil(null)
                                    .possibleDuplicate(true)
                                    .build();
            case PLANNED, ACCEPTED, REJECTED, CANCELLED -> this;
        };
    }

    /// Takes in what SES reports. Reporting it again changes nothing: then this same row comes
    /// back.
    public Delivery with(SesEvent event) {
        Delivery after =
                switch (event) {
                    case SesEvent.Sent sent -> taken(sent.sesId(), sent.at());
                    case SesEvent.Delivered delivered ->
                            taken(delivered.sesId(), delivered.at())
                                    .change()
                                    .deliveredAt(earlier(deliveredAt, delivered.at()))
                                    .build();
                    case Bounced bounced ->
                            bounced.permanent()
                                    ? taken(bounced.sesId(), bounced.at())
                                            .change()
                                            .bouncedAt(later(bouncedAt, bounced.at()))
                                            .reason(reasonOf(bounced))
                                            .build()
                                    : taken(bounced.sesId(), bounced.at())
                                            .change()
                                            .delayedAt(later(delayedAt, bounced.at()))
                                            .build();
                    case SesEvent.Complained complained ->
                            taken(complained.sesId(), complained.at())
                                    .change()
                                    .complainedAt(earlier(complainedAt, complained.at()))
                                    .build();
                    case SesEvent.Delayed delayed ->
                            taken(delayed.sesId(), delayed.at())
                                    .change()
                                    .delayedAt(later(delayedAt, delayed.at()))
                                    .build();
                    case SesEvent.Rejected rejected ->
                            taken(rejected.sesId(), rejected.at())
                                    .change()
                                    .sending(Sending.REJECTED)
                                    .reason(rejected.reason())
                                    .build();
                };
        return after.sameFactsAs(this) ? this : after.change().version(version + 1).build();
    }

    /// Any event proves that SES took the mail. A rejection by SES stays one, whatever comes later.
    private Delivery taken(String ses, Instant at) {
        boolean rejectedBySes = sending == Sending.REJECTED && sesId != null;
        Delivery accepted = accepted(ses, at);
        return rejectedBySes ? accepted.change().sending(Sending.REJECTED).build() : accepted;
    }

    /// The reason of the latest bounce, whichever of them is told first.
    private String reasonOf(Bounced bounced) {
        boolean knownIsLater = bouncedAt != null && bouncedAt.isAfter(bounced.at());
        return knownIsLater && reason != null ? reason : bounced.reason();
    }

    private boolean sameFactsAs(Delivery other) {
        return change().version(0).build().equals(other.change().version(0).build());
    }

    private static Instant earlier(@Nullable Instant known, Instant reported) {
        return known == null || reported.isBefore(known) ? reported : known;
    }

    private static Instant later(@Nullable Instant known, Instant reported) {
        return known == null || reported.isAfter(known) ? reported : known;
    }

    private Change change() {
        return new Change(this);
    }

    /// A copy in the making, one version on.
    private static final class Change {
        private final Delivery from;
        private Sending sending;
        private int attempt;
        private @Nullable Instant leaseUntil;
        private @Nullable Instant acceptedAt;
        private @Nullable String sesId;
        private @Nullable Instant deliveredAt;
        private @Nullable Instant bouncedAt;
        private @Nullable Instant complainedAt;
        private @Nullable Instant delayedAt;
        private @Nullable String reason;
        private long told;
        private boolean possibleDuplicate;
        private long version;

        Change(Delivery from) {
            this.from = from;
            sending = from.sending;
            attempt = from.attempt;
            leaseUntil = from.leaseUntil;
            acceptedAt = from.acceptedAt;
            sesId = from.sesId;
            deliveredAt = from.deliveredAt;
            bouncedAt = from.bouncedAt;
            complainedAt = from.complainedAt;
            delayedAt = from.delayedAt;
            reason = from.reason;
            told = from.told;
            possibleDuplicate = from.possibleDuplicate;
            version = from.version + 1;
        }

        Change sending(Sending value) {
            sending = value;
            return this;
        }

        Change attempt(int value) {
            attempt = value;
            return this;
        }

        Change leaseUntil(@Nullable Instant value) {
            leaseUntil = value;
            return this;
        }

        Change acceptedAt(@Nullable Instant value) {
            acceptedAt = value;
            return this;
        }

        Change sesId(@Nullable String value) {
            sesId = value;
            return this;
        }

        Change deliveredAt(Instant value) {
            deliveredAt = value;
            return this;
        }

        Change bouncedAt(Instant value) {
            bouncedAt = value;
            return this;
        }

        Change complainedAt(Instant value) {
            complainedAt = value;
            return this;
        }

        Change delayedAt(Instant value) {
            delayedAt = value;
            return this;
        }

        Change reason(String value) {
            reason = value;
            return this;
        }

        Change told(long value) {
            told = value;
            return this;
        }

        Change possibleDuplicate(boolean value) {
            possibleDuplicate = value;
            return this;
        }

        Change version(long value) {
            version = value;
            return this;
        }

        Delivery build() {
            return new Delivery(
                    from.id,
                    sending,
                    attempt,
                    from.plannedAt,
                    leaseUntil,
                    acceptedAt,
                    sesId,
                    deliveredAt,
                    bouncedAt,
                    complainedAt,
                    delayedAt,
                    reason,
                    told,
                    possibleDuplicate,
                    version);
        }
    }
}
