package app.prtosales.local.edges;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// SES version 2: accepts and refuses email as SES does, stores what it accepted, and publishes
/// delivery events.
final class SesEdge implements EdgeService {

    private static final int MAX_RECIPIENTS = 50;
    private static final int MAX_BYTES = 40 * 1024 * 1024;
    private static final Duration LATENCY = Duration.ofMillis(5);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration DAY = Duration.ofHours(24);

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final SesAccountState state;
    private final Duration answerAfter;
    private final MailStore mails;
    private final MailEventRoutes routes;
    private final Work work;
    private final InstantSource clock;
    private final SesEvents events;
    private final Deque<Instant> lastSecond = new ArrayDeque<>();
    private volatile SesBehavior behavior = SesBehavior.HEALTHY;

    /// @param routes where each configuration set publishes email events
    /// @param state which addresses the account may send from and to
    /// @param answerAfter how long an accepted email waits for its response and its events; if the
    ///   process dies before that, [#resume] publishes the events
    SesEdge(
            MailEventRoutes routes,
            SesAccountState state,
            Duration answerAfter,
            MailStore mails,
            Work work,
            InstantSource clock) {
        this.routes = routes;
        this.state = state;
        this.answerAfter = answerAfter;
        this.mails = mails;
        this.work = work;
        this.clock = clock;
        this.events = new SesEvents(clock);
    }

    SesBehavior behavior() {
        return behavior;
    }

    void behave(SesBehavior from) {
        behavior = from;
        events.clearSuppressionList();
    }

    /// Publishes the events of emails that an earlier process accepted but published no events for.
    void resume() {
        mails.all().stream().filter(each -> !each.settled()).forEach(this::publish);
    }

    @Override
    public EdgeReply answer(EdgeRequest request) throws Json.MalformedJson {
        if (behavior.down()) {
            return EdgeReply.error(503, "ServiceUnavailable", "Service is unavailable");
        }
        if (request.method().equals("GET") && request.path().equals("/v2/email/account")) {
            return account();
        }
        if (request.method().equals("POST") && request.path().equals("/v2/email/outbound-emails")) {
            return send(Json.object(request.body()));
        }
        return EdgeReply.error(
                404,
                "UnknownOperationException",
                request.method() + " " + request.path() + " is not supported here");
    }

    private EdgeReply account() {
        Map<String, Object> quota = new LinkedHashMap<>();
        quota.put("Max24HourSend", (double) state.per24h(behavior));
        quota.put("MaxSendRate", (double) state.perSecond(behavior));
        quota.put("SentLast24Hours", (double) mails.sentSince(clock.instant().minus(DAY)));
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("DedicatedIpAutoWarmupEnabled", false);
        account.put("EnforcementStatus", "HEALTHY");
        account.put("ProductionAccessEnabled", !state.sandbox());
        account.put("SendQuota", quota);
        account.put("SendingEnabled", true);
        account.put(
                "SuppressionAttributes",
                Map.of("SuppressedReasons", List.of("BOUNCE", "COMPLAINT")));
        return EdgeReply.rest(account);
    }

    private EdgeReply send(Map<String, Object> request) {
        try {
            Draft draft = draft(request);
            Mail mail = accept(draft);
            pause(answerAfter);
            publish(mail);
            return behavior.dropReply()
                    ? new EdgeReply.Lost()
                    : EdgeReply.rest(Map.of("MessageId", mail.messageId()));
        } catch (Refused refused) {
            return EdgeReply.error(
                    refused.status, refused.type, String.valueOf(refused.getMessage()));
        }
    }

    /// A validated email that SES has not accepted yet.
    private record Draft(
            String from,
            List<String> to,
            String subject,
            String html,
            String text,
            Map<String, String> headers,
            Map<String, String> tags,
            Map<String, String> attachments,
            String configurationSet) {}

