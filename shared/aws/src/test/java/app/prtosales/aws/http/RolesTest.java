package app.prtosales.aws.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.json.Json;
import app.prtosales.local.edges.LambdaHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which token gives which role.
class RolesTest {

    private static final RoleGroups MAPPED =
            RoleGroups.read("pr=PR Agency;ops=Sales Operations;ops=RevOps;leadership=RevOps");

    @ParameterizedTest
    @ValueSource(strings = {"\"[pr ops]\"", "\"[\\\"pr\\\",\\\"ops\\\"]\"", "\"[ops unknown pr]\""})
    void role_names_are_read_however_the_list_is_written(String claim) {
        assertThat(roles(RoleGroups.namedLikeRoles(), claim))
                .containsExactlyInAnyOrder(Role.PR, Role.OPS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"[PR]\"",
                "\"[Ops]\"",
                "\"pr ops\"",
                "\"pr,ops\"",
                "\"[pr,ops]\"",
                "\"[PR Agency external]\"",
                "\"PR Agency external\"",
                "[\"PR Agency external\"]",
                "[\"pr external\"]",
                "\"\"",
                "\"[]\"",
                "7",
                "null"
            })
    void a_group_that_is_not_exactly_a_role_gives_no_role(String claim) {
        assertThat(roles(RoleGroups.namedLikeRoles(), claim)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    "[PR Agency]"             | PR
                    "PR Agency"               | PR
                    "[RevOps]"                | OPS LEADERSHIP
                    "[x RevOps y]"            | OPS LEADERSHIP
                    "[pr]"                    |
                    "[ops leadership]"        |
                    "[PR Agency external]"    |
                    "PR Agency external"      |
                    ["PR Agency external"]    |
                    "[pr agency]"             |
                    "[PR  Agency]"            |
                    "[PR]"                    |
                    "[RevOps2]"               |
                    """)
    void a_group_is_compared_whole_and_with_its_case(String claim, String expected) {
        assertThat(roles(MAPPED, claim))
                .extracting(Role::name)
                .containsExactlyInAnyOrder(words(expected));
    }

    /// The HTTP API writes both as `[PR Agency external]`; only the token that it verified tells
    /// them apart.
    @Test
    void group_names_are_taken_from_the_token_that_the_gateway_verified() {
        String written = "[PR Agency external]";

        assertThat(roles(MAPPED, written, List.of("PR Agency", "external")))
                .containsExactly(Role.PR);
        assertThat(roles(MAPPED, written, List.of("PR Agency external"))).isEmpty();
        assertThat(roles(RoleGroups.namedLikeRoles(), "[pr external]", List.of("pr external")))
                .isEmpty();
        assertThat(roles(RoleGroups.namedLikeRoles(), "[pr external]", List.of("pr", "external")))
                .containsExactly(Role.PR);
    }

    @Test
    void a_token_that_contradicts_the_gateway_is_not_used() {
        assertThat(roles(RoleGroups.namedLikeRoles(), "[external]", List.of("pr"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Bearer x", "Bearer a.%%%.c", "Bearer a.bm90IGpzb24.c", "Basic a:b"})
    void one_word_groups_are_found_without_a_readable_token(String header) {
        HttpRequest request = request(Map.of("authorization", header), claims("\"[x ops]\"", ""));

        assertThat(identity(RoleGroups.namedLikeRoles(), false, request))
                .isEqualTo(new Identity.Known(new Caller("ann@example.com", Set.of(Role.OPS))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "pr",
                "pr=",
                "boss=Boss",
                "PR=Agency",
                "pr=a;",
                "pr=a;;ops=b",
                "pr=a=b",
                "pr=a,b",
                "pr= a",
                "pr=a  b",
                "pr=[a]"
            })
    void a_mapping_that_cannot_be_read_is_refused(String mapping) {
        assertThatThrownBy(() -> RoleGroups.read(mapping))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("role=group");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pr=PR;ops=PR Agency", "pr=PR Agency;ops=Agency", "pr=a;ops=a a"})
    void an_ambiguous_mapping_of_groups_is_refused(String mapping) {
        assertThatThrownBy(() -> RoleGroups.read(mapping))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ambiguous");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, true",
        "\"true\", true, true",
        "false, true, false",
        "\"false\", true, false",
        "\"yes\", true, false",
        "null, true, false",
        "true, false, true",
        "null, false, true",
        "false, false, false",
        "\"false\", false, false"
    })
    void an_unverified_address_is_refused_only_if_the_setting_says_so(
            String verified, boolean mustBeVerified, boolean accepted) {
        HttpRequest request =
                request(Map.of(), claims("\"ops\"", ", \"email_verified\": " + verified));
        Access access = new Access("roles", RoleGroups.namedLikeRoles(), mustBeVerified);

        HttpResponse response =
                access.oneOf(
                        EnumSet.allOf(Role.class), request, caller -> HttpResponse.text(200, "in"));

        assertThat(response.status()).isEqualTo(accepted ? 200 : 403);
        if (!accepted) {
            assertThat(Json.read(response.body()).path("detail").asText())
                    .contains("isn’t verified")
                    .contains("sign in again");
        }
    }

    private static String[] words(String text) {
        return text == null ? new String[0] : text.split(" ", -1);
    }

    private static Set<Role> roles(RoleGroups groups, String claim) {
        return roles(groups, request(Map.of(), claims(claim, "")));
    }

    private static Set<Role> roles(RoleGroups groups, String written, List<String> inToken) {
        String payload = Json.write(Map.of("roles", inToken));
        String token =
                "h."
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(payload.getBytes(UTF_8))
                        + ".s";
        return roles(
                groups,
                request(
                        Map.of("authorization", "Bearer " + token),
                        claims("\"" + written + "\"", "")));
    }

    private static Set<Role> roles(RoleGroups groups, HttpRequest request) {
        return switch (identity(groups, false, request)) {
            case Identity.Known(var caller) -> caller.roles();
            case Identity.Nobody nobody -> throw new AssertionError("nobody");
            case Identity.Unverified unverified -> throw new AssertionError("unverified");
        };
    }

    private static Identity identity(RoleGroups groups, boolean verifiedOnly, HttpRequest request) {
        return new TokenReader("roles", groups, verifiedOnly).read(request);
    }

    private static String claims(String roles, String more) {
        return "{\"email\": \"Ann@Example.com\", \"roles\": %s%s}".formatted(roles, more);
    }

    private static HttpRequest request(Map<String, String> headers, String claims) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("headers", headers);
        String text =
                Json.write(event).replaceFirst("}$", "")
                        + ", \"requestContext\": {\"authorizer\": {\"jwt\": {\"claims\": %s}}}}"
                                .formatted(claims);
        return new HttpRequest(LambdaHandler.event(APIGatewayV2HTTPEvent.class, text));
    }
}
