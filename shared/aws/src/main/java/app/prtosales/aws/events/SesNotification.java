package app.prtosales.aws.events;

import app.prtosales.aws.json.JsonValue;
import app.prtosales.delivery.BounceReason;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SesEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What SES tells of one mail.
///
/// @see <a
///   href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">SES:
///   contents of event data</a>
public sealed interface SesNotification {

    /// Subtypes of mails that SES took and did not send: the address is on its global list of dead
    /// ones, or on the account's own.
    Set<String> NOT_SENT = Set.of("Suppressed", "OnAccountSuppressionList");

    /// An enhanced status code (RFC 3463).
    Pattern STATUS = Pattern.compile("\\b[245]\\.[0-9]{1,3}\\.[0-9]{1,3}\\b");

    /// Something happened to one of our deliveries.
    record Reported(DeliveryId delivery, SesEvent event) implements SesNotification {}

    /// Nothing that moves a delivery of ours.
    record Ignored(String reason) implements SesNotification {}

    /// It should move one, and does not say which, or how. No retry makes it better.
    ///
    /// @param reason quotes nothing of the event
    record Malformed(String reason) implements SesNotification {}

    /// @param event as EventBridge hands it over
    static SesNotification read(JsonValue event) {
        return event.at("source").text().equals(Optional.of("aws.ses"))
                ? published(event.at("detail"))
                : new Malformed("the source is not aws.ses");
    }

    /// @param detail the same as SES itself publishes it, to a topic of SNS
    static SesNotification published(JsonValue detail) {
        Optional<String> type = detail.at("eventType").text();
        if (type.isEmpty()) {
            return new Malformed("eventType is missing");
        }
        if (Set.of("Open", "Click", "Subscription").contains(type.get())) {
            return new Ignored("%s says nothing of a delivery".formatted(type.get()));
        }
        Optional<String> tag = detail.at("mail").at("tags").at("delivery").at(0).text();
        if (tag.isEmpty()) {
            return new Ignored("the mail has no tag of ours");
        }
        Optional<DeliveryId> delivery = DeliveryId.readTag(tag.get());
        if (delivery.isEmpty()) {
            return new Malformed("the tag is not a delivery's id");
        }
        Optional<String> sesId = detail.at("mail").at("messageId").text();
        if (sesId.isEmpty()) {
            return new Malformed("mail.messageId is missing");
        }
        return switch (type.get()) {
            case "Send" ->
                    at(detail.at("mail"), delivery.get(), at -> new SesEvent.Sent(sesId.get(), at));
            case "Delivery" ->
                    at(
                            detail.at("delivery"),
                            delivery.get(),
                            at -> new SesEvent.Delivered(sesId.get(), at));
            case "Bounce" -> bounce(detail, delivery.get(), sesId.get());
            case "Complaint" -> complaint(detail, delivery.get(), sesId.get());
            case "DeliveryDelay" ->
                    at(
                            detail.at("deliveryDelay"),
                            delivery.get(),
                            at -> new SesEvent.Delayed(sesId.get(), at));
            // These two carry no time of their own: SES refused the mail when it took it.
            case "Reject" ->
                    at(
                            detail.at("mail"),
                            delivery.get(),
                            at -> new SesEvent.Rejected(sesId.get(), at, "SES: rejected"));
            case "Rendering Failure" ->
                    at(
                            detail.at("mail"),
                            delivery.get(),
                            at -> new SesEvent.Rejected(sesId.get(), at, "SES: rendering failed"));
            default -> new Malformed("eventType is not one that SES documents");
        };
    }

