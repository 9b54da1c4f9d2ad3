package app.prtosales.architecture;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.iam.AccessRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The calls of the functions that the edges recorded while the suites of `local/runner` and
/// `browser-tests` ran.
final class RecordedCalls {

    private static final Path FOLDER = Repository.root().resolve("target/calls");

    private final Map<String, Set<AccessRequest>> asked = new HashMap<>();
    private final Set<String> refused = new TreeSet<>();

    private RecordedCalls() {}

    /// Whether the runner's tests have recorded any calls.
    static boolean exist() {
        if (!Files.isDirectory(FOLDER)) {
            return false;
        }
        try (Stream<Path> files = Files.list(FOLDER)) {
            // Files are named after test processes, which are numbered across the build.
            return files.anyMatch(file -> file.getFileName().toString().startsWith("runner-"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static RecordedCalls read() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return in(files.sorted().toList());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Reads the calls in some files.
    static RecordedCalls in(List<Path> files) {
        RecordedCalls calls = new RecordedCalls();
        for (Path file : files) {
            try (Stream<String> lines = Files.lines(file)) {
                lines.forEach(calls::add);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return calls;
    }

    private void add(String line) {
        Map<String, Object> call;
        try {
            call = Json.object(line);
        } catch (Json.MalformedJson broken) {
            throw new IllegalStateException("a recorded call is not JSON: " + line, broken);
        }
        if (call.get("function") == null) {
            return;
        }
        String function = Json.string(call.get("function"));
        for (Object each : Json.list(call.get("access"))) {
            asked.computeIfAbsent(function, first -> new LinkedHashSet<>())
                    .add(access(Json.map(each)));
        }
        if (Boolean.FALSE.equals(call.get("allowed"))) {
            refused.add("%s %s:%s".formatted(function, call.get("service"), call.get("operation")));
        }
    }

    private static AccessRequest access(Map<String, Object> from) {
        Map<String, List<String>> context = new LinkedHashMap<>();
        Json.map(from.get("context"))
                .forEach((key, values) ->
                        context.put(key, Json.list(values).stream().map(Json::string).toList()));
        return new AccessRequest(
                Json.string(from.get("action")), Json.string(from.get("resource")), context);
    }

    /// The distinct permissions that a function's calls needed.
    Set<AccessRequest> askedFor(String function) {
        return asked.getOrDefault(function, Set.of());
    }

    /// Each call that the edges refused: function, service and operation.
    Set<String> refused() {
        return refused;
    }
}
