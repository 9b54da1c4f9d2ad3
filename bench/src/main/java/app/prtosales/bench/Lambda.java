package app.prtosales.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// A function as shipped, started as Lambda would start it: the real runtime interface client in a
/// process of its own, on one CPU, in the folder with the function's `lib`. The function's own JVM
/// options come from its environment in `template.yaml`; the others are like Lambda's.
///
/// @param folder the folder that contains `lib`
/// @param environment the complete environment of the process
/// @param runtime the folder with the jars of the runtime interface client
/// @param log the file that the output of the process is appended to
record Lambda(
        String handler, Path folder, Map<String, String> environment, Path runtime, Path log) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration LONG = Duration.ofMinutes(15);

    /// A pause before each measured request, long enough for classes that are still loading.
    private static final Duration QUIET = Duration.ofMillis(300);

    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    Lambda {
        environment = Map.copyOf(environment);
    }

    /// The time from the start of the process to the first answer, without priming.
    ///
    /// @param expected text that the answer must contain
    Duration coldStart(String event, String expected)
            throws IOException, InterruptedException, TimeoutException {
        try (RuntimeApi api = RuntimeApi.start()) {
            api.invoke(event);
            long begin = System.nanoTime();
            Process process = start(api, List.of(), Map.of());
            try {
                return between(begin, answered(api, expected));
            } finally {
                stop(process);
            }
        }
    }

    /// The times of the first request after a primed initialization, which is the state in
    /// SnapStart's snapshot, and of the requests after it.
    ///
    /// @param events the events, sent one after the other
    /// @param expected text that each answer must contain
    List<Duration> requestsWhenPrimed(List<String> events, String expected)
            throws IOException, InterruptedException, TimeoutException {
        try (RuntimeApi api = RuntimeApi.start()) {
            Process process =
                    start(
                            api,
                            List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
                            Map.of("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start"));
            try {
                api.awaitInitialized(PATIENCE);
                List<Duration> each = new ArrayList<>();
                for (String event : events) {
                    Thread.sleep(QUIET);
                    long begin = System.nanoTime();
                    api.invoke(event);
                    each.add(between(begin, answered(api, expected)));
                }
                return each;
            } finally {
                stop(process);
            }
        }
    }

    /// The time from the start of the process to the first answer, and the time of the same event
    /// once more.
    ///
    /// @param expected text that both answers must contain
    List<Duration> startAndAgain(String event, String expected)
            throws IOException, InterruptedException, TimeoutException {
        try (RuntimeApi api = RuntimeApi.start()) {
            api.invoke(event);
            long begin = System.nanoTime();
            Process process = start(api, List.of(), Map.of());
            try {
                Duration first = between(begin, answered(api, expected));
                Thread.sleep(QUIET);
                long again = System.nanoTime();
                api.invoke(event);
                return List.of(first, between(again, answered(api, expected)));
            } finally {
                stop(process);
            }
        }
    }

    /// Starts the function, for any number of calls.
    Running run() throws IOException {
        RuntimeApi api = RuntimeApi.start();
        return new Running(api, start(api, List.of("-Xmx512m"), Map.of()));
    }

    /// A running function.
    record Running(RuntimeApi api, Process process) implements AutoCloseable {

        /// @param expected the complete answer
        void call(String event, String expected) throws InterruptedException, TimeoutException {
            api.invoke(event);
            RuntimeApi.Answer answer = api.awaitAnswer(LONG);
            if (!answer.body().equals(expected)) {
                throw new IllegalStateException("not %s but %s".formatted(expected, answer));
            }
        }

        /// The CPU time used since the start.
        Duration cpu() {
            return process.toHandle().info().totalCpuDuration().orElseThrow();
        }

        /// The peak memory of the whole process so far, in MB, as Linux reports it.
        long peakMemory() throws IOException {
            return Files.readAllLines(Path.of("/proc", "%d".formatted(process.pid()), "status"))
                    .stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1_024)
                    .findFirst()
                    .orElseThrow();
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
            api.close();
        }
    }

    private static long answered(RuntimeApi api, String expected)
            throws InterruptedException, TimeoutException {
        RuntimeApi.Answer answer = api.awaitAnswer(PATIENCE);
        if (!answer.body().contains(expected)) {
            throw new IllegalStateException("not %s but %s".formatted(expected, answer));
        }
        return answer.at();
    }

    private Process start(RuntimeApi api, List<String> options, Map<String, String> variables)
            throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(TASKSET)) {
            command.addAll(List.of(TASKSET.toString(), "-c", "0"));
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-XX:ActiveProcessorCount=1",
                        "-XX:+UseSerialGC",
                        "-Xmx410m",
                        "--enable-native-access=ALL-UNNAMED"));
        command.addAll(options);
        command.addAll(
                List.of(
                        "-cp",
                        runtime.toAbsolutePath() + "/*",
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        handler));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(variables);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", api.address());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "bench");
        builder.environment().put("AWS_LAMBDA_FUNCTION_VERSION", "1");
        builder.environment().put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
        builder.environment().put("AWS_LAMBDA_LOG_FORMAT", "JSON");
        builder.environment().put("_HANDLER", handler);
        return builder.start();
    }

    private static Duration between(long begin, long end) {
        return Duration.ofNanos(end - begin);
    }

    private static void stop(Process process) throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }
}
