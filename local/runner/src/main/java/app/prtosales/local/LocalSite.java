package app.prtosales.local;

import app.prtosales.local.edges.Edges;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.MailStore;
import app.prtosales.local.edges.SesBehavior;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The pages and API under `/_local/`: inbox, clock, tokens, SES behavior, outages, and events sent
/// by hand. None of it exists in AWS.
final class LocalSite {

    /// The path prefix of all these pages.
    static final String ROOT = "/_local";

    private static final Pattern MAIL = Pattern.compile(ROOT + "/mails/(\\d{1,9})(\\.eml|/html)");
    private static final Pattern SAMPLE_PAGE = Pattern.compile(ROOT + "/pages/([a-z-]+\\.html)");
    private static final Pattern SCHEDULE = Pattern.compile(ROOT + "/schedules/(\\w+)");
    private static final Pattern AMPERSAND = Pattern.compile("&");
    private static final Pattern COMMA = Pattern.compile(",");

    /// The content security policy of an email: no script, and links can only open a new tab.
    private static final String EMAIL_POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'self';"
                    + " form-action 'none'; sandbox allow-popups allow-popups-to-escape-sandbox";

    /// The content security policy of the page with the inbox and the clock.
    private static final String PAGE_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; frame-src"
                    + " 'self'; base-uri 'none'; form-action 'self'";

    private final Edges edges;
    private final Timeline timeline;
    private final LocalIssuer issuer;
    private final String rolesClaim;
    private final List<Schedule> schedules;
    private final EventDesk desk;

    LocalSite(
            Edges edges,
            Timeline timeline,
            LocalIssuer issuer,
            String rolesClaim,
            List<Schedule> schedules,
            EventDesk desk) {
        this.edges = edges;
        this.timeline = timeline;
        this.issuer = issuer;
        this.rolesClaim = rolesClaim;
        this.schedules = List.copyOf(schedules);
        this.desk = desk;
    }

    HttpAnswer answer(HttpCall call) {
        // A website that the user visits must not be able to change anything here.
        if (call.method().equals("POST")
                && call.header("sec-fetch-site").filter("cross-site"::equals).isPresent()) {
            return HttpAnswer.problem(
                    403, "Wrong origin", "only pages served from this machine may do this");
        }
        try {
            return route(call);
        } catch (Json.MalformedJson malformed) {
            return HttpAnswer.problem(
                    400, "Not JSON", "the body must be a JSON object: " + malformed.getMessage());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return HttpAnswer.problem(503, "Stopping", "the process is stopping");
        }
    }

    private HttpAnswer route(HttpCall call) throws Json.MalformedJson, InterruptedException {
        Matcher mail = MAIL.matcher(call.path());
        if (mail.matches() && call.method().equals("GET")) {
            return mail(
                    Integer.parseInt(String.valueOf(mail.group(1))), String.valueOf(mail.group(2)));
        }
        Matcher sample = SAMPLE_PAGE.matcher(call.path());
        if (sample.matches() && call.method().equals("GET")) {
            Optional<String> html =
                    SamplePages.file(String.valueOf(sample.group(1)), timeline::now);
            if (html.isPresent()) {
                return HttpAnswer.html(html.get());
            }
        }
        Matcher schedule = SCHEDULE.matcher(call.path());
        if (schedule.matches() && call.method().equals("POST")) {
            return run(String.valueOf(schedule.group(1)));
        }
        return switch (call.method() + " " + call.path().substring(ROOT.length())) {
            case "GET " ->
                    new HttpAnswer(302, Map.of("location", List.of(ROOT + "/")), new byte[0]);
            case "GET /" -> page(call);
            case "GET /local.css" -> file("local.css", "text/css; charset=utf-8");
            case "GET /local.js" -> file("local.js", "text/javascript; charset=utf-8");
            case "GET /mails" -> mails(call);
            case "GET /clock" -> clock();
            case "POST /clock" -> move(Json.object(text(call)));
            case "GET /token" -> token(call);
            case "GET /ses" -> HttpAnswer.json(200, edges.ses().shown());
            case "POST /ses" -> behave(Json.object(text(call)));
            case "GET /edges" -> HttpAnswer.json(200, Map.of("url", edges.url()));
            case "POST /down" -> down(Json.object(text(call)));
            case "POST /events" -> desk.take(Json.object(text(call)));
            default ->
                    HttpAnswer.problem(
                            404,
                            "Not found",
                            call.method() + " " + call.path() + " is not a local route");
        };
    }

    private HttpAnswer page(HttpCall call) {
        Map<String, List<String>> query = query(call);
        String to = first(query, "to");
        return HttpAnswer.html(
                        LocalPage.render(
                                edges.mails().find(to, ""),
                                to,
                                timeline.now(),
                                edges.ses(),
                                schedules))
                .with("content-security-policy", PAGE_POLICY)
                .with("x-content-type-options", "nosniff");
    }

