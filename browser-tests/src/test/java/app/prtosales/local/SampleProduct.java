package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Json;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// The whole product in this process, with data that is thrown away.
final class SampleProduct {

    static final Path ROOT =
            Objects.requireNonNull(
                    CloudTemplate.find(Path.of("").toAbsolutePath()).toAbsolutePath().getParent());

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

    /// At the OIDC provider, and back.
    static void signIn(Page page, String... roles) {
        page.getByLabel("Email").fill(roles[0] + "@sample-medtech.example");
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
