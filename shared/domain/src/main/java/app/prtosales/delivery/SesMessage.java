package app.prtosales.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// SES's reports on one message, with the id that SES assigned. An email that was sent again after
/// a lost answer is two messages, and a report on one says nothing about the other.
///
/// Reports are merged, so events that arrive twice, late or out of order lead to the same result.
///
/// @param id SES's message id; [#UNKNOWN] for facts that were stored without one
/// @param deliveredAt the earliest Delivery event
/// @param bounced the latest Permanent bounce
/// @param suppressed the latest report that SES did not send it because of its suppression list
/// @param givenUp the latest bounce that SES does not call permanent
/// @param complainedAt the earliest Complaint event
/// @param delayedAt the latest report of a delay
public record SesMessage(
        String id,
        @Nullable Instant deliveredAt,
        @Nullable Failed bounced,
        @Nullable Failed suppressed,
        @Nullable Failed givenUp,
        @Nullable Instant complainedAt,
        @Nullable Instant delayedAt) {

    /// The id for facts that were stored before message ids were kept with them.
    public static final String UNKNOWN = "";

    private static final Comparator<Failed> LATER =
            Comparator.comparing(Failed::at).thenComparing(Failed::reason);

    /// A failure to deliver the message.
    ///
    /// @param reason in words, without an address
    public record Failed(Instant at, String reason) {}

    public static SesMessage nothingKnown(String id) {
        return new SesMessage(id, null, null, null, null, null, null);
    }

    SesMessage with(SesEvent event) {
        return switch (event) {
            case SesEvent.Delivered delivered -> withDelivery(delivered.at());
            case SesEvent.Bounced bounce when bounce.permanent() ->
                    withBounced(later(bounced, new Failed(bounce.at(), bounce.reason())));
            case SesEvent.Bounced bounce ->
                    withGivenUp(later(givenUp, new Failed(bounce.at(), bounce.reason())));
            case SesEvent.Suppressed unsent ->
                    withSuppressed(later(suppressed, new Failed(unsent.at(), unsent.reason())));
            case SesEvent.Complained complained ->
                    withComplaint(earlier(complainedAt, complained.at()));
            case SesEvent.Delayed delayed -> withDelay(later(delayedAt, delayed.at()));
            case SesEvent.Sent sent -> this;
            case SesEvent.Rejected rejected -> this;
        };
    }

    /// The same facts, now that the message's id is known.
    SesMessage as(String known) {
        return new SesMessage(
                known, deliveredAt, bounced, suppressed, givenUp, complainedAt, delayedAt);
    }

    public boolean isKnown() {
        return !id.equals(UNKNOWN);
    }

    public boolean saysNothing() {
        return equals(nothingKnown(id));
    }

    /// Why it did not arrive. After a delivery, a bounce that SES does not call permanent means
    /// nothing, because out-of-office notices are reported that way too (R1.11).
    Optional<Undelivered> undelivered() {
        return Stream.of(
                        failure(Undelivered.Kind.BOUNCED, bounced),
                        failure(Undelivered.Kind.SUPPRESSED, suppressed),
                        failure(Undelivered.Kind.GIVEN_UP, deliveredAt == null ? givenUp : null))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Undelivered> failure(Undelivered.Kind kind, @Nullable Failed failed) {
        return Optional.ofNullable(failed)
                .map(known -> new Undelivered(kind, known.at(), known.reason()));
    }

    private SesMessage withDelivery(Instant at) {
        return new SesMessage(
                id,
                earlier(deliveredAt, at),
                bounced,
                suppressed,
                givenUp,
                complainedAt,
                delayedAt);
    }

    private SesMessage withBounced(Failed failed) {
        return new SesMessage(
                id, deliveredAt, failed, suppressed, givenUp, complainedAt, delayedAt);
    }

    private SesMessage withSuppressed(Failed failed) {
        return new SesMessage(id, deliveredAt, bounced, failed, givenUp, complainedAt, delayedAt);
    }

    private SesMessage withGivenUp(Failed failed) {
        return new SesMessage(
                id, deliveredAt, bounced, suppressed, failed, complainedAt, delayedAt);
    }

    private SesMessage withComplaint(Instant at) {
        return new SesMessage(id, deliveredAt, bounced, suppressed, givenUp, at, delayedAt);
    }

    private SesMessage withDelay(Instant at) {
        return new SesMessage(id, deliveredAt, bounced, suppressed, givenUp, complainedAt, at);
    }

    private static Failed later(@Nullable Failed known, Failed reported) {
        return known == null || LATER.compare(reported, known) > 0 ? reported : known;
    }

    static Instant earlier(@Nullable Instant known, Instant reported) {
        return known == null || reported.isBefore(known) ? reported : known;
    }

    private static Instant later(@Nullable Instant known, Instant reported) {
        return known == null || reported.isAfter(known) ? reported : known;
    }
}
