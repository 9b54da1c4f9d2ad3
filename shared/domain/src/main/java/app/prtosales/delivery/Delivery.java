package app.prtosales.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One row of the ledger: one email to one person, from planned to delivered.
///
/// SES's events are stored as facts about the SES message they refer to ([SesMessage]), and the
/// state is derived from these facts. Events may therefore arrive twice, late, or in any order, and
/// still lead to the same row. Every change increases the version and is stored only over the
/// previous version.
///
/// @param sending the progress on our side
/// @param attempt how many times it was claimed
/// @param leaseUntil when the current claim expires
/// @param refusedAt when SES refused it, or when it was withheld because its address is on hold;
///   null if SES accepted it
/// @param sesId the message id from SES; if there are two, the one that sorts first
/// @param messages SES's reports on each message; empty if there are none
/// @param reason why it was rejected, canceled or, at the latest attempt, put back
/// @param mailbox the id of the address that a sender last used; null if none did
/// @param placementVersion the placement's version that the email was written from; 0 if unknown
/// @param possibleDuplicate true if it was sent a second time because the answer to the first
///   attempt was lost
public record Delivery(
        DeliveryId id,
        Sending sending,
        int attempt,
        Instant plannedAt,
        @Nullable Instant leaseUntil,
        @Nullable Instant acceptedAt,
        @Nullable Instant refusedAt,
        @Nullable String sesId,
        List<SesMessage> messages,
        @Nullable String reason,
        @Nullable String mailbox,
        long placementVersion,
        boolean possibleDuplicate,
        long version) {

    /// If SES's answer is lost, how long to wait for its Send event before sending the email again,
    /// once.
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

    public Delivery {
        messages = messages.stream().sorted(Comparator.comparing(SesMessage::id)).toList();
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
                List.of(),
                null,
                null,
                0,
                false,
                1);
    }

    public DeliveryState state() {
        if (complainedAt() != null) {
            return DeliveryState.COMPLAINED;
        }
        if (isReached()) {
            return DeliveryState.DELIVERED;
        }
        if (undelivered().isPresent()) {
            return DeliveryState.BOUNCED;
        }
        return DeliveryState.valueOf(sending.name());
    }

    /// Whether the mail server accepted it and no permanent bounce of the same message followed
    /// (protocol, "reached").
    public boolean isReached() {
        return deliveredAt() != null;
    }

    /// Whether SES accepted it and it has not bounced, so its recipient has it as far as we know.
    public boolean isSentAndNotBounced() {
        return sending == Sending.ACCEPTED && state() != DeliveryState.BOUNCED;
    }

    public boolean isReachedBy(Instant deadline) {
        Instant delivered = deliveredAt();
        return delivered != null && !delivered.isAfter(deadline);
    }

    /// The earliest delivery that still stands; null if there is none.
    public @Nullable Instant deliveredAt() {
        return messages.stream()
                .filter(this::isDelivered)
                .map(SesMessage::deliveredAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Regardless of clock times, a permanent bounce of a message comes after its delivery. Only
    /// facts without a message id are compared by time.
    private boolean isDelivered(SesMessage message) {
        Instant delivered = message.deliveredAt();
        if (delivered == null) {
            return false;
        }
        return message.isKnown()
                ? message.bounced() == null && message.suppressed() == null
                : messages.stream()
                        .flatMap(each -> Optional.ofNullable(each.bounced()).stream())
                        .allMatch(bounced -> bounced.at().isBefore(delivered));
    }

    /// The earliest complaint.
    public @Nullable Instant complainedAt() {
        return messages.stream()
                .map(SesMessage::complainedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /// Whether SES reported a delay.
    public boolean isDelayed() {
        return messages.stream().anyMatch(message -> message.delayedAt() != null);
    }

    /// Why it did not arrive, according to SES; empty if it arrived, or SES has reported no
    /// failure.
    public Optional<Undelivered> undelivered() {
        return isReached()
                ? Optional.empty()
                : messages.stream()
                        .flatMap(message -> message.undelivered().stream())
                        .min(
                                Comparator.comparing(Undelivered::kind)
                                        .thenComparing(Undelivered::at, Comparator.reverseOrder())
                                        .thenComparing(Undelivered::reason));
    }

    /// Claims the email for a sender, which has to store the claim before it calls SES.
    ///
    /// @return empty if it should not be sent now, because someone else has claimed it or it is
    ///   done
    public Optional<Delivery> claimed(Instant now, Duration lease) {
        return sending == Sending.PLANNED && state() == DeliveryState.PLANNED
                ? Optional.of(
                        change().sending(Sending.SENDING)
                                .attempt(attempt + 1)
                                .leaseUntil(now.plus(lease))
                                .reason(null)
                                .build())
                : Optional.empty();
    }

    /// Adds to a claim which version of the placement the email is written from, and which address
    /// it goes to.
    Delivery writtenFrom(long source, String mailboxId) {
        return change().placementVersion(source).mailbox(mailboxId).version(version).build();
    }

    /// SES accepted it.
    public Delivery accepted(String ses, Instant at) {
        return change().sending(Sending.ACCEPTED)
                .leaseUntil(null)
                .acceptedAt(SesMessage.earlier(acceptedAt, at))
                .refusedAt(null)
                .sesId(sesId == null || ses.compareTo(sesId) < 0 ? ses : sesId)
                .build();
    }

    /// SES did not accept it for now, so it is planned again for later.
    public Delivery putBack() {
        return barred(null);
    }

    /// SES currently accepts nothing from us, so it is planned again, with the reason.
    Delivery barred(@Nullable String why) {
        return sending == Sending.SENDING
                ? change().sending(Sending.PLANNED).leaseUntil(null).reason(why).build()
                : this;
    }

    /// Another email contains this one's message, so this one counts as accepted with it.
    public Delivery coveredBy(Delivery other) {
        return sending == Sending.PLANNED && other.acceptedAt != null && other.sesId != null
                ? accepted(other.sesId, other.acceptedAt)
                : this;
    }

    /// SES refused it along with all the others, so it is planned again.
    public Delivery refusedWithOthers(String why) {
        return sending == Sending.REJECTED && sesId == null
                ? change().sending(Sending.PLANNED).refusedAt(null).reason(why).build()
                : this;
    }

    /// We do not know whether SES accepted it. The grace period begins now.
    public Delivery unknown(Instant now) {
        return sending == Sending.SENDING
                ? change().sending(Sending.UNKNOWN).leaseUntil(now.plus(GRACE)).build()
                : this;
    }

    public Delivery rejected(String why, Instant at) {
        return sending == Sending.SENDING
                ? change().sending(Sending.REJECTED)
                        .leaseUntil(null)
                        .refusedAt(at)
                        .reason(why)
                        .build()
                : this;
    }

    /// Never handed to SES, because the address is on hold.
    public Delivery withheld(String why, Instant at) {
        return sending == Sending.PLANNED
                ? change().sending(Sending.REJECTED).refusedAt(at).reason(why).build()
                : this;
    }

    /// Plans a canceled email again, which is possible because it was never sent.
    public Delivery plannedAgain() {
        return sending == Sending.CANCELLED
                ? change().sending(Sending.PLANNED).reason(null).build()
                : this;
    }

    /// Cancels it if it is still unsent; a sent email does not change.
    public Delivery cancelled(String why) {
        return sending == Sending.PLANNED
                ? change().sending(Sending.CANCELLED).reason(why).build()
                : this;
    }

    /// Applies changes due to time alone: a claim whose sender died becomes unknown, and a grace
    /// period without a Send event allows one more attempt, and only one.
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
                                    .reason("no confirmation after two tries")
                                    .build()
                            : change().sending(Sending.PLANNED)
                                    .leaseUntil(null)
                                    .possibleDuplicate(true)
                                    .build();
            case PLANNED, ACCEPTED, REJECTED, CANCELLED -> this;
        };
    }

    /// Applies an event from SES. Applying it again returns this same row.
    public Delivery with(SesEvent event) {
        Delivery taken = taken(event.sesId(), event.at());
        Delivery after =
                event instanceof SesEvent.Rejected rejected
                        ? taken.change().sending(Sending.REJECTED).reason(rejected.reason()).build()
                        : taken.change().messages(messagesWith(event)).build();
        return after.sameFactsAs(this) ? this : after.change().version(version + 1).build();
    }

    /// Any event proves that SES accepted the email. A rejection by SES stays a rejection, whatever
    /// comes later.
    private Delivery taken(String ses, Instant at) {
        boolean rejectedBySes = sending == Sending.REJECTED && sesId != null;
        Delivery accepted = accepted(ses, at);
        return rejectedBySes ? accepted.change().sending(Sending.REJECTED).build() : accepted;
    }

    private List<SesMessage> messagesWith(SesEvent event) {
        Map<String, SesMessage> byId = new TreeMap<>();
        for (SesMessage message : messages) {
            SesMessage owned = isOf(event.sesId(), message) ? message.as(event.sesId()) : message;
            byId.put(owned.id(), owned);
        }
        SesMessage before =
                byId.getOrDefault(event.sesId(), SesMessage.nothingKnown(event.sesId()));
        byId.put(event.sesId(), before.with(event));
        return byId.values().stream().filter(message -> !message.saysNothing()).toList();
    }

    /// Whether facts without an id must be about this message, because there was never another.
    private boolean isOf(String ses, SesMessage message) {
        return !message.isKnown() && !possibleDuplicate && ses.equals(sesId);
    }

    private boolean sameFactsAs(Delivery other) {
        return change().version(0).build().equals(other.change().version(0).build());
    }

    private DeliveryChange change() {
        return new DeliveryChange(this);
    }
}
