package app.prtosales.functions.placementintake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.functions.placementintake.IntakeApi.Answer;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The page as it is served, without a browser.
class StaticPageTest {

    private static final Pattern ASSET = Pattern.compile("assets/([0-9a-f]{12})/([a-z]+\\.[a-z]+)");

    private final IntakeApi api = new IntakeApi();

    @Test
    void anybody_gets_the_page_and_it_may_connect_only_to_the_oidc_provider() {
        Answer page = api.call("GET /", "", List.of(), Map.of());

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.headers().get("content-security-policy"))
                .asString()
                .contains(
                        "connect-src 'self' https://sign-in.example https://tokens.example;",
                        "script-src 'self';",
                        "style-src 'self';")
                .doesNotContain("unsafe");
    }

    @Test
    void every_file_the_page_loads_exists_and_is_cached_indefinitely() {
        Answer page = api.call("GET /", "", List.of(), Map.of());
        Matcher assets = ASSET.matcher(page.body());
        int found = 0;
        while (assets.find()) {
            found++;
            Answer file = asset(assets.group(1), assets.group(2));
            assertThat(file.status()).as(assets.group()).isEqualTo(200);
            assertThat(file.headers().get("cache-control")).asString().contains("immutable");
        }
        assertThat(found).isGreaterThan(5);
    }

    @Test
    void a_file_of_another_version_is_not_cached_and_an_unknown_file_is_404() {
        assertThat(asset("000000000000", "app.js").headers())
                .containsEntry("cache-control", "no-store");
        assertThat(asset("000000000000", "../openapi.yaml").status()).isEqualTo(404);
    }

    @Test
    void the_settings_say_how_to_sign_in() {
        assertThat(api.call("GET /settings.json", "", List.of(), Map.of()).members())
                .containsEntry("issuer", "https://sign-in.example/company")
                .containsEntry("clientId", "the-page")
                .containsEntry("rolesClaim", "cognito:groups")
                .containsEntry(
                        "roleGroups",
                        List.of(
                                Map.of("group", "leadership", "roles", List.of("leadership")),
                                Map.of("group", "ops", "roles", List.of("ops")),
                                Map.of("group", "pr", "roles", List.of("pr")),
                                Map.of(
                                        "group",
                                        "sequence-owner",
                                        "roles",
                                        List.of("sequence-owner"))))
                .containsEntry("now", "2026-11-24T09:00:00Z");
    }

    /// Counts only the form's files; the other pages are loaded when they are opened.
    @Test
    void the_form_is_under_120_kb_in_all() {
        String page = api.call("GET /", "", List.of(), Map.of()).body();
        int size = page.getBytes(UTF_8).length;
        Matcher assets = ASSET.matcher(page);
        while (assets.find()) {
            size += text(assets.group(2)).length;
        }

        assertThat(size).isBetween(40_000, 120_000);
    }

    /// Text from people is never turned into markup, and nothing is loaded from elsewhere.
    @Test
    void no_script_builds_markup_from_text_or_loads_from_elsewhere() {
        for (String name : StaticFiles.ASSETS) {
            String text = new String(text(name), UTF_8);
            assertThat(text)
                    .as(name)
                    .doesNotContain("innerHTML")
                    // The bookmarklet reads outerHTML; nothing writes it.
                    .doesNotContainPattern("outerHTML\\s*\\+?=")
                    .doesNotContain("insertAdjacentHTML")
                    .doesNotContain("document.write")
                    .doesNotContain("eval(")
                    .doesNotContain("new Function")
                    .doesNotContainPattern("from 'https?:")
                    .doesNotContainPattern("\\burl\\(");
        }
    }

    @Test
    void sign_in_is_under_100_lines() {
        assertThat(new String(text("auth.js"), UTF_8).lines().count()).isLessThan(100);
    }

    private Answer asset(String version, String file) {
        return api.files("GET /assets/{version}/{file}", Map.of("version", version, "file", file));
    }

    private static byte[] text(String name) {
        try (InputStream file = StaticFiles.class.getResourceAsStream("page/" + name)) {
            return Objects.requireNonNull(file, name).readAllBytes();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
