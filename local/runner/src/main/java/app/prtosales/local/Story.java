package app.prtosales.local;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import java.io.PrintStream;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// The main job from end to end: a placement, its pings, its verdict, and the weekly audit.
final class Story {

    private static final int SHOWN = 5;

    private final Stage stage;
    private final SampleLists company;
    private final String pr;
    private final PrintStream out;
    private boolean asExpected = true;

    Story(Stage stage, SampleLists company, PrintStream out) {
        this.stage = stage;
        this.company = company;
        this.pr = company.person("pr");
        this.out = out;
    }

    /// @return whether each step did what the protocol says
    boolean tell() throws InterruptedException {
        company.load(stage.as(company.person("ops"), "ops"));
        Set<String> team = team();
        step(
                "The sample company is loaded: %d active reps".formatted(team.size()),
                !team.isEmpty());

        String id = submit();
        if (id.isEmpty()) {
            return false;
        }
        Instant accepted = stage.now();
        stage.settle();
        pings(team, accepted);
        Instant deadline = verdict(id, team.size());
        audit(deadline);
        out.println();
        out.println(
                asExpected
                        ? "Each step did what the protocol says."
                        : "Not every step did what the protocol says.");
        return asExpected;
    }

    /// The addresses of the full sales team.
    private Set<String> team() {
        Set<String> addresses = new TreeSet<>();
        for (Map<String, Object> rep : company.rows("reps")) {
            boolean active = !"false".equals(Json.string(rep.get("active")));
            if (active && !"distributor".equals(rep.get("employment"))) {
                addresses.add(Json.string(rep.get("email")).toLowerCase(Locale.ROOT));
            }
        }
        return addresses;
    }

    private String submit() {
        Map<String, Object> event =
                SampleLists.read(company.root().resolve("events/placement-intake.json"));
        Map<String, Object> placement;
        try {
            placement = Json.object(Json.string(event.get("body")));
        } catch (Json.MalformedJson broken) {
            throw new Usage("the body in events/placement-intake.json is not JSON");
        }
        HttpAnswer answer =
                stage.as(pr, "pr")
                        .post(
                                "/placements",
                                SampleCompany.publishedAgo(
                                        placement, stage.now(), Duration.ofHours(1)),
                                Map.of());
        out.println();
        out.printf(
                "%s submits “%s” (%s)%n", pr, placement.get("headline"), placement.get("outlet"));
        step("POST /placements answers 201", answer.status() == 201);
        if (answer.status() != 201) {
            out.printf("    it answered %d: %s%n", answer.status(), answer.text());
            return "";
        }
        return Json.string(object(answer).get("id"));
    }

    private void pings(Set<String> team, Instant accepted) {
        List<Mail> pings = new ArrayList<>();
        for (Mail mail : stage.mails("[Coverage]")) {
            if (mail.to().stream().anyMatch(to -> team.contains(to.toLowerCase(Locale.ROOT)))) {
                pings.add(mail);
            }
        }
        out.println();
        for (Mail mail : pings.subList(0, Math.min(SHOWN, pings.size()))) {
            out.printf("  To: %s%n", String.join(", ", mail.to()));
            out.printf("  Subject: %s%n", mail.subject());
            out.printf(
                    "  %s%n%n",
                    mail.text().lines().filter(line -> !line.isBlank()).findFirst().orElse(""));
        }
        if (pings.size() > SHOWN) {
            out.printf("  … and %d more%n", pings.size() - SHOWN);
        }
        Set<String> reached = new HashSet<>();
        pings.forEach(mail -> mail.to().forEach(to -> reached.add(to.toLowerCase(Locale.ROOT))));
        step(
                "Each rep on the team got exactly one ping: %d emails to %d of %d reps"
                        .formatted(pings.size(), reached.size(), team.size()),
                pings.size() == team.size() && reached.equals(team));
        pings.stream()
                .map(Mail::sentAt)
                .max(Comparator.naturalOrder())
                .map(last -> Duration.between(accepted, last))
                .ifPresent(took ->
                        out.printf(
                                "  SES accepted the last of %d emails %d ms after the placement"
                                        + " was accepted%n",
                                pings.size(), Math.max(0, took.toMillis())));
        step(
                "No ping has more than one recipient",
                pings.stream().allMatch(mail -> mail.to().size() == 1));
    }

    private Instant verdict(String id, int team) throws InterruptedException {
        Instant deadline = Instant.parse(Json.string(placement(id).get("deadline")));
        stage.moveTo(deadline.plus(Duration.ofMinutes(1)));
        Map<String, Object> reached = Json.map(placement(id).get("reached"));
        out.println();
        out.printf(
                "The clock moves past the deadline, %s. Verdict: %s, %s of %s%n",
                deadline, reached.get("verdict"), reached.get("count"), reached.get("of"));
        step("The verdict is “met”", "met".equals(reached.get("verdict")));
        step(
                "%d of %d reps are counted as reached".formatted(team, team),
                Json.number(reached.get("count"), -1) == team
                        && Json.number(reached.get("of"), -1) == team);
        return deadline;
    }

    private void audit(Instant deadline) throws InterruptedException {
        Map<String, Object> agreement = company.rows("agreement").getFirst();
        ZoneId zone = ZoneId.of(Json.string(agreement.get("zone")));
        ZonedDateTime auditTime =
                deadline.atZone(zone)
                        .with(
                                TemporalAdjusters.next(
                                        DayOfWeek.valueOf(
                                                Json.string(agreement.get("auditDay"))
                                                        .toUpperCase(Locale.ROOT))))
                        .toLocalDate()
                        .atTime(Json.number(agreement.get("auditHour"), 8), 0)
                        .atZone(zone);
        stage.moveTo(auditTime.plusHours(1).toInstant());
        String subject =
                "PR-to-Sales audit, week %d of %d:"
                        .formatted(
                                deadline.atZone(zone).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR),
                                deadline.atZone(zone).get(IsoFields.WEEK_BASED_YEAR));
        List<Mail> audits = stage.mails(subject);
        out.println();
        out.printf("The clock moves to the audit, %s%n", auditTime);
        audits.stream()
                .findFirst()
                .ifPresent(mail -> {
                    out.printf("  Subject: %s%n%n", mail.subject());
                    mail.text().lines().forEach(line -> out.println("  " + line));
                });
        Set<String> got = new TreeSet<>();
        audits.forEach(mail -> got.addAll(mail.to()));
        Set<String> leadership = new TreeSet<>();
        Json.list(agreement.get("leadership")).forEach(each -> leadership.add(Json.string(each)));
        step(
                "The weekly audit email went to each member of leadership, once: "
                        + String.join(", ", leadership),
                got.equals(leadership) && audits.size() == leadership.size());
        step(
                "It is about the week in which the deadline fell, and includes the placement",
                audits.stream().noneMatch(mail -> mail.subject().contains("No placements")));
    }

    private Map<String, Object> placement(String id) {
        return object(stage.as(pr, "pr").get("/placements/" + id));
    }

    private static Map<String, Object> object(HttpAnswer answer) {
        try {
            return Json.object(answer.text());
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException(
                    "the API did not answer with JSON: " + answer.text(), broken);
        }
    }

    private void step(String what, boolean done) {
        out.printf("%s %s%n", done ? "✓" : "✗ expected:", what);
        asExpected &= done;
    }
}
