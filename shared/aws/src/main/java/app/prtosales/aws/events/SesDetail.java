package app.prtosales.aws.events;

import app.prtosales.delivery.RefusalReason;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The parts of an SES event that we read. Any of them may be missing.
///
/// @see <a
///   href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">SES:
///   contents of event data</a>
record SesDetail(
        @Nullable String eventType,
        @Nullable Mail mail,
        @Nullable Happened delivery,
        @Nullable Bounce bounce,
        @Nullable Complaint complaint,
        @Nullable Happened deliveryDelay,
        @Nullable Reject reject) {

    /// The reason to store for a Reject event: the only one that SES documents, or none in
    /// particular, because any other text could contain the address (I10).
    String whyRejected() {
        return reject != null && "Bad content".equalsIgnoreCase(reject.reason())
                ? RefusalReason.BAD_CONTENT
                : RefusalReason.REJECTED;
    }

    /// A part with a timestamp of its own.
    interface Timed {

        @Nullable String timestamp();

        default Optional<Instant> at() {
            try {
                return Optional.ofNullable(timestamp())
                        .map(written -> OffsetDateTime.parse(written).toInstant());
            } catch (DateTimeException notAnInstant) {
                return Optional.empty();
            }
        }
    }

    /// A part of which we read only the time.
    record Happened(@Nullable String timestamp) implements Timed {}

    record Reject(@Nullable String reason) {}

    record Mail(
            @Nullable String messageId,
            @Nullable String timestamp,
            @Nullable List<String> destination,
            @Nullable Map<String, List<String>> tags)
            implements Timed {

        /// The first value of a message tag.
        Optional<String> tag(String name) {
            return Optional.ofNullable(tags).flatMap(all -> first(all.get(name)));
        }

        Optional<String> recipient() {
            return first(destination);
        }
    }

    record Bounce(
            @Nullable String bounceType,
            @Nullable String bounceSubType,
            @Nullable String timestamp,
            @Nullable List<Recipient> bouncedRecipients)
            implements Timed {

        String subType() {
            return Optional.ofNullable(bounceSubType).orElse("");
        }

        Optional<Recipient> recipient() {
            return first(bouncedRecipients);
        }
    }

    record Complaint(
            @Nullable String complaintSubType,
            @Nullable String complaintFeedbackType,
            @Nullable String timestamp,
            @Nullable List<Recipient> complainedRecipients)
            implements Timed {

        String subType() {
            return Optional.ofNullable(complaintSubType).orElse("");
        }

        Optional<Recipient> recipient() {
            return first(complainedRecipients);
        }
    }

    record Recipient(
            @Nullable String emailAddress,
            @Nullable String action,
            @Nullable String status,
            @Nullable String diagnosticCode) {}

    /// The only element: each of our emails has one recipient, and each tag one value.
    private static <T> Optional<T> first(@Nullable List<T> all) {
        return Optional.ofNullable(all).flatMap(some -> some.stream().findFirst());
    }
}
