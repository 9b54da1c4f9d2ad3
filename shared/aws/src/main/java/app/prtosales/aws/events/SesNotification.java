package app.prtosales.aws.events;

import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonSyntaxException;
import app.prtosales.delivery.BounceReason;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.RefusalReason;
import app.prtosales.delivery.SesEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A notification from SES about an email.
///
/// @see <a
///   href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">SES:
///   contents of event data</a>
public sealed interface SesNotification {

    /// Bounce subtypes of emails that SES accepted but did not send, because the address is on its
    /// global or on the account's suppression list.
    Set<String> NOT_SENT = Set.of("Suppressed", "OnAccountSuppressionList");

    /// An enhanced status code (RFC 3463).
    Pattern STATUS = Pattern.compile("\\b[245]\\.[0-9]{1,3}\\.[0-9]{1,3}\\b");

    /// An event about one of our deliveries.
    record Reported(DeliveryId delivery, SesEvent event) implements SesNotification {}

    /// An event that changes no delivery of ours.
    record Ignored(String reason) implements SesNotification {}

    /// An event that should change a delivery but does not say which, or how. Retrying does not
    /// help.
    ///
    /// @param reason contains nothing from the event
    record Malformed(String reason) implements SesNotification {}

    /// @param event in EventBridge's envelope
    static SesNotification read(JsonNode event) {
        return event.path("source").asText().equals("aws.ses")
                ? published(event.path("detail"))
                : new Malformed("the source is not aws.ses");
    }

    /// @param detail the event as SES publishes it to an SNS topic
    static SesNotification published(JsonNode detail) {
        try {
            return Json.bind(detail, SesDetail.class)
                    .map(SesNotification::of)
                    .orElseGet(() -> new Malformed("the detail is missing"));
        } catch (JsonSyntaxException otherForm) {
            return new Malformed("the detail has an unexpected form: " + otherForm.getMessage());
        }
    }

    private static SesNotification of(SesDetail detail) {
        String type = detail.eventType();
        if (type == null) {
            return new Malformed("eventType is missing");
        }
        if (Set.of("Open", "Click", "Subscription").contains(type)) {
            return new Ignored("%s says nothing about a delivery".formatted(type));
        }
        SesDetail.Mail mail = detail.mail();
        Optional<String> tag = mail == null ? Optional.empty() : mail.tag("delivery");
        if (mail == null || tag.isEmpty()) {
            return new Ignored("the email has no tag of ours");
        }
        Optional<DeliveryId> delivery = DeliveryId.readTag(tag.get());
        if (delivery.isEmpty()) {
            return new Malformed("the tag is not a delivery's id");
        }
        String sesId = mail.messageId();
        return sesId == null
                ? new Malformed("mail.messageId is missing")
                : of(type, detail, mail, delivery.get(), sesId);
    }

    private static SesNotification of(
            String type, SesDetail detail, SesDetail.Mail mail, DeliveryId id, String sesId) {
        return switch (type) {
            case "Send" -> at(mail, id, at -> new SesEvent.Sent(sesId, at));
            case "Delivery" -> at(detail.delivery(), id, at -> new SesEvent.Delivered(sesId, at));
            case "Bounce" -> bounce(detail.bounce(), mail, id, sesId);
            case "Complaint" -> complaint(detail.complaint(), mail, id, sesId);
            case "DeliveryDelay" ->
                    at(detail.deliveryDelay(), id, at -> new SesEvent.Delayed(sesId, at));
            // These two have no time of their own: SES refused the email when it received it.
            case "Reject" ->
                    at(mail, id, at -> new SesEvent.Rejected(sesId, at, detail.whyRejected()));
            case "Rendering Failure" ->
                    at(
                            mail,
                            id,
                            at -> new SesEvent.Rejected(sesId, at, RefusalReason.RENDERING_FAILED));
            default -> new Malformed("eventType is not one that SES documents");
        };
    }

