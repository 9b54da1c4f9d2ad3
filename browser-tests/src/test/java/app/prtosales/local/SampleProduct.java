package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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

/// The whole product in this process, with data that is thrown away.
final class SampleProduct {

    static final Path ROOT =
            Objects.requireNonNull(
                    CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath().getParent());

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final DateTimeFormatter LOCAL =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    private SampleProduct() {}

    /// As on its first day: nothing is in it.
    static LocalProduct start() {
        return LocalProduct.start(
                LocalProduct.Settings.of(ROOT.resolve("template.yaml"), null, null, 0),
                ProductHandlers::new);
    }

    /// With the lists of the sample company.
    static LocalProduct startWithLists() {
        LocalProduct product = start();
        new SampleCompany(ROOT, product).loadLists();
        return product;
    }

    /// Where its pages may ask: itself, and the OIDC provider.
    static Set<String> origins(LocalProduct product) {
        String settings = product.as("anybody@sample-medtech.example").get("/settings.json").text();
        URI issuer = URI.create(Json.string(object(settings).get("issuer")));
        return Set.of(product.url(), "http://" + issuer.getRawAuthority());
    }

    /// A page of the site, once it can be used.
    static Page visit(Chromium chromium, LocalProduct product, int width, String at) {
        Page page = chromium.open(width, 900, ColorScheme.LIGHT, origins(product));
        page.navigate(product.url() + "/" + at);
        assertThat(page.locator("html[data-ready]")).isAttached();
        return page;
    }

    /// The same, for somebody with these roles.
    static Page signedIn(
            Chromium chromium, LocalProduct product, int width, String at, String... roles) {
        Page page = visit(chromium, product, width, at);
        page.locator("#account").getByRole(AriaRole.BUTTON).click();
        signIn(page, roles);
        return page;
    }

    /// Submits the placement of `events/`, published an hour ago.
    ///
    /// @param address what its address ends with, so that it is a story of its own
    /// @return its id
    static String submit(LocalProduct product, String address, Map<String, String> more) {
        Map<String, Object> event = SampleLists.read(ROOT.resolve("events/placement-intake.json"));
        Map<String, Object> placement = new HashMap<>(object(Json.string(event.get("body"))));
        placement.put("url", placement.get("url") + address);
        placement.putAll(more);
        return submit(
                product,
                SampleCompany.publishedAgo(
                        placement, product.timeline().now(), Duration.ofHours(1)));
    }

    /// @return its id
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
    /// @param more overrides the rest
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

    /// As somebody in New York writes it.
    static String local(Instant at) {
        return LOCAL.format(at.atZone(NEW_YORK));
    }

    /// Imports a story of the past.
    ///
    /// @param more its headline, its day and whatever else it has
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

    /// At the OIDC provider, and back.
    static void signIn(Page page, String... roles) {
        page.getByLabel("Email", new Page.GetByLabelOptions().setExact(true))
                .fill(roles[0] + "@sample-medtech.example");
        for (String role : List.of("pr", "ops", "leadership", "sequence-owner")) {
            page.locator("[type=checkbox][value=" + role + "]")
                    .setChecked(List.of(roles).contains(role));
        }
        page.locator("button").click();
        assertThat(page.getByText(roles[0] + "@sample-medtech.example").first()).isVisible();
    }

    static Map<String, Object> object(String json) {
        try {
            return Json.object(json);
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException(json, broken);
        }
    }
}