    private Draft draft(Map<String, Object> request) throws Refused {
        Map<String, Object> content = Json.map(request.get("Content"));
        if (!content.containsKey("Simple")) {
            throw bad("Only Content.Simple is supported here");
        }
        Map<String, Object> simple = Json.map(content.get("Simple"));
        Map<String, Object> body = Json.map(simple.get("Body"));
        String from = Json.string(request.get("FromEmailAddress"));
        Map<String, Object> destination = Json.map(request.get("Destination"));
        List<String> to = texts(destination.get("ToAddresses"));
        List<String> cc = texts(destination.get("CcAddresses"));
        List<String> all = new ArrayList<>(to);
        all.addAll(cc);
        all.addAll(texts(destination.get("BccAddresses")));
        List<String> replyTo = texts(request.get("ReplyToAddresses"));
        checkAddresses(from, all, replyTo);
        String subject = data(simple.get("Subject"));
        if (hasControl(subject)) {
            throw bad("Control character in header value of Subject");
        }
        String html = data(body.get("Html"));
        String text = data(body.get("Text"));
        if (html.isEmpty() && text.isEmpty()) {
            throw bad("Message body is required");
        }
        if ((html.length() + text.length()) * 2L > MAX_BYTES) {
            throw bad("Message length is more than " + MAX_BYTES + " bytes long");
        }
        String configurationSet = Json.string(request.get("ConfigurationSetName"));
        if (!configurationSet.isEmpty() && !routes.knows(configurationSet)) {
            throw new Refused(
                    404,
                    "NotFoundException",
                    "Configuration set <" + configurationSet + "> does not exist.");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("From", from);
        if (!to.isEmpty()) {
            headers.put("To", String.join(", ", to));
        }
        if (!cc.isEmpty()) {
            headers.put("Cc", String.join(", ", cc));
        }
        if (!replyTo.isEmpty()) {
            headers.put("Reply-To", String.join(", ", replyTo));
        }
        headers.put("Subject", subject);
        headers.putAll(MailParts.headers(simple));
        return new Draft(
                from,
                all,
                subject,
                html,
                text,
                headers,
                MailParts.tags(request.get("EmailTags")),
                MailParts.attachments(simple),
                configurationSet);
    }

    private void checkAddresses(String from, List<String> recipients, List<String> replyTo)
            throws Refused {
        if (from.isEmpty()) {
            throw bad("Missing required header 'From'.");
        }
        if (recipients.isEmpty()) {
            throw bad("Destination must have at least one recipient.");
        }
        if (recipients.size() > MAX_RECIPIENTS) {
            throw bad("Recipient count exceeds " + MAX_RECIPIENTS + ".");
        }
        List<String> all = new ArrayList<>(recipients);
        all.add(from);
        all.addAll(replyTo);
        for (String address : all) {
            Optional<String> problem = Addresses.problem(address);
            if (problem.isPresent()) {
                throw bad(problem.get());
            }
        }
        List<String> unverified = state.unverified(from, recipients);
        if (!unverified.isEmpty()) {
            throw new Refused(
                    400,
                    "MessageRejected",
                    "Email address is not verified. The following identities failed the check in"
                            + " region "
                            + LocalStack.REGION.toUpperCase(Locale.ROOT)
                            + ": "
                            + String.join(", ", unverified));
        }
    }

    private synchronized Mail accept(Draft draft) throws Refused {
        Instant now = clock.instant();
        if (behavior.throttle()) {
            throw tooMany("Maximum sending rate exceeded.");
        }
        while (!lastSecond.isEmpty() && !lastSecond.getFirst().isAfter(now.minus(SECOND))) {
            lastSecond.removeFirst();
        }
        if (lastSecond.size() + draft.to.size() > state.perSecond(behavior)) {
            throw tooMany("Maximum sending rate exceeded.");
        }
        if (mails.sentSince(now.minus(DAY)) + draft.to.size() > state.per24h(behavior)) {
            throw tooMany("Daily message quota exceeded.");
        }
        draft.to.forEach(each -> lastSecond.addLast(now));
        String id =
                HexFormat.of().toHexDigits(now.toEpochMilli(), 16)
                        + "-"
                        + UUID.randomUUID()
                        + "-000000";
        Map<String, String> headers = new LinkedHashMap<>(draft.headers);
        headers.put("Message-ID", "<" + id + "@email.amazonses.com>");
        headers.put("Date", DATE.format(now));
        headers.put("MIME-Version", "1.0");
        return mails.add(n ->
                new Mail(
                        n,
                        id,
                        now,
                        draft.from,
                        draft.to,
                        draft.subject,
                        draft.html,
                        draft.text,
                        headers,
                        draft.tags,
                        draft.configurationSet,
                        draft.attachments,
                        false));
    }

    private void publish(Mail mail) {
        work.start(() -> {
            pause(LATENCY);
            for (SesEvents.Event event : events.of(mail, behavior)) {
                if (routes.publish(mail.configurationSet(), event)) {
                    pause(LATENCY);
                }
            }
            mails.settle(mail);
        });
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean hasControl(String text) {
        return text.chars().anyMatch(c -> c < 0x20 || c == 0x7F);
    }

    private static String data(@org.jspecify.annotations.Nullable Object content) {
        String data = Json.string(Json.map(content).get("Data"));
        return new String(data.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static List<String> texts(@org.jspecify.annotations.Nullable Object value) {
        return Json.list(value).stream().map(Json::string).toList();
    }

    static Refused bad(String message) {
        return new Refused(400, "BadRequestException", message);
    }

    private static Refused tooMany(String message) {
        return new Refused(429, "TooManyRequestsException", message);
    }

    /// A call that SES refuses.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        private final int status;
        private final String type;

        Refused(int status, String type, String message) {
            super(message);
            this.status = status;
            this.type = type;
        }
    }
}
