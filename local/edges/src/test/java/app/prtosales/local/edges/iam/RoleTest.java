package app.prtosales.local.edges.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RoleTest {

    private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/toys";
    private static final String KEYS = "dynamodb:LeadingKeys";

    @Test
    void an_action_that_no_statement_covers_is_not_allowed() {
        Role role = role(allow("dynamodb:GetItem", TABLE));

        assertThat(role.decide(AccessRequest.of("dynamodb:PutItem", TABLE)))
                .isEqualTo(new Decision.NotAllowed());
        assertThat(role.allows(AccessRequest.of("dynamodb:GetItem", TABLE + "s"))).isFalse();
        assertThat(role.allows(AccessRequest.of("dynamodb:GetItem", TABLE))).isTrue();
    }

    @Test
    void an_explicit_deny_wins_over_any_allow() {
        Role role = role(allow("dynamodb:*", "*"), deny("dynamodb:Delete*", TABLE));

        assertThat(role.decide(AccessRequest.of("dynamodb:DeleteItem", TABLE)))
                .isInstanceOf(Decision.Forbidden.class);
        assertThat(role.allows(AccessRequest.of("dynamodb:PutItem", TABLE))).isTrue();
    }

    @Test
    void actions_match_in_any_case_and_by_wildcard_and_arns_segment_by_segment() {
        Role role = role(allow("DynamoDB:get?tem", "arn:aws:dynamodb:*:*:table/to*"));

        assertThat(role.allows(AccessRequest.of("dynamodb:GetItem", TABLE))).isTrue();
        assertThat(role.allows(AccessRequest.of("dynamodb:GetItems", TABLE))).isFalse();
        assertThat(
                        role.allows(
                                AccessRequest.of(
                                        "dynamodb:GetItem",
                                        "arn:aws:dynamodb:us-east-1:000000000000:index/to")))
                .isFalse();
    }

    @Test
    void not_action_and_not_resource_match_everything_else() {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Effect", "Allow");
        statement.put("NotAction", "dynamodb:*");
        statement.put("NotResource", TABLE);
        Role role = role(statement);

        assertThat(role.allows(AccessRequest.of("sqs:SendMessage", TABLE + "x"))).isTrue();
        assertThat(role.allows(AccessRequest.of("sqs:SendMessage", TABLE))).isFalse();
        assertThat(role.allows(AccessRequest.of("dynamodb:GetItem", TABLE + "x"))).isFalse();
    }

    @Test
    void for_all_values_needs_every_key_to_match_and_holds_without_keys() {
        Role role = role(when("ForAllValues:StringLike", KEYS, "A#*", "B"));

        assertThat(role.allows(put("A#1", "B"))).isTrue();
        assertThat(role.allows(put("A#1", "C"))).isFalse();
        assertThat(role.allows(AccessRequest.of("dynamodb:PutItem", TABLE))).isTrue();
    }

    @Test
    void for_any_value_needs_one_key_to_match_and_fails_without_keys() {
        Role role = role(when("ForAnyValue:StringLike", KEYS, "A#*"));

        assertThat(role.allows(put("B", "A#1"))).isTrue();
        assertThat(role.allows(put("B"))).isFalse();
        assertThat(role.allows(AccessRequest.of("dynamodb:PutItem", TABLE))).isFalse();
    }

    @Test
    void an_absent_key_fails_the_condition_unless_the_operator_is_negated_or_ends_in_if_exists() {
        assertThat(mayFrom("StringEquals", null)).isFalse();
        assertThat(mayFrom("StringEqualsIfExists", null)).isTrue();
        assertThat(mayFrom("StringNotEquals", null)).isTrue();
        assertThat(mayFrom("StringEqualsIfExists", "b@x.example")).isFalse();
        assertThat(mayFrom("StringEquals", "a@x.example")).isTrue();
        assertThat(mayFrom("StringEquals", "A@x.example")).isFalse();
        assertThat(mayFrom("StringEqualsIgnoreCase", "A@x.example")).isTrue();
        assertThat(mayFrom("StringNotEquals", "a@x.example")).isFalse();
    }

    @Test
    void bool_and_arn_like_compare_as_iam_does() {
        Role secure = role(when("Bool", "aws:SecureTransport", "false"));
        assertThat(secure.allows(put("A").with("aws:securetransport", List.of("FALSE")))).isTrue();
        assertThat(secure.allows(put("A").with("aws:SecureTransport", List.of("true")))).isFalse();

        Role from = role(when("ArnLike", "aws:SourceArn", "arn:aws:events:*:*:rule/toys*"));
        assertThat(
                        from.allows(
                                put("A").with(
                                                "aws:SourceArn",
                                                List.of("arn:aws:events:a:1:rule/toys-1"))))
                .isTrue();
        assertThat(
                        from.allows(
                                put("A").with(
                                                "aws:SourceArn",
                                                List.of("arn:aws:events:a:1:b:rule/toys"))))
                .isFalse();
    }

    @Test
    void an_unsupported_element_is_refused_when_the_policy_is_read() {
        assertUnreadable(when("NumericEquals", KEYS, "1"), "NumericEquals");
        assertUnreadable(when("StringLike", "aws:PrincipalTag/x", "1"), "aws:PrincipalTag/x");
        assertUnreadable(when("StringLike", KEYS, "A#*"), "ForAllValues");
        assertUnreadable(
                when("StringLike", "ses:FromAddress", "${aws:username}"), "${aws:username}");
        assertUnreadable(allow("x:Y", "toys"), "toys is not an ARN");
        Map<String, Object> forSomebody = new LinkedHashMap<>(allow("x:Y", "*"));
        forSomebody.put("Principal", "*");
        assertUnreadable(forSomebody, "Principal");
    }

    @Test
    void removing_a_permission_refuses_what_it_allowed() {
        Role role = role(when("ForAllValues:StringLike", KEYS, "A#*", "B"), deny("x:Y", "*"));
        List<Permission> permissions = role.permissions();

        assertThat(permissions)
                .extracting(Permission::toString)
                .containsExactly(
                        "Toys action dynamodb:PutItem",
                        "Toys resource " + TABLE,
                        "Toys value A#*",
                        "Toys value B");
        for (Permission permission : permissions) {
            Role less = role.without(permission);
            assertThat(less.allows(put("A#1")) && less.allows(put("B")))
                    .as("%s", permission)
                    .isFalse();
            assertThat(less.permissions().size()).isLessThan(permissions.size());
        }
        assertThat(
                        role.without(new Permission("Toys", Permission.Part.VALUE, "B"))
                                .allows(put("A#1")))
                .isTrue();
    }

    private static boolean mayFrom(
            String operator, @org.jspecify.annotations.Nullable String from) {
        AccessRequest request = AccessRequest.of("dynamodb:PutItem", TABLE);
        return role(when(operator, "ses:FromAddress", "a@x.example"))
                .allows(from == null ? request : request.with("ses:FromAddress", List.of(from)));
    }

    private static AccessRequest put(String... keys) {
        return AccessRequest.of("dynamodb:PutItem", TABLE).with(KEYS, List.of(keys));
    }

    private static void assertUnreadable(Map<String, Object> statement, String names) {
        assertThatThrownBy(() -> role(statement))
                .isInstanceOf(UnreadablePolicy.class)
                .hasMessageContaining(names);
    }

    private static Map<String, Object> allow(String action, String resource) {
        return new LinkedHashMap<>(
                Map.of("Effect", "Allow", "Action", action, "Resource", List.of(resource)));
    }

    private static Map<String, Object> deny(String action, String resource) {
        return Map.of("Effect", "Deny", "Action", List.of(action), "Resource", resource);
    }

    private static Map<String, Object> when(String operator, String key, String... values) {
        Map<String, Object> statement = allow("dynamodb:PutItem", TABLE);
        statement.put("Sid", "Toys");
        statement.put("Condition", Map.of(operator, Map.of(key, List.of(values))));
        return statement;
    }

    @SafeVarargs
    private static Role role(Map<String, Object>... statements) {
        List<Statement> read = new ArrayList<>();
        for (Map<String, Object> each : statements) {
            read.add(Statement.read("#" + read.size(), each));
        }
        return new Role("Toys", read);
    }
}
