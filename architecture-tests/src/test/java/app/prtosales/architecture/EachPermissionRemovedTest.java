package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import app.prtosales.local.edges.CloudTemplate;
import app.prtosales.local.edges.Wiring;
import app.prtosales.local.edges.iam.AccessRequest;
import app.prtosales.local.edges.iam.Permission;
import app.prtosales.local.edges.iam.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs `./run once` without each action, resource and key that the main job needs, one at a time:
/// it must stop at the first refusal and name the function and the action. Takes about ten minutes,
/// so only `.ci/full` runs it, with `-DeachPermission=true`.
@EnabledIfSystemProperty(
        named = "eachPermission",
        matches = "true",
        disabledReason = "it takes ten minutes; -DeachPermission=true runs it")
class EachPermissionRemovedTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static final List<Needed> NEEDED = new ArrayList<>();

    @TempDir private static Path folder;

    /// How many permissions a run may happen not to use: functions run in parallel, and which of
    /// them gets to something first varies.
    private static final int MOST_UNUSED = 3;

    private static final AtomicInteger UNUSED = new AtomicInteger();

    /// A permission, and the actions that are refused without it.
    ///
    /// @param permission prefixed with its function's name, as for `./run once --without`
    /// @param without the function's role without this permission
    record Needed(String function, String permission, Role without, Set<String> actions) {

        /// The possible outputs of `./run once`: `denied: RepNotification ses:SendEmail`.
        Stream<String> lines() {
            return actions.stream().map(each -> "denied: %s %s".formatted(function, each));
        }

        Needed with(Set<String> more) {
            Set<String> all = new HashSet<>(actions);
            all.addAll(more);
            return new Needed(function, permission, without, all);
        }

        @Override
        public String toString() {
            return permission;
        }
    }

    @BeforeAll
    static void run_once_with_every_permission() throws Exception {
        Once once = once(List.of());
        assertThat(once.exit()).as(once.printed()).isZero();

        CloudTemplate template = Repository.template("http://localhost:1");
        RecordedCalls recorded = RecordedCalls.in(List.of(once.calls()));
        Map<String, Set<AccessRequest>> made = new HashMap<>();
        for (Wiring wiring : template.wirings()) {
            made.computeIfAbsent(wiring.function(), first -> new HashSet<>()).add(wiring.access());
        }
        template.roles()
                .forEach((function, role) -> {
                    Set<AccessRequest> wanted =
                            made.computeIfAbsent(function, first -> new HashSet<>());
                    wanted.addAll(recorded.askedFor(function));
                    NEEDED.addAll(needed(function, role, wanted));
                });
        assertThat(NEEDED).hasSizeGreaterThan(40);
    }

    static List<Needed> permissions() {
        return NEEDED;
    }

    @ParameterizedTest
    @MethodSource("permissions")
    void run_once_stops_and_names_what_was_refused(Needed needed) throws Exception {
        Once once = once(List.of("--without", needed.permission()));
        if (once.exit() == 0) {
            assertThat(RecordedCalls.in(List.of(once.calls())).askedFor(needed.function()))
                    .as("the refusal without " + needed.permission())
                    .allMatch(needed.without()::allows);
            UNUSED.incrementAndGet();
            abort("not needed in this run");
        }

        assertThat(once.exit()).as(once.printed()).isEqualTo(1);
        assertThat(once.printed().lines().map(String::strip))
                .containsAnyElementsOf(needed.with(refused(needed, once.calls())).lines().toList());
    }

    /// The actions of this run that need the permission. Because functions run in parallel, one may
    /// get to another of the permission's actions first than it did in the run with all
    /// permissions.
    private static Set<String> refused(Needed needed, Path calls) {
        return RecordedCalls.in(List.of(calls)).askedFor(needed.function()).stream()
                .filter(each -> !needed.without().allows(each))
                .map(AccessRequest::action)
                .collect(Collectors.toSet());
    }

    @AfterAll
    static void nearly_every_permission_was_needed() {
        assertThat(UNUSED.get()).isLessThanOrEqualTo(MOST_UNUSED);
    }

    private static List<Needed> needed(String function, Role role, Set<AccessRequest> wanted) {
        List<Needed> found = new ArrayList<>();
        for (Permission permission : role.permissions()) {
            Set<String> refused = new HashSet<>();
            Role without = role.without(permission);
            wanted.stream()
                    .filter(each -> !without.allows(each))
                    .forEach(each -> refused.add(each.action()));
            if (!refused.isEmpty()) {
                found.add(
                        new Needed(
                                function,
                                "%s %s".formatted(function, permission),
                                without,
                                refused));
            }
        }
        return found;
    }

    private static Once once(List<String> options) throws Exception {
        Path calls = Files.createTempFile(folder, "calls", ".jsonl");
        List<String> command = new ArrayList<>(List.of("./run", "once"));
        command.addAll(options);
        Path printed = Files.createTempFile(folder, "once", ".txt");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(Repository.root().toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(printed.toFile());
        builder.environment().put("PRTOSALES_CALLS", calls.toString());
        Process process = builder.start();
        boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
        assertThat(ended).as("ended within 60 s: " + options).isTrue();
        return new Once(process.exitValue(), read(printed), calls);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The exit code of `./run once`, its output, and the file of the calls that this run made.
    private record Once(int exit, String printed, Path calls) {}
}