    private static SesNotification bounce(JsonValue detail, DeliveryId delivery, String sesId) {
        JsonValue bounce = detail.at("bounce");
        Optional<String> type = bounce.at("bounceType").text();
        if (type.isEmpty()) {
            return new Malformed("bounce.bounceType is missing");
        }
        @Nullable String mailbox = mailbox(detail, bounce.at("bouncedRecipients"));
        if (NOT_SENT.contains(bounce.at("bounceSubType").text().orElse(""))) {
            return suppressed(bounce, delivery, sesId, mailbox);
        }
        boolean permanent = type.get().equals("Permanent");
        if (!permanent && isStillTried(bounce)) {
            return at(bounce, delivery, at -> new SesEvent.Delayed(sesId, at));
        }
        String reason =
                BounceReason.words(
                        type.get(), bounce.at("bounceSubType").text().orElse(""), status(bounce));
        return at(
                bounce,
                delivery,
                at -> new SesEvent.Bounced(sesId, at, permanent, reason, mailbox));
    }

    /// A mail to an address on the account's suppression list is accepted and not sent; for one
    /// that is there for a complaint SES says so in a Complaint event. `not-spam` is the opposite
    /// of a complaint: the owner took the mail out of the junk folder (RFC 6430).
    private static SesNotification complaint(JsonValue detail, DeliveryId delivery, String sesId) {
        JsonValue complaint = detail.at("complaint");
        @Nullable String mailbox = mailbox(detail, complaint.at("complainedRecipients"));
        if (NOT_SENT.contains(complaint.at("complaintSubType").text().orElse(""))) {
            return suppressed(complaint, delivery, sesId, mailbox);
        }
        if (complaint
                .at("complaintFeedbackType")
                .text()
                .filter("not-spam"::equalsIgnoreCase)
                .isPresent()) {
            return new Ignored("the recipient says that it is not spam");
        }
        return at(complaint, delivery, at -> new SesEvent.Complained(sesId, at, mailbox));
    }

    private static SesNotification suppressed(
            JsonValue holder, DeliveryId delivery, String sesId, @Nullable String mailbox) {
        return at(
                holder,
                delivery,
                at -> new SesEvent.Suppressed(sesId, at, BounceReason.SUPPRESSED, mailbox));
    }

    /// Whether the mail server says that it has not failed yet (RFC 3464, Action).
    private static boolean isStillTried(JsonValue bounce) {
        return bounce.at("bouncedRecipients")
                .at(0)
                .at("action")
                .text()
                .filter(action -> !action.equalsIgnoreCase("failed"))
                .isPresent();
    }

    /// The id of the address that it is about: every mail of ours has one recipient. Where SES
    /// names none, it is the one that the mail was sent to.
    private static @Nullable String mailbox(JsonValue detail, JsonValue recipients) {
        return recipients
                .at(0)
                .at("emailAddress")
                .text()
                .map(SesNotification::bare)
                .filter(address -> !address.isBlank())
                .or(() ->
                        detail.at("mail")
                                .at("destination")
                                .at(0)
                                .text()
                                .map(SesNotification::bare)
                                .filter(address -> !address.isBlank()))
                .map(Mailbox::idOf)
                .orElse(null);
    }

    /// The mail server's status code; empty where it is not told. Not its own words, which can
    /// quote the address (I10).
    private static String status(JsonValue bounce) {
        JsonValue recipient = bounce.at("bouncedRecipients").at(0);
        return recipient
                .at("status")
                .text()
                .filter(code -> STATUS.matcher(code).matches())
                .or(() ->
                        recipient
                                .at("diagnosticCode")
                                .text()
                                .map(STATUS::matcher)
                                .filter(Matcher::find)
                                .map(Matcher::group))
                .orElse("");
    }

    /// `Ada <ada@x.example>` as `ada@x.example`: SES tells the address as the mail had it.
    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        int close = address.lastIndexOf('>');
        return open < 0 || close < open ? address : address.substring(open + 1, close);
    }

    private static SesNotification at(
            JsonValue holder, DeliveryId delivery, Function<Instant, SesEvent> event) {
        Optional<Instant> at = holder.at("timestamp").instant();
        return at.isPresent()
                ? new Reported(delivery, event.apply(at.get()))
                : new Malformed("the event has no timestamp");
    }
}
