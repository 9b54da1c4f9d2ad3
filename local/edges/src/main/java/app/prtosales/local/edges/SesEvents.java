package app.prtosales.local.edges;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The events that SES publishes about an email's delivery.
///
/// The addresses of SES's mailbox simulator behave as they do in SES.
public final class SesEvents {

    private static final String SIMULATOR = "simulator.amazonses.com";

    private final InstantSource clock;

    /// The addresses on the account's suppression list, with the reason for each.
    private final Map<String, Why> suppressed = new ConcurrentHashMap<>();

    public SesEvents(InstantSource clock) {
        this.clock = clock;
    }

    private enum Why {
        BOUNCE,
        COMPLAINT
    }

    /// An event, without the bus's envelope.
    ///
    /// @param type in a configuration set's notation: `DELIVERY`
    public record Event(String type, String detailType, Map<String, Object> detail) {}

    void clearSuppressionList() {
        suppressed.clear();
    }

    /// All events of the email, in order.
    public List<Event> of(Mail mail, SesBehavior behavior) {
        List<Event> events = new ArrayList<>();
        events.add(event(mail, "SEND", "Email Sent", "Send", "send", new LinkedHashMap<>()));
        for (String recipient : mail.to()) {
            events.addAll(fate(mail, Addresses.bare(recipient), behavior));
        }
        return events;
    }

    private List<Event> fate(Mail mail, String address, SesBehavior behavior) {
        String lower = address.toLowerCase(Locale.ROOT);
        if (lower.endsWith("@" + SIMULATOR)) {
            return simulated(mail, address, lower.split("[+@]", 2)[0]);
        }
        Why listed = suppressed.get(lower);
        if (listed != null) {
            return List.of(
                    switch (listed) {
                        case BOUNCE ->
                                bounce(mail, address, "Permanent", "OnAccountSuppressionList");
                        case COMPLAINT -> complaint(mail, address, "OnAccountSuppressionList");
                    });
        }
        if (behavior.bounces(lower)) {
            suppressed.put(lower, Why.BOUNCE);
            return List.of(bounce(mail, address, "Permanent", "General"));
        }
        if (behavior.complains(lower)) {
            suppressed.put(lower, Why.COMPLAINT);
            return List.of(delivery(mail, address), complaint(mail, address, null));
        }
        return List.of(delivery(mail, address));
    }

    private List<Event> simulated(Mail mail, String address, String mailbox) {
        return switch (mailbox) {
            case "bounce" -> List.of(bounce(mail, address, "Permanent", "General"));
            case "suppressionlist" -> List.of(bounce(mail, address, "Permanent", "Suppressed"));
            case "complaint" -> List.of(delivery(mail, address), complaint(mail, address, null));
            case "ooto" ->
                    List.of(delivery(mail, address), bounce(mail, address, "Transient", "General"));
            default -> List.of(delivery(mail, address));
        };
    }

    private Event delivery(Mail mail, String address) {
        Map<String, Object> delivery = new LinkedHashMap<>();
        delivery.put("timestamp", Instants.milliseconds(clock.instant()));
        delivery.put("processingTimeMillis", 12);
        delivery.put("recipients", List.of(address));
        delivery.put("smtpResponse", "250 2.6.0 Message received");
        delivery.put("reportingMTA", "a0-0.smtp-out.local.example");
        return event(mail, "DELIVERY", "Email Delivered", "Delivery", "delivery", delivery);
    }

    private Event bounce(Mail mail, String address, String type, String subType) {
        boolean permanent = type.equals("Permanent");
        Map<String, Object> recipient = new LinkedHashMap<>();
        recipient.put("emailAddress", address);
        if (permanent) {
            recipient.put("action", "failed");
            recipient.put("status", "5.1.1");
            recipient.put(
                    "diagnosticCode",
                    subType.equals("General")
                            ? "smtp; 550 5.1.1 user unknown"
                            : "Amazon SES did not send the message to this address because it is on"
                                    + " the suppression list for your account.");
        }
        Map<String, Object> bounce = new LinkedHashMap<>();
        bounce.put("feedbackId", UUID.randomUUID().toString() + "-000000");
        bounce.put("bounceType", type);
        bounce.put("bounceSubType", subType);
        bounce.put("bouncedRecipients", List.of(recipient));
        bounce.put("timestamp", Instants.milliseconds(clock.instant()));
        bounce.put("reportingMTA", "dns; amazonses.com");
        return event(mail, "BOUNCE", "Email Bounced", "Bounce", "bounce", bounce);
    }

    /// @param subType set when the email was not sent because the address is on the suppression
    ///   list; null for a real complaint, the only kind with details from the mailbox provider
    private Event complaint(Mail mail, String address, @Nullable String subType) {
        Map<String, Object> complaint = new LinkedHashMap<>();
        complaint.put("feedbackId", UUID.randomUUID().toString() + "-000000");
        complaint.put("complaintSubType", subType);
        complaint.put("complainedRecipients", List.of(Map.of("emailAddress", address)));
        complaint.put("timestamp", Instants.milliseconds(clock.instant()));
        if (subType == null) {
            complaint.put("userAgent", "Local mailbox");
            complaint.put("complaintFeedbackType", "abuse");
            complaint.put("arrivalDate", Instants.milliseconds(mail.sentAt()));
        }
        return event(
                mail, "COMPLAINT", "Email Complaint Received", "Complaint", "complaint", complaint);
    }

    private static Event event(
            Mail mail,
            String type,
            String detailType,
            String eventType,
            String part,
            Map<String, Object> about) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("eventType", eventType);
        detail.put("mail", mail(mail));
        detail.put(part, about);
        return new Event(type, detailType, detail);
    }

    private static Map<String, Object> mail(Mail mail) {
        List<Object> headers = new ArrayList<>();
        mail.headers().forEach((name, value) -> headers.add(Map.of("name", name, "value", value)));
        Map<String, Object> common = new LinkedHashMap<>();
        common.put("from", List.of(mail.from()));
        common.put("to", mail.to());
        common.put("messageId", mail.messageId());
        common.put("subject", mail.subject());
        Map<String, Object> tags = new LinkedHashMap<>();
        tags.put("ses:operation", List.of("SendEmail"));
        tags.put("ses:configuration-set", List.of(mail.configurationSet()));
        tags.put("ses:source-ip", List.of("127.0.0.1"));
        tags.put("ses:from-domain", List.of(Addresses.domain(mail.from())));
        tags.put("ses:caller-identity", List.of("local"));
        mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("timestamp", Instants.milliseconds(mail.sentAt()));
        described.put("source", mail.from());
        described.put(
                "sourceArn", LocalStack.arn("ses", "identity/" + Addresses.domain(mail.from())));
        described.put("sendingAccountId", LocalStack.ACCOUNT);
        described.put("messageId", mail.messageId());
        described.put("destination", mail.to().stream().map(Addresses::bare).toList());
        described.put("headersTruncated", false);
        described.put("headers", headers);
        described.put("commonHeaders", common);
        described.put("tags", tags);
        return described;
    }
}
