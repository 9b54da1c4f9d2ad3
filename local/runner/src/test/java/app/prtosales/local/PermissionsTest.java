package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Ledger;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalQueue;
import app.prtosales.local.edges.LocalStack;
import app.prtosales.local.edges.Mail;
import app.prtosales.local.edges.SesBehavior;
import app.prtosales.placement.PlacementId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Uses the permissions that no other test in this module uses, through the real functions with
/// their roles, so that a test here fails if one is removed from `template.yaml`.
class PermissionsTest {

    private static final Pattern AUDIT_LINK = Pattern.compile("/r/audit/([\\w.-]+[\\w-])");
    private static final String PR = "pr@sample-medtech.example";
    private static final String OPS = "ops@sample-medtech.example";
    private static final Duration VALID = Duration.ofDays(90);

    private LocalProduct product;

    @BeforeEach
    void start() {
        product = LocalProduct.start(Repository.inMemory(null), ProductHandlers::new);
    }

    @AfterEach
    void stop() {
        product.close();
        assertThat(product.refusals().all()).isEmpty();
    }

    @Test
    void a_story_runs_from_the_submission_to_the_audit_page_linked_from_its_email()
            throws Exception {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        assertThat(new Story(product, SampleLists.of(Repository.ROOT, 0), nowhere).tell()).isTrue();

        String mail = product.edges().mails().find("", "PR-to-Sales audit").getLast().text();
        Matcher link = AUDIT_LINK.matcher(mail);
        assertThat(link.find()).isTrue();
        assertThat(product.as(PR).get("/r/audit/" + link.group(1)).status()).isEqualTo(200);
    }

    @Test
    void a_placement_can_have_an_idempotency_key_or_a_later_publication() throws Exception {
        lists();
        Map<String, Object> now = placement(product.timeline().now().minus(Duration.ofHours(1)));
        Map<String, Object> later = placement(product.timeline().now().plus(Duration.ofHours(3)));
        later.put("url", "https://news.example/later");
        later.put("headline", "Published in three hours");

        assertThat(
                        product.as(PR, "pr")
                                .post("/placements", now, Map.of("idempotency-key", "key-1"))
                                .status())
                .isEqualTo(201);
        String id = submit(later);
        product.timeline().settleNow();
        product.timeline().moveTo(product.timeline().now().plus(Duration.ofHours(4)));

        assertThat(Json.object(product.as(PR, "pr").get("/placements/" + id).text()).get("status"))
                .isEqualTo("distributed");
    }

    @Test
    void a_moved_publications_old_deadline_entry_may_be_removed() throws Exception {
        lists();
        Instant published = product.timeline().now().plus(Duration.ofHours(3));
        String id = submit(placement(published));
        String moved =
                published
                        .plus(Duration.ofHours(5))
                        .atZone(ZoneOffset.UTC)
                        .toLocalDateTime()
                        .toString();

        HttpAnswer answer =
                product.as(PR, "pr")
                        .post(
                                "/placements/" + id + "/publication",
                                Map.of(
                                        "publishedAt",
                                        moved,
                                        "zone",
                                        "UTC",
                                        "reason",
                                        "The outlet moved it."),
                                Map.of());

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void a_bounce_before_the_deadline_reported_after_the_verdict_restates_the_verdict()
            throws Exception {
        lists();
        Instant accepted = product.timeline().now();
        String id = submit(placement(accepted.minus(Duration.ofHours(1))));
        product.timeline().settleNow();
        Mail ping = product.edges().mails().find("", "[Coverage]").getFirst();
        product.timeline().moveTo(accepted.plus(Duration.ofHours(25)));
        assertThat(verdict(id)).isEqualTo("met");

        product.edges().publish("default", bounce(ping, accepted.plus(Duration.ofHours(2))));
        product.timeline().settleNow();

        assertThat(verdict(id)).isEqualTo("missed");
    }

    private String verdict(String id) throws Json.MalformedJson {
        HttpAnswer answer = product.as(PR, "pr").get("/placements/" + id);
        return Json.string(Json.map(Json.object(answer.text()).get("reached")).get("verdict"));
    }

    /// SES's event for a permanent bounce.
    private static Map<String, Object> bounce(Mail mail, Instant at) {
        Map<String, Object> tags = new LinkedHashMap<>();
        mail.tags().forEach((name, value) -> tags.put(name, List.of(value)));
        tags.put("ses:configuration-set", List.of(mail.configurationSet()));
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("eventType", "Bounce");
        detail.put(
                "mail",
                Map.of(
                        "timestamp",
                        mail.sentAt().toString(),
                        "messageId",
                        mail.messageId(),
                        "destination",
                        mail.to(),
                        "tags",
                        tags));
        detail.put(
                "bounce",
                Map.of(
                        "bounceType",
                        "Permanent",
                        "bounceSubType",
                        "General",
                        "bouncedRecipients",
                        List.of(Map.of("emailAddress", mail.to().getFirst())),
                        "timestamp",
                        at.toString()));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("version", "0");
        event.put("id", "late-bounce");
        event.put("detail-type", "Email Bounced");
        event.put("source", "aws.ses");
        event.put("account", LocalStack.ACCOUNT);
        event.put("time", at.toString());
        event.put("region", LocalStack.REGION);
        event.put("resources", List.of());
        event.put("detail", detail);
        return event;
    }

    @Test
    void past_placements_are_imported_with_their_outcomes() {
        lists();
        Map<String, Object> row =
                new LinkedHashMap<>(placement(product.timeline().now().minus(Duration.ofDays(40))));
        row.put("url", "https://news.example/past");
        row.put("backfill", true);
        row.put("sequence", "health-system");
        row.put("stage", "awareness");
        row.put("account", "account-01");
        row.put("how", "talked-about");

        HttpAnswer answer =
                product.as(PR, "pr").put("/placements/import", Map.of("items", List.of(row)));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.text()).contains("\"inSequences\":1", "\"usedInDeals\":1");
    }

