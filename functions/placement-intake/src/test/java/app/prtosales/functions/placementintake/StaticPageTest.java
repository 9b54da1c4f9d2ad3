package app.prtosales.functions.placementintake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.functions.placementintake.IntakeApi.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/// The page as it is served, without a browser.
class StaticPageTest {

    private static final String FILE = "GET /assets/{version}/{file}";
    private static final Path PAGE =
            Path.of("src/main/resources/app/prtosales/functions/placementintake/page");
    private static final Pattern ASSET = Pattern.compile("assets/([0-9a-f]{12})/([a-z]+\\.[a-z]+)");

    private final IntakeApi api = new IntakeApi();

    @Test
    void anybody_gets_the_page_and_it_may_connect_only_to_its_own_origin_and_the_oidc_provider() {
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
        assertThat(found).isEqualTo(2);
    }

    @Test
    void a_file_of_another_version_is_not_cached_and_an_unknown_file_is_404() {
        Answer otherVersion = asset("000000000000", "app.js");

        assertThat(otherVersion.status()).isEqualTo(200);
        assertThat(otherVersion.headers()).containsEntry("cache-control", "no-store");
        assertThat(asset("000000000000", "../openapi.yaml").status()).isEqualTo(404);
    }

    @Test
    void a_path_or_method_without_a_route_gets_a_problem_like_every_other_error() {
        Answer answer = api.call("$default", "", List.of(), Map.of());

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
        assertThat(answer.members()).containsEntry("title", "Not found");
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

    @Test
    void a_browser_that_reads_compressed_files_gets_the_same_text_in_under_130_kb() {
        Answer page = api.call("GET /", "", List.of(), Map.of());
        int size = page.body().getBytes(UTF_8).length;
        Matcher assets = ASSET.matcher(page.body());
        while (assets.find()) {
            Answer compressed =
                    api.files(
                            FILE,
                            Map.of("version", assets.group(1), "file", assets.group(2)),
                            Map.of("accept-encoding", "gzip, deflate, br, zstd"));
            assertThat(compressed.headers())
                    .containsEntry("content-encoding", "gzip")
                    .containsEntry("vary", "Accept-Encoding");
            byte[] bytes = Base64.getDecoder().decode(compressed.body());
            size += bytes.length;
            assertThat(unzipped(bytes)).isEqualTo(served(assets.group(2)));
        }

        assertThat(size).isBetween(40_000, 130_000);
    }

    @Test
    void the_script_has_all_modules() throws IOException {
        String script = served("app.js");
        try (Stream<Path> files = Files.list(PAGE)) {
            List<String> modules =
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".js"))
                            .toList();
            assertThat(modules)
                    .hasSizeGreaterThan(50)
                    .allSatisfy(name -> assertThat(script).containsOnlyOnce("// " + name + "\n"));
        }
    }

    @Test
    void the_script_builds_no_markup_from_text_and_nothing_is_loaded_from_elsewhere() {
        for (String name : List.of("app.js", "app.css")) {
            assertThat(served(name))
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
    void sign_in_is_under_100_lines() throws IOException {
        assertThat(Files.readAllLines(PAGE.resolve("auth.js"))).hasSizeLessThan(100);
    }

    private String served(String file) {
        return asset("000000000000", file).body();
    }

    private Answer asset(String version, String file) {
        return api.files(FILE, Map.of("version", version, "file", file), Map.of());
    }

    private static String unzipped(byte[] bytes) {
        try (InputStream text = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(text.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new AssertionError(broken);
        }
    }
}
