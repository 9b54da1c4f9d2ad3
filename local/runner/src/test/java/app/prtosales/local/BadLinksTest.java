package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditWeek;
import app.prtosales.history.Person;
import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.Json;
import app.prtosales.placement.PlacementId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Guessing links reveals nothing: over HTTP, through the real function, every invalid link gets
/// byte for byte the same answer.
class BadLinksTest {

    private static final PlacementId PLACEMENT = new PlacementId("sample-placement");
    private static final Duration VALID = Duration.ofDays(90);
    private static final String OPS = "ops@sample-medtech.example";

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalProduct product;
    private LinkTokens tokens;

    @BeforeEach
    void seed() throws InterruptedException {
        product = SampleCompany.seeded(Repository.ROOT, Repository.inMemory(null));
        tokens = product.application("RepResponse").linkTokens();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void r5_8_every_invalid_link_gets_the_same_answer_byte_for_byte() throws Exception {
        String good = token(Purpose.ACKNOWLEDGE, "rep-01", VALID);
        assertThat(ask("GET", good).status()).isEqualTo(200);

        for (String method : List.of("GET", "HEAD", "POST")) {
            Map<String, Answer> answers = new LinkedHashMap<>();
            for (Map.Entry<String, String> bad : badLinks(good).entrySet()) {
                answers.put(bad.getKey(), ask(method, bad.getValue()));
            }

            Answer first = answers.values().iterator().next();
            assertThat(first.status()).isBetween(400, 499);
            assertThat(answers)
                    .as(method)
                    .allSatisfy((what, answer) -> assertThat(answer).as(what).isEqualTo(first));
        }
    }

    @Test
    void r5_12_links_of_people_who_left_get_the_same_answer_byte_for_byte() throws Exception {
        Map<String, String> links = new LinkedHashMap<>();
        for (Purpose purpose :
                List.of(Purpose.ACKNOWLEDGE, Purpose.REFERENCE, Purpose.KIT, Purpose.RECORD)) {
            links.put(purpose.word(), token(purpose, "rep-01", VALID));
        }
        String owner = Person.idOf("cfo-owner@sample-medtech.example");
        Instant end = now().plus(VALID);
        links.put(
                "sequence", tokens.sign(new Link(Purpose.SEQUENCE, PLACEMENT, "cfo", owner, end)));
        AuditWeek week = AuditWeek.read("2026-W26").orElseThrow();
        links.put("audit", "audit/" + tokens.sign(AuditLink.to(week, Person.idOf(leader()), end)));
        for (Map.Entry<String, String> each : links.entrySet()) {
            assertThat(ask("GET", each.getValue()).status()).as(each.getKey()).isLessThan(404);
        }

        without("reps", "id", "rep-01");
        changed("sequences", "ownerEmail", "next-owner@sample-medtech.example");
        changed("agreement", "leadership", List.of("next-chief@sample-medtech.example"));

        for (String method : List.of("GET", "HEAD")) {
            Answer bad = ask(method, "nothing");
            assertThat(bad.status()).isEqualTo(404);
            for (Map.Entry<String, String> each : links.entrySet()) {
                assertThat(ask(method, each.getValue())).as(each.getKey()).isEqualTo(bad);
            }
        }
        links.remove("audit");
        Answer bad = ask("POST", "nothing");
        for (Map.Entry<String, String> each : links.entrySet()) {
            assertThat(ask("POST", each.getValue())).as(each.getKey()).isEqualTo(bad);
        }
    }

    private String leader() throws Json.MalformedJson {
        return Json.string(Json.list(rows("agreement").getFirst().get("leadership")).getFirst());
    }

    private List<Map<String, Object>> rows(String list) throws Json.MalformedJson {
        List<Map<String, Object>> rows = new ArrayList<>();
        String answer = product.as(OPS, "ops").get("/directory/" + list).text();
        for (Object row : Json.list(Json.object(answer).get("items"))) {
            rows.add(new LinkedHashMap<>(Json.map(row)));
        }
        return rows;
    }

    private void without(String list, String column, String value) throws Json.MalformedJson {
        List<Map<String, Object>> rows = rows(list);
        rows.removeIf(row -> value.equals(row.get(column)));
        put(list, rows);
    }

    private void changed(String list, String column, Object value) throws Json.MalformedJson {
        List<Map<String, Object>> rows = rows(list);
        rows.forEach(row -> row.put(column, value));
        put(list, rows);
    }

    private void put(String list, List<Map<String, Object>> rows) {
        rows.forEach(row -> row.remove("mailHealth"));
        HttpAnswer answer =
                product.as(OPS, "ops")
                        .put("/directory/%s?confirm=true".formatted(list), Map.of("items", rows));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private Map<String, String> badLinks(String good) {
        int dot = good.lastIndexOf('.');
        String signature = good.substring(dot);
        String other = token(Purpose.REFERENCE, "rep-01", VALID);
        String[] parts = good.split("\\.", -1);
        char last = good.charAt(dot + 5);
        Map<String, String> bad = new LinkedHashMap<>();
        bad.put(
                "one bit of the signature changed",
                URLEncoder.encode(
                        good.substring(0, dot + 5) + (char) (last ^ 1) + good.substring(dot + 6),
                        UTF_8));
        bad.put("another purpose", other.substring(0, other.lastIndexOf('.')) + signature);
        bad.put(
                "expired, for an unknown person",
                token(Purpose.ACKNOWLEDGE, "rep-999", Duration.ofSeconds(-1)));
        bad.put("an unknown key", good.replace("." + parts[1] + ".", ".nobodys."));
        bad.put("truncated", good.substring(0, good.length() - 3));
        bad.put("without a signature", good.substring(0, dot + 1));
        bad.put("nothing but dots", "...");
        bad.put("a space", "%20");
        bad.put("for an unknown person", token(Purpose.ACKNOWLEDGE, "rep-999", VALID));
        bad.put(
                "for an unknown placement",
                tokens.sign(
                        new Link(
                                Purpose.ACKNOWLEDGE,
                                new PlacementId("no-such-placement"),
                                "rep-01",
                                now().plus(VALID))));
        return bad;
    }

    private String token(Purpose purpose, String person, Duration valid) {
        return tokens.sign(new Link(purpose, PLACEMENT, person, now().plus(valid)));
    }

    private Instant now() {
        return product.timeline().now();
    }

    /// Everything a client can see, except the date.
    private record Answer(int status, Map<String, List<String>> headers, String body) {}

    @Test
    void a_path_or_method_without_a_route_is_not_found_whatever_the_token() throws Exception {
        for (String path : List.of("/nowhere", "/placements/a/b/c", "/r/a/b/c")) {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(product.url() + path))
                            .method("DELETE", HttpRequest.BodyPublishers.noBody());
            for (String token : List.of("", "Bearer nonsense")) {
                HttpResponse<String> answer =
                        http.send(
                                request.setHeader("Authorization", token).build(),
                                HttpResponse.BodyHandlers.ofString());

                assertThat(answer.statusCode()).isEqualTo(404);
                assertThat(answer.headers().firstValue("content-type"))
                        .hasValue("application/problem+json");
            }
        }
    }

    private Answer ask(String method, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("%s/r/%s".formatted(product.url(), token)))
                        .header("Content-Type", "application/x-www-form-urlencoded");
        HttpResponse<String> answer =
                http.send(
                        request.method(
                                        method,
                                        method.equals("POST")
                                                ? HttpRequest.BodyPublishers.ofString("choice=read")
                                                : HttpRequest.BodyPublishers.noBody())
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        Map<String, List<String>> headers = new TreeMap<>(answer.headers().map());
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("date"));
        return new Answer(answer.statusCode(), headers, answer.body());
    }
}
