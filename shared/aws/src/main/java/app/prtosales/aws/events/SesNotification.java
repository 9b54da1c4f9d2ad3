package app.prtosales.aws.events;

import app.prtosales.aws.json.JsonValue;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SesEvent;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What SES tells of one mail.
///
/// @see <a
///   href="https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html">SES:
///   contents of event data</a>
public sealed interface SesNotification {

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
            case "Bounce" -> bounce(detail.at("bounce"), delivery.get(), sesId.get());
            case "Complaint" ->
                    at(
                            detail.at("complaint"),
                            delivery.get(),
                            at -> new SesEvent.Complained(sesId.get(), at));
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

    private static SesNotification bounce(JsonValue bounce, DeliveryId delivery, String sesId) {
        Optional<String> type = bounce.at("bounceType").text();
        if (type.isEmpty()) {
            return new Malformed("bounce.bounceType is missing");
        }
        boolean permanent = type.get().equals("Permanent");
        return at(
                bounce,
                delivery,
                at ->
                        new SesEvent.Bounced(
                                sesId, at, permanent, reason(type.get(), bounce), mailbox(bounce)));
    }

    /// The id of the address that bounced. Every mail of ours has one recipient.
    private static @Nullable String mailbox(JsonValue bounce) {
        return bounce.at("bouncedRecipients")
                .at(0)
                .at("emailAddress")
                .text()
                .map(SesNotification::bare)
                .map(Mailbox::idOf)
                .orElse(null);
    }

    /// `Ada <ada@x.example>` as `ada@x.example`: SES tells the address as the mail had it.
    private static String bare(String address) {
        int open = address.lastIndexOf('<');
        int close = address.lastIndexOf('>');
        return open < 0 || close < open ? address : address.substring(open + 1, close);
    }

    /// The kind of bounce and the mail server's status code. Not its own words, which can quote the
    /// address (I10).
    private static String reason(String type, JsonValue bounce) {
        String kind =
                switch (bounce.at("bounceSubType").text().orElse("")) {
                    case "Suppressed" ->
                            "SES did not send it: the address bounced before (Suppressed)";
                    case "OnAccountSuppressionList" ->
                            "SES did not send it: the address is on the account's suppression list"
                                    + " (OnAccountSuppressionList)";
                    case "" -> type;
                    case String subType -> "%s: %s".formatted(type, plain(subType));
                };
        Optional<String> status =
                bounce.at("bouncedRecipients")
                        .at(0)
                        .at("status")
                        .text()
                        .filter(code -> code.matches("[0-9]\\.[0-9]{1,3}\\.[0-9]{1,3}"));
        return status.map(code -> "%s, status %s".formatted(kind, code)).orElse(kind);
    }

    private static String plain(String word) {
        return word.matches("[A-Za-z]{1,40}") ? word : "other";
    }

    private static SesNotification at(
            JsonValue holder, DeliveryId delivery, Function<Instant, SesEvent> event) {
        Optional<Instant> at = holder.at("timestamp").instant();
        return at.isPresent()
                ? new Reported(delivery, event.apply(at.get()))
                : new Malformed("the event has no timestamp");
    }
}