    @Test
    void a_test_email_goes_to_the_person_who_asks() throws Exception {
        lists();
        HttpAnswer answer =
                product.as(PR, "pr")
                        .post(
                                "/placements/preview/mail",
                                placement(product.timeline().now().minus(Duration.ofHours(1))),
                                Map.of());
        product.timeline().settleNow();

        assertThat(answer.status()).as(answer.text()).isEqualTo(202);
        assertThat(product.edges().mails().find(PR, "[Test]")).hasSize(1);
    }

    @Test
    void a_rep_reports_a_wrong_record_and_acknowledges() throws Exception {
        lists();
        String id = submit(placement(product.timeline().now().minus(Duration.ofHours(1))));
        product.timeline().settleNow();

        assertThat(press(id, Purpose.RECORD, "what=My zone is Denver")).isEqualTo(200);
        assertThat(press(id, Purpose.ACKNOWLEDGE, "choice=read")).isEqualTo(200);
        product.timeline().settleNow();
    }

    @Test
    void the_tick_recovers_from_a_crashed_sender_and_lost_queue_messages() throws Exception {
        lists();
        product.edges().ses(SesBehavior.read(Map.of("down", true)));
        String id = submit(placement(product.timeline().now().minus(Duration.ofHours(1))));
        product.timeline().settleNow();
        Ledger ledger = product.application("RepNotification").ledger();
        Instant now = product.timeline().now();
        Delivery row =
                ledger.about(id).stream()
                        .filter(each -> each.state() == DeliveryState.PLANNED)
                        .findFirst()
                        .orElseThrow();
        assertThat(ledger.replace(row, row.claimed(now, Duration.ofMinutes(2)).orElseThrow()))
                .isTrue();
        LocalQueue pings = product.edges().queue("PingQueue").orElseThrow();
        pings.contents().forEach(each -> pings.delete(each.receipt()));
        product.edges().ses(SesBehavior.HEALTHY);

        product.timeline().moveTo(now.plus(Duration.ofMinutes(45)));

        assertThat(ledger.about(id))
                .filteredOn(each -> each.id().kind().isPing())
                .allMatch(each -> !each.state().isOpen());
    }

    @Test
    void ops_resumes_sending_and_marks_an_address_as_working() throws Exception {
        SampleCompany company = new SampleCompany(Repository.ROOT, product, 220);
        company.loadLists();
        List<Map<String, Object>> reps = company.rows("reps");
        List<String> bouncing =
                reps.stream().limit(14).map(rep -> Json.string(rep.get("email"))).toList();
        product.edges()
                .ses(
                        SesBehavior.read(
                                Map.of(
                                        "bounce",
                                        bouncing,
                                        "quota",
                                        Map.of("perSecond", 1_000, "per24h", 100_000))));
        submit(placement(product.timeline().now().minus(Duration.ofHours(1))));
        product.timeline().settleNow();
        assertThat(product.edges().mails().find("", "[Alarm] Emails to reps have stopped"))
                .hasSize(1);

        HttpAnswer resumed =
                product.as(OPS, "ops")
                        .post("/sending/resume", Map.of("reason", "They were removed."), Map.of());
        assertThat(resumed.status()).as(resumed.text()).isEqualTo(200);

        reps.forEach(rep -> rep.put("mailHealth", "ok"));
        HttpAnswer replaced =
                product.as(OPS, "ops").put("/directory/reps?confirm=true", Map.of("items", reps));
        assertThat(replaced.status()).as(replaced.text()).isEqualTo(200);
    }

