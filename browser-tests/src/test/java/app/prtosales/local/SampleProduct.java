package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.Assertions;

/// The whole product in this process, with temporary data.
final class SampleProduct {

    static final Path ROOT =
            Objects.requireNonNull(
                    CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath().getParent());

    private static final String DOMAIN = "@sample-medtech.example";
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private SampleProduct() {}

    /// Starts an empty product, as on its first day.
    static LocalProduct start() {
        return LocalProduct.start(
                LocalProduct.Settings.of(ROOT.resolve("template.yaml"), null, null, 0),
                ProductHandlers::new);
    }

    /// Starts a product with the sample company's lists.
    static LocalProduct startWithLists() {
        LocalProduct product = start();
        new SampleCompany(ROOT, product).loadLists();
        return product;
    }

    /// The origins that its pages may contact: its own, and the OIDC provider's.
    static Set<String> origins(LocalProduct product) {
        String settings = product.as("anybody@sample-medtech.example").get("/settings.json").text();
        URI issuer = URI.create(Json.string(object(settings).get("issuer")));
        return Set.of(product.url(), "http://" + issuer.getRawAuthority());
    }

    /// Opens a page of the site and waits until it is usable.
    static Page visit(Chromium chromium, LocalProduct product, int width, String at) {
        Page page = chromium.open(width, 900, ColorScheme.LIGHT, origins(product));
        page.navigate(product.url() + "/" + at);
        assertThat(page.locator("html[data-ready]")).isAttached();
        return page;
    }

    /// Opens a page in a tab that already holds a session with these roles.
    static Page signedIn(
            Chromium chromium, LocalProduct product, int width, String at, String... roles) {
        Page page = chromium.open(width, 900, ColorScheme.LIGHT, origins(product));
        page.navigate(product.url() + "/settings.json");
        page.evaluate(
                "token => sessionStorage.setItem('token', token)",
                product.as(roles[0] + DOMAIN, roles).token());
        page.navigate(product.url() + "/" + at);
        assertThat(page.locator("html[data-ready]")).isAttached();
        assertThat(page.getByText(roles[0] + DOMAIN).first()).isVisible();
        return page;
    }

    /// Submits the placement in `events/`, published an hour ago.
    ///
    /// @param suffix a unique ending of its link, which makes it a separate story
    /// @return the placement's id
    static String submit(LocalProduct product, String suffix, Map<String, String> more) {
        Map<String, Object> event = SampleLists.read(ROOT.resolve("events/placement-intake.json"));
        Map<String, Object> placement = new HashMap<>(object(Json.string(event.get("body"))));
        placement.put("url", placement.get("url") + suffix);
        placement.putAll(more);
        return submit(
                product,
                SampleCompany.publishedAgo(
                        placement, product.timeline().now(), Duration.ofHours(1)));
    }

    /// @return the placement's id
    static String submit(LocalProduct product, Map<String, Object> placement) {
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr")
                        .post("/placements", placement, Map.of());
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Json.string(object(answer.text()).get("id"));
    }

    /// A byline for CFOs of health systems.
    ///
    /// @param ago how long ago it was published; negative if it is still to be published
    /// @param more fields that replace the defaults
    static Map<String, Object> story(
            LocalProduct product, String headline, Duration ago, Map<String, Object> more) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("outlet", "Healthcare Curated");
        body.put("headline", headline);
        body.put("format", "byline");
        body.put("url", "https://jobs.example/" + headline.replace(' ', '-'));
        body.put("publishedAt", local(product.timeline().now().minus(ago)));
        body.put("zone", "America/New_York");
        body.put("segments", List.of("health-systems"));
        body.put("note", "A line for the reps.");
        body.put("personas", List.of("CFO"));
        body.putAll(more);
        return body;
    }

    /// Local time in New York, in the form's format.
    static String local(Instant at) {
        return LOCAL.format(at.atZone(NEW_YORK));
    }

    /// Imports a past story.
    ///
    /// @param more its headline, day and other fields
    static void importPast(LocalProduct product, Map<String, Object> more) {
        Map<String, Object> item =
                new HashMap<>(
                        Map.of(
                                "outlet", "STAT",
                                "format", "byline",
                                "zone", "America/New_York",
                                "segments", List.of("payers"),
                                "note", "Shows what it saves."));
        item.putAll(more);
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr")
                        .put("/placements/import", Map.of("items", List.of(item)));
        Assertions.assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /// Signs in at the OIDC provider and returns.
    static void signIn(Page page, String... roles) {
        page.getByLabel("Email", new Page.GetByLabelOptions().setExact(true))
                .fill(roles[0] + DOMAIN);
        for (String role : List.of("pr", "ops", "leadership", "sequence-owner")) {
            page.locator("[type=checkbox][value=" + role + "]")
                    .setChecked(List.of(roles).contains(role));
        }
        page.locator("button").click();
        assertThat(page.getByText(roles[0] + DOMAIN).first()).isVisible();
    }

    static Map<String, Object> object(String json) {
        try {
            return Json.object(json);
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException(json, broken);
        }
    }
}
