package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.LocalQueue;
import app.prtosales.local.edges.SesBehavior;
import app.prtosales.placement.PlacementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// R5.10 through the real functions: after a person is deleted, their name and address are gone
/// from the table, every queue and the logs, and no figure has changed.
class DeletedPersonTest {

    private static final String NAME = "Sample Rep 01, Boston";
    private static final String ADDRESS = "rep-01@sample-medtech.example";
    private static final String PR = "pr@sample-medtech.example";
    private static final String OPS = "ops@sample-medtech.example";

    /// The zone in the sample company's agreement.
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    /// Long enough for the weekly email about the deadline's week to have gone out, whatever the
    /// weekday.
    private static final Duration LIVED = Duration.ofDays(10);

    @TempDir private Path folder;
    private LocalProduct product;

    @BeforeEach
    void start() {
        product = Repository.startWithLists(log());
    }

    @AfterEach
    void stop() {
        product.close();
        assertThat(product.refusals().all()).isEmpty();
    }

    @Test
    void r5_10_no_name_or_address_is_left_and_no_figure_has_changed() throws Exception {
        String id = livedThrough();
        String week = week();
        List<String> figures = figures(id, week);
        assertThat(everythingKept()).contains(NAME).containsIgnoringCase(ADDRESS);

        for (int time = 0; time < 2; time++) {
            HttpAnswer deleted = delete("rep-01");
            assertThat(deleted.status()).as(deleted.text()).isEqualTo(200);
        }
        product.timeline().settleNow();

        assertThat(everythingKept())
                .doesNotContain(NAME)
                .doesNotContainIgnoringCase(ADDRESS)
                .contains("rep-01");
        assertThat(figures(id, week)).isEqualTo(figures);
        assertThat(product.as(PR).get("/r/" + token(id, Purpose.ACKNOWLEDGE)).status())
                .isEqualTo(404);
    }

    @Test
    void r5_10_only_ops_may_delete_and_a_sequence_owner_cannot_be_deleted() {
        assertThat(product.as(PR, "pr").post("/people/deletion", body("rep-01"), Map.of()).status())
                .isEqualTo(403);
        HttpAnswer owner = delete("cfo-owner@sample-medtech.example");
        assertThat(owner.status()).isEqualTo(409);
        assertThat(owner.text()).contains("the owner of the sequence “CFO sequence”");
        assertThat(delete("nobody@sample-medtech.example").status()).isEqualTo(404);
    }

    @Test
    void r5_10_ops_is_told_of_each_place_outside_the_product_that_may_still_hold_the_address()
            throws Json.MalformedJson {
        String remains = String.valueOf(Json.object(delete("rep-02").text()).get("remains"));

        assertThat(remains)
                .contains("backups of the table: 35 days")
                .contains("feedback queue", "at most 14 days")
                .contains("archive of SES’s events: at most 7 days")
                .contains("a table that was replaced by a restored one: until you delete it")
                .contains("suppression list", "sign-in provider");
    }

    /// The person gets a ping, answers it, reports wrong data about themselves, signs in, and
    /// bounces; then the deadline passes and the weekly email goes out.
    private String livedThrough() throws Exception {
        Map<String, Object> placement = Repository.placement(product);
        HttpAnswer accepted = product.as(PR, "pr").post("/placements", placement, Map.of());
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        String id = Json.string(Json.object(accepted.text()).get("id"));
        product.timeline().settleNow();
        assertThat(press(id, Purpose.ACKNOWLEDGE, "choice=read")).isEqualTo(200);
        assertThat(press(id, Purpose.RECORD, "what=I am " + NAME + " at " + ADDRESS))
                .isEqualTo(200);
        placement.put("url", "https://news.example/second");
        placement.put("headline", "A second story");
        product.edges().ses(SesBehavior.read(Map.of("bounce", List.of(ADDRESS))));
        assertThat(product.as(ADDRESS, "pr").post("/placements", placement, Map.of()).status())
                .isEqualTo(201);
        product.timeline().settleNow();
        product.timeline().moveTo(product.timeline().now().plus(LIVED));
        return id;
    }

    /// The week of the first placement's deadline.
    private String week() {
        ZonedDateTime date =
                product.timeline().now().minus(LIVED).plus(Duration.ofDays(1)).atZone(ZONE);
        return "%d-W%02d"
                .formatted(
                        date.get(IsoFields.WEEK_BASED_YEAR),
                        date.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /// The verdict and the answers, the week, and the export for recounting it.
    private List<String> figures(String id, String week) throws Json.MalformedJson {
        Person leader = product.as(PR, "leadership");
        Map<String, Object> placement = Json.object(leader.get("/placements/" + id).text());
        HttpAnswer audit = leader.get("/audit/weeks/" + week);
        HttpAnswer export = leader.get("/audit/export?week=" + week);
        assertThat(audit.status()).isEqualTo(200);
        assertThat(export.status()).isEqualTo(200);
        List<String> figures = new ArrayList<>();
        for (String member : List.of("reached", "audit", "acknowledged", "responses")) {
            figures.add(Json.text(Objects.requireNonNull(placement.get(member))));
        }
        Map<String, Object> frozen = new LinkedHashMap<>(Json.object(audit.text()));
        frozen.remove("computedAt");
        figures.add(Json.text(frozen));
        // The first row holds the time of the export.
        figures.add(export.text().replaceFirst("\"at\":\"[^\"]*\",", ""));
        return figures;
    }

    private HttpAnswer delete(String person) {
        return product.as(OPS, "ops").post("/people/deletion", body(person), Map.of());
    }

    private static Map<String, Object> body(String person) {
        return Map.of("person", person, "reason", "asked to be deleted");
    }

    /// The whole table, every queue, and the functions' logs.
    private String everythingKept() throws IOException {
        StringBuilder all = new StringBuilder();
        try (StoredItems items = StoredItems.of(product)) {
            items.all().forEach(item -> all.append(item).append('\n'));
        }
        for (LocalQueue queue : product.edges().queues()) {
            queue.contents().forEach(message -> all.append(message.body()).append('\n'));
        }
        return all.append(Files.readString(log(), UTF_8)).toString();
    }

    private Path log() {
        return folder.resolve("functions.log");
    }

    private int press(String placement, Purpose purpose, String form) {
        return product.as(PR)
                .form("/r/" + token(placement, purpose), form.replace(" ", "+"))
                .status();
    }

    private String token(String placement, Purpose purpose) {
        return product.application("RepResponse")
                .linkTokens()
                .sign(
                        new Link(
                                purpose,
                                new PlacementId(placement),
                                "rep-01",
                                product.timeline().now().plus(Link.LASTS)));
    }
}