    @Test
    void i12_an_unreadable_placement_stops_no_function_and_is_processed_once_repaired()
            throws Exception {
        lists();
        Instant published = product.timeline().now().minus(Duration.ofHours(1));
        String bad = submit(placement(published));
        Map<String, Object> another = placement(published);
        another.put("url", "https://news.example/another");
        another.put("headline", "Another story altogether");
        String good = submit(another);
        product.timeline().settleNow();
        setStatus(bad, "SHELVED");

        assertThat(product.as(PR, "pr").get("/placements/" + bad).status()).isEqualTo(503);
        assertThat(product.as(PR, "pr").get("/placements").text()).contains(good);
        assertThat(product.as(PR, "pr").get("/audit/quarter").text()).contains(good);
        assertThat(press(bad, Purpose.ACKNOWLEDGE, "choice=read")).isEqualTo(503);
        assertThat(press(good, Purpose.ACKNOWLEDGE, "choice=read")).isEqualTo(200);
        product.timeline().moveTo(published.plus(Duration.ofHours(25)));
        assertThat(verdict(good)).isEqualTo("met");
        checkSetAsideItems();
        assertThat(product.edges().mails().find(OPS, "[Alarm] A record")).hasSize(1);

        setStatus(bad, "DISTRIBUTED");
        checkSetAsideItems();
        product.timeline().moveTo(product.timeline().now().plus(Duration.ofMinutes(2)));

        assertThat(verdict(bad)).isEqualTo("met");
    }

    /// Moves the clock to the next five-minute mark and runs the tick by hand, because a moved
    /// clock skips ticks when nothing is due.
    private void checkSetAsideItems() throws IOException, InterruptedException {
        Instant minute = product.timeline().now().truncatedTo(ChronoUnit.MINUTES);
        int past = minute.atZone(ZoneOffset.UTC).getMinute() % 5;
        product.timeline().moveTo(minute.plus(Duration.ofMinutes(5 - past)));
        assertThat(product.timeline().now().atZone(ZoneOffset.UTC).getMinute() % 5).isZero();
        String tick = Files.readString(Repository.ROOT.resolve("events/deadline-check.json"));
        assertThat(product.functions().call("DeadlineCheck", tick))
                .isInstanceOf(Invocation.Answered.class);
        product.timeline().settleNow();
    }

    /// Sets a stored status, as a rolled-back release or a repair by hand would.
    private void setStatus(String placement, String status) {
        try (DynamoDbClient dynamo =
                DynamoDbClient.builder()
                        .endpointOverride(URI.create(product.edges().url()))
                        .region(Region.US_EAST_1)
                        .credentialsProvider(
                                StaticCredentialsProvider.create(
                                        AwsBasicCredentials.create("local", "local")))
                        .httpClient(UrlConnectionHttpClient.create())
                        .build()) {
            dynamo.updateItem(update ->
                    update.tableName(product.edges().template().tables().getFirst().name())
                            .key(
                                    Map.of(
                                            "PK",
                                            AttributeValue.fromS("PLACEMENT#" + placement),
                                            "SK",
                                            AttributeValue.fromS("PLACEMENT")))
                            .updateExpression("SET #s = :s")
                            .expressionAttributeNames(Map.of("#s", "status"))
                            .expressionAttributeValues(Map.of(":s", AttributeValue.fromS(status))));
        }
    }

    private void lists() {
        new SampleCompany(Repository.ROOT, product).loadLists();
    }

    /// The placement in `events/`, published at an instant.
    private static Map<String, Object> placement(Instant published) {
        Map<String, Object> event =
                SampleLists.read(Repository.ROOT.resolve("events/placement-intake.json"));
        Map<String, Object> placement;
        try {
            placement = new LinkedHashMap<>(Json.object(Json.string(event.get("body"))));
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException(broken);
        }
        return SampleCompany.publishedAgo(placement, published, Duration.ZERO);
    }

    private String submit(Map<String, Object> placement) throws Json.MalformedJson {
        HttpAnswer answer = product.as(PR, "pr").post("/placements", placement, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Json.string(Json.object(answer.text()).get("id"));
    }

    /// Presses the only button behind a link in an email to `rep-01`.
    private int press(String placement, Purpose purpose, String form) {
        String token =
                product.application("RepResponse")
                        .linkTokens()
                        .sign(
                                new Link(
                                        purpose,
                                        new PlacementId(placement),
                                        "rep-01",
                                        product.timeline().now().plus(VALID)));
        return product.as(PR).form("/r/" + token, form.replace(" ", "+")).status();
    }
}
