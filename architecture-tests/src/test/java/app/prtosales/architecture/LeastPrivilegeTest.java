package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Wiring;
import app.prtosales.local.edges.iam.AccessRequest;
import app.prtosales.local.edges.iam.Permission;
import app.prtosales.local.edges.iam.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The roles of `template.yaml` allow what the functions did while the tests ran, and nothing else
/// (invariant I11). The calls were recorded, not written by hand.
class LeastPrivilegeTest {

    private final CloudTemplate template = Repository.template("http://localhost:1");

    /// Begins the reason for a permission that only some runs need.
    private static final String SOMETIMES = "sometimes: ";

    private final Map<String, Role> roles = template.roles();

    @BeforeEach
    void the_runners_suite_has_run() {
        boolean recorded = RecordedCalls.exist();
        if ("true".equals(System.getenv("CI"))) {
            assertThat(recorded).as("the calls that local/runner's tests record").isTrue();
        }
        assumeThat(recorded)
                .as("skipped: no calls are recorded; mvn verify of the whole project records them")
                .isTrue();
    }

    @Test
    void no_function_made_a_call_that_its_role_does_not_allow() {
        assertThat(RecordedCalls.read().refused()).isEmpty();
    }

    @Test
    void the_template_allows_each_call_and_what_lambda_does_itself() {
        assertThat(roles)
                .allSatisfy((function, role) ->
                        assertThat(needed(RecordedCalls.read()).get(function))
                                .as(function)
                                .allMatch(role::allows));
    }

    /// Removing a permission must make a recorded call fail, or something that Lambda does itself.
    @Test
    void each_permission_is_needed_or_has_a_reason() {
        Map<String, Set<AccessRequest>> needed = needed(RecordedCalls.read());
        Set<String> idle = new TreeSet<>();
        roles.forEach((function, role) -> {
            Set<AccessRequest> wanted = needed.getOrDefault(function, Set.of());
            for (Permission permission : role.permissions()) {
                if (wanted.stream().allMatch(role.without(permission)::allows)) {
                    idle.add("%s %s".formatted(function, permission));
                }
            }
        });

        Map<String, String> kept = kept();
        assertThat(kept.keySet())
                .as(
                        "permissions that nothing needs; remove them, or give a reason in permissions-kept.txt")
                .containsAll(idle);
        assertThat(kept)
                .as("reasons in permissions-kept.txt for permissions that are needed")
                .allSatisfy((permission, reason) ->
                        assertThat(idle.contains(permission) || reason.startsWith(SOMETIMES))
                                .as(permission)
                                .isTrue());
    }

    @Test
    void each_permission_kept_without_need_has_a_reason() {
        assertThat(kept())
                .allSatisfy((permission, reason) ->
                        assertThat(reason).as(permission).hasSizeGreaterThan(20));
    }

    private Map<String, Set<AccessRequest>> needed(RecordedCalls calls) {
        Map<String, Set<AccessRequest>> needed = new HashMap<>();
        roles.keySet().forEach(each -> needed.put(each, new HashSet<>(calls.askedFor(each))));
        for (Wiring wiring : template.wirings()) {
            needed.computeIfAbsent(wiring.function(), first -> new HashSet<>())
                    .add(wiring.access());
        }
        return needed;
    }

    /// Each line of the file: a permission, and after a dash the reason for keeping it.
    private static Map<String, String> kept() {
        try (InputStream file =
                Objects.requireNonNull(
                        LeastPrivilegeTest.class.getResourceAsStream("/permissions-kept.txt"))) {
            Map<String, String> kept = new TreeMap<>();
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .forEach(line -> {
                        String[] parts = line.split(" — ", 2);
                        kept.put(parts[0].strip(), parts.length > 1 ? parts[1].strip() : "");
                    });
            return kept;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
