package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentPolicyTest {

    /// As `printf 'p{}' | openssl sha256 -binary | base64` says.
    private static final String HASH = "sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=";

    @Test
    void the_site_runs_its_own_files_and_asks_itself_and_whom_it_names() {
        assertThat(ContentPolicy.ofSite(List.of("https://issuer.example")).header())
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                                + " connect-src 'self' https://issuer.example; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void a_page_has_its_own_style_and_no_script_and_no_form() {
        assertThat(ContentPolicy.ofPage("p{}").header())
                .contains("style-src '%s';".formatted(HASH), "form-action 'none'")
                .doesNotContain("script-src");
    }

    @Test
    void a_form_goes_to_its_own_site_only() {
        assertThat(ContentPolicy.ofForm("p{}").header())
                .contains("style-src '%s';".formatted(HASH), "form-action 'self'")
                .doesNotContain("script-src");
    }

    @ParameterizedTest
    @MethodSource("all")
    void nothing_frames_us_and_nothing_inline_is_let_in(ContentPolicy policy) {
        assertThat(policy.header())
                .contains("default-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
    }

    private static List<ContentPolicy> all() {
        return List.of(
                ContentPolicy.ofSite(List.of()),
                ContentPolicy.ofPage("p{}"),
                ContentPolicy.ofForm("p{}"));
    }
}