    private static SesNotification bounce(
            SesDetail.@Nullable Bounce bounce,
            SesDetail.Mail mail,
            DeliveryId delivery,
            String sesId) {
        String type = bounce == null ? null : bounce.bounceType();
        if (bounce == null || type == null) {
            return new Malformed("bounce.bounceType is missing");
        }
        @Nullable String mailbox = mailbox(mail, bounce.recipient());
        if (NOT_SENT.contains(bounce.subType())) {
            return suppressed(bounce, delivery, sesId, mailbox);
        }
        boolean permanent = type.equals("Permanent");
        if (!permanent && isStillTried(bounce)) {
            return at(bounce, delivery, at -> new SesEvent.Delayed(sesId, at));
        }
        String reason = BounceReason.words(type, bounce.subType(), status(bounce));
        return at(
                bounce,
                delivery,
                at -> new SesEvent.Bounced(sesId, at, permanent, reason, mailbox));
    }

    /// An email to an address on the account's suppression list is accepted and not sent; if the
    /// address is there because of a complaint, SES reports a Complaint event. `not-spam` is the
    /// opposite of a complaint: the owner moved the email out of the junk folder (RFC 6430).
    private static SesNotification complaint(
            SesDetail.@Nullable Complaint complaint,
            SesDetail.Mail mail,
            DeliveryId delivery,
            String sesId) {
        if (complaint == null) {
            return new Malformed("complaint is missing");
        }
        @Nullable String mailbox = mailbox(mail, complaint.recipient());
        if (NOT_SENT.contains(complaint.subType())) {
            return suppressed(complaint, delivery, sesId, mailbox);
        }
        if ("not-spam".equalsIgnoreCase(complaint.complaintFeedbackType())) {
            return new Ignored("the recipient says that it is not spam");
        }
        return at(complaint, delivery, at -> new SesEvent.Complained(sesId, at, mailbox));
    }

    private static SesNotification suppressed(
            SesDetail.Timed holder, DeliveryId delivery, String sesId, @Nullable String mailbox) {
        return at(
                holder,
                delivery,
                at -> new SesEvent.Suppressed(sesId, at, BounceReason.SUPPRESSED, mailbox));
    }

    /// Whether the mail server reports that delivery has not failed yet (RFC 3464, Action).
    private static boolean isStillTried(SesDetail.Bounce bounce) {
        return bounce.recipient()
                .map(SesDetail.Recipient::action)
                .filter(action -> !action.equalsIgnoreCase("failed"))
                .isPresent();
    }

    /// The id of the address that the event is about: each of our emails has one recipient. If SES
    /// names no address, it is the one that the email was sent to.
    private static @Nullable String mailbox(
            SesDetail.Mail mail, Optional<SesDetail.Recipient> recipient) {
        return recipient
                .map(SesDetail.Recipient::emailAddress)
                .map(SesNotification::bare)
                .filter(address -> !address.isBlank())
                .or(() ->
                        mail.recipient()
                                .map(SesNotification::bare)
                                .filter(address -> !address.isBlank()))
                .map(Mailbox::idOf)
                .orElse(null);
    }

    /// The mail server's status code; empty if there is none. Its message is not used, because it
    /// can contain the address (I10).
    private static String status(SesDetail.Bounce bounce) {
        Optional<SesDetail.Recipient> recipient = bounce.recipient();
        return recipient
                .map(SesDetail.Recipient::status)
                .filter(code -> STATUS.matcher(code).matches())
                .or(() ->
                        recipient
                                .map(SesDetail.Recipient::diagnosticCode)
                                .map(STATUS::matcher)
                                .filter(Matcher::find)
                                .map(Matcher::group))
                .orElse("");
    }

    /// The bare address of `Ada <ada@x.example>`: SES reports addresses as the email has them.
    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        int close = address.lastIndexOf('>');
        return open < 0 || close < open ? address : address.substring(open + 1, close);
    }

    private static SesNotification at(
            SesDetail.@Nullable Timed holder,
            DeliveryId delivery,
            Function<Instant, SesEvent> event) {
        return Optional.ofNullable(holder)
                .flatMap(SesDetail.Timed::at)
                .<SesNotification>map(at -> new Reported(delivery, event.apply(at)))
                .orElseGet(() -> new Malformed("the event has no timestamp"));
    }
}
