package app.prtosales.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ContentPolicyTest {

    /// The output of `printf 'p{}' | openssl sha256 -binary | base64`.
    private static final String HASH = "sha256-gG2yISYereRMiG2lMXrbiUgi0Ubw9p7QCeWcroOvy9Y=";

    @Test
    void the_site_runs_only_its_own_files_and_contacts_only_itself_and_named_origins() {
        assertThat(ContentPolicy.ofSite(List.of("https://issuer.example")).header())
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
                                + " connect-src 'self' https://issuer.example; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'none'");
    }

    @Test
    void a_page_may_use_only_its_own_style_and_has_no_script_or_form() {
        assertThat(ContentPolicy.ofPage("p{}").header())
                .contains("style-src '%s';".formatted(HASH), "form-action 'none'")
                .doesNotContain("script-src");
    }

    @Test
    void a_form_may_post_only_to_its_own_site() {
        assertThat(ContentPolicy.ofForm("p{}").header())
                .contains("style-src '%s';".formatted(HASH), "form-action 'self'")
                .doesNotContain("script-src");
    }

    @ParameterizedTest
    @MethodSource("all")
    void no_policy_allows_framing_or_inline_code(ContentPolicy policy) {
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