    private static HttpAnswer file(String name, String type) {
        return HttpAnswer.of(200, type, Resources.bytes(name)).with("cache-control", "no-cache");
    }

    private HttpAnswer mails(HttpCall call) {
        Map<String, List<String>> query = query(call);
        return HttpAnswer.json(
                200,
                edges.mails().find(first(query, "to"), first(query, "subject")).stream()
                        .map(Mail::shown)
                        .toList());
    }

    private HttpAnswer mail(int n, String suffix) {
        MailStore mails = edges.mails();
        Optional<Mail> mail = mails.find(n);
        if (mail.isEmpty()) {
            return HttpAnswer.problem(404, "No such email", "there is no email number " + n);
        }
        return suffix.equals(".eml")
                ? HttpAnswer.of(
                                200,
                                "message/rfc822",
                                mails.eml(mail.get()).getBytes(StandardCharsets.UTF_8))
                        .with("content-disposition", "attachment; filename=\"" + n + ".eml\"")
                : HttpAnswer.html(LocalPage.inNewTabs(mail.get().html()))
                        .with("content-security-policy", EMAIL_POLICY);
    }

    private HttpAnswer clock() {
        return HttpAnswer.json(200, Map.of("now", LocalPage.milliseconds(timeline.now())));
    }

    private HttpAnswer move(Map<String, Object> wanted) throws InterruptedException {
        boolean advance = wanted.containsKey("advance");
        if (wanted.size() != 1 || advance == wanted.containsKey("now")) {
            return HttpAnswer.problem(
                    400,
                    "Invalid clock change",
                    "send either {\"advance\": \"PT24H\"} or {\"now\": \"…Z\"}");
        }
        Instant target;
        try {
            target =
                    advance
                            ? timeline.now()
                                    .plus(Duration.parse(Json.string(wanted.get("advance"))))
                            : Instant.parse(Json.string(wanted.get("now")));
        } catch (DateTimeException | ArithmeticException unreadable) {
            return HttpAnswer.problem(400, "Not a time", String.valueOf(unreadable.getMessage()));
        }
        if (!timeline.moveTo(target)) {
            return HttpAnswer.problem(
                    400,
                    "The clock cannot go back",
                    "%s is before now, %s"
                            .formatted(target, LocalPage.milliseconds(timeline.now())));
        }
        return clock();
    }

    private HttpAnswer token(HttpCall call) {
        Map<String, List<String>> query = query(call);
        List<String> roles = new ArrayList<>();
        query.getOrDefault("role", List.of())
                .forEach(each -> roles.addAll(List.of(COMMA.split(each, -1))));
        roles.removeIf(String::isBlank);
        String email = first(query, "email");
        return HttpAnswer.json(
                200,
                Map.of(
                        "token",
                        issuer.token(
                                email.isEmpty() ? "someone@company.example" : email,
                                rolesClaim,
                                roles)));
    }

    private HttpAnswer behave(Map<String, Object> wanted) {
        try {
            edges.ses(SesBehavior.read(wanted));
        } catch (IllegalArgumentException unknown) {
            return HttpAnswer.problem(
                    400, "Unknown SES behavior", String.valueOf(unknown.getMessage()));
        }
        return HttpAnswer.json(200, edges.ses().shown());
    }

    /// Starts or ends an outage of some AWS services.
    private HttpAnswer down(Map<String, Object> wanted) {
        Set<String> services =
                Json.list(wanted.get("services")).stream()
                        .map(Json::string)
                        .collect(Collectors.toUnmodifiableSet());
        try {
            edges.down(services);
        } catch (IllegalArgumentException unknown) {
            return HttpAnswer.problem(400, "Unknown service", String.valueOf(unknown.getMessage()));
        }
        return HttpAnswer.json(200, Map.of("down", List.copyOf(services)));
    }

    private HttpAnswer run(String id) throws InterruptedException {
        for (Schedule schedule : schedules) {
            if (schedule.definition().id().equals(id)) {
                schedule.fire(timeline.now());
                timeline.settleNow();
                return HttpAnswer.json(200, Map.of("ran", id));
            }
        }
        return HttpAnswer.problem(404, "No such schedule", id + " is not in the template");
    }

    private static String text(HttpCall call) {
        return new String(call.body(), StandardCharsets.UTF_8);
    }

    private static String first(Map<String, List<String>> query, String name) {
        return query.getOrDefault(name, List.of("")).getFirst();
    }

    private static Map<String, List<String>> query(HttpCall call) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : AMPERSAND.split(call.query(), -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                values.computeIfAbsent(
                                decode(pair.substring(0, equals)), first -> new ArrayList<>())
                        .add(decode(pair.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return text;
        }
    }
}
