package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.placement.PlacementId;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Whoever tries links learns nothing from the answer: over HTTP, through the real function, it is
/// the same for each link that is none, to the byte.
class BadLinksTest {

    private static final Path ROOT =
            Objects.requireNonNull(
                    CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath().getParent());

    private static final PlacementId PLACEMENT = new PlacementId("sample-placement");
    private static final Duration VALID = Duration.ofDays(90);

    private final HttpClient http = HttpClient.newHttpClient();
    private LocalProduct product;
    private LinkTokens tokens;

    @BeforeEach
    void seed() throws InterruptedException {
        product =
                SampleCompany.seeded(
                        ROOT,
                        LocalProduct.Settings.of(ROOT.resolve("template.yaml"), null, null, 0));
        tokens = product.application("RepResponse").linkTokens();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void r5_8_every_link_that_is_none_gets_the_same_answer_to_the_byte() throws Exception {
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
        bad.put("expired", token(Purpose.ACKNOWLEDGE, "rep-01", Duration.ofSeconds(-1)));
        bad.put("an unknown key", good.replace("." + parts[1] + ".", ".nobodys."));
        bad.put("truncated", good.substring(0, good.length() - 3));
        bad.put("without a signature", good.substring(0, dot + 1));
        bad.put("nothing but dots", "...");
        bad.put("a blank", "%20");
        bad.put("of a person who is nobody", token(Purpose.ACKNOWLEDGE, "rep-999", VALID));
        bad.put(
                "of a placement that is none",
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

    /// All that a client can see but when it was said.
    private record Answer(int status, Map<String, List<String>> headers, String body) {}

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
