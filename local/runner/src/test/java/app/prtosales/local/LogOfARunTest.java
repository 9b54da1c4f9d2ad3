package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.SesBehavior;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// I10 for the log of a whole run: the sample company's placement from its submission to the weekly
/// email, with bounces, refusals, bad links and list changes on the way. The log holds ids and
/// reasons, and nothing that identifies a person or grants access.
class LogOfARunTest {

    private static final String PR = "pr@sample-medtech.example";
    private static final String OPS = "ops@sample-medtech.example";
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._+-]+@[A-Za-z0-9-]+[.][a-z]");
    private static final Pattern TOKEN =
            Pattern.compile(
                    "/r/(?!(?:audit/)?[{])|\\beyJ[A-Za-z0-9_-]{8}|(?i)bearer|\\b1[.][A-Za-z0-9_-]{6,}[.]");

    @TempDir private Path folder;
    private LocalProduct product;

    @BeforeEach
    void start() {
        product = LocalProduct.start(Repository.inMemory(log()), ProductHandlers::new);
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void i10_no_log_line_holds_an_address_a_link_a_token_or_a_name() throws Exception {
        live();

        List<String> lines = lines();
        assertThat(lines).hasSizeGreaterThan(50);
        for (String name : names()) {
            assertThat(lines).noneMatch(line -> line.contains(name));
        }
        assertThat(lines).noneMatch(line -> ADDRESS.matcher(line).find());
        assertThat(lines).noneMatch(line -> TOKEN.matcher(line).find());
    }

    /// Fields can be queried as in CloudWatch: `{ $.caller = "u-…" }` finds the lines of a caller.
    @Test
    void the_apis_decisions_can_be_found_by_field() throws Exception {
        String id = live();
        List<Map<String, Object>> lines = new ArrayList<>();
        for (String line : lines()) {
            lines.add(Json.object(line.substring(line.indexOf('{'))));
        }
        String pr = app.prtosales.history.Person.idOf(PR);
        String ops = app.prtosales.history.Person.idOf(OPS);

        assertThat(lines)
                .allSatisfy(line -> assertThat(line).containsKeys("level", "what", "request"));
        assertThat(found(lines, "what", "changed", "route", "POST /placements"))
                .anySatisfy(line ->
                        assertThat(line)
                                .containsEntry("placement", id)
                                .containsEntry("caller", pr));
        assertThat(found(lines, "what", "refused", "why", "Forbidden"))
                .anySatisfy(line ->
                        assertThat(line)
                                .containsEntry("caller", pr)
                                .containsEntry("route", "PUT /directory/{list}")
                                .containsEntry("list", "reps"));
        assertThat(found(lines, "what", "refused", "route", "GET /r/{token}")).hasSize(1);
        assertThat(found(lines, "what", "changed", "list", "segments"))
                .anySatisfy(line -> assertThat(line).containsEntry("caller", ops));
        assertThat(found(lines, "what", "read", "route", "GET /audit/export"))
                .anySatisfy(line -> assertThat(line).containsKeys("caller", "week"));
        // One placement, followed from the API through its emails to their delivery.
        assertThat(found(lines, "placement", id, "what", "planned")).isNotEmpty();
        assertThat(found(lines, "placement", id, "what", "sent")).isNotEmpty();
        assertThat(found(lines, "placement", id, "what", "feedback"))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).containsKeys("delivery", "event", "sesId"));
        assertThat(found(lines, "placement", id, "errand", "Undelivered")).isNotEmpty();
    }

    /// The table's classes have no context, so they log through `LambdaRuntime`.
    @Test
    void i12_an_unreadable_item_is_in_the_log_of_the_function_that_read_it() throws Exception {
        new SampleCompany(Repository.ROOT, product).loadLists();
        Person pr = product.as(PR, "pr");
        HttpAnswer accepted = pr.post("/placements", Repository.placement(product), Map.of());
        String id = Json.string(Json.object(accepted.text()).get("id"));
        try (StoredItems items = StoredItems.of(product)) {
            items.damage("PLACEMENT#" + id, "status");
        }

        assertThat(pr.get("/placements/" + id).status()).isEqualTo(503);

        assertThat(lines())
                .anySatisfy(line ->
                        assertThat(line)
                                .startsWith("PlacementIntake {")
                                .contains("\"item cannot be read\""));
    }

    /// @return the placement's id
    private String live() throws Exception {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        product.edges()
                .ses(SesBehavior.read(Map.of("bounce", List.of("rep-01@sample-medtech.example"))));
        assertThat(new Story(product, SampleLists.of(Repository.ROOT, 0), nowhere).tell())
                .isFalse();
        Person ops = product.as(OPS, "ops");
        Person pr = product.as(PR, "pr");
        Map<String, Object> placement =
                new LinkedHashMap<>(
                        Json.object(
                                Json.string(
                                        SampleLists.read(
                                                        Repository.ROOT.resolve(
                                                                "events/placement-intake.json"))
                                                .get("body"))));
        placement.put("url", "https://news.example/second");
        placement.put("headline", "A second story");
        HttpAnswer accepted =
                pr.post(
                        "/placements",
                        SampleCompany.publishedAgo(
                                placement, product.timeline().now(), Duration.ofHours(1)),
                        Map.of());
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        product.timeline().settleNow();
        Map<String, Object> reps = Json.object(ops.get("/directory/reps").text());
        assertThat(
                        pr.put("/directory/reps", Map.of("items", Json.list(reps.get("items"))))
                                .status())
                .isEqualTo(403);
        Map<String, Object> segments = Json.object(ops.get("/directory/segments").text());
        assertThat(ops.put("/directory/segments", segments).status()).isEqualTo(200);
        assertThat(pr.get("/r/1.forged.link.of-nobody").status()).isEqualTo(404);
        assertThat(pr.get("/audit/export?week=2026-W01").status()).isEqualTo(200);
        return Json.string(Json.object(accepted.text()).get("id"));
    }

    private List<String> names() throws Json.MalformedJson {
        List<String> names = new ArrayList<>();
        for (String list : List.of("reps", "sequences")) {
            Map<String, Object> read =
                    Json.object(product.as(OPS, "ops").get("/directory/" + list).text());
            for (Object row : Json.list(read.get("items"))) {
                names.add(Json.string(Json.map(row).get(list.equals("reps") ? "name" : "owner")));
            }
        }
        assertThat(names).hasSizeGreaterThan(5);
        return names;
    }

    private static List<Map<String, Object>> found(
            List<Map<String, Object>> lines, String... fields) {
        return lines.stream()
                .filter(line -> {
                    for (int i = 0; i < fields.length; i += 2) {
                        if (!fields[i + 1].equals(line.get(fields[i]))) {
                            return false;
                        }
                    }
                    return true;
                })
                .toList();
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(log(), UTF_8);
    }

    private Path log() {
        return folder.resolve("functions.log");
    }
}
