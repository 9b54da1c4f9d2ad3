package app.prtosales.bench;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/// Measures the bars of `docs/performance.md` and says which are met, as the rows of its table.
public final class Bench {

    private static final int RUNS = 7;
    private static final double COLD_START_RATIO = 1.3;
    private static final double FIRST_REQUEST_MILLIS = 60;
    private static final double LIBRARY_MEGABYTES = 20;

    private static final String INTAKE = "PlacementIntake";

    private final Path root;
    private final PrintStream out;
    private boolean met = true;

    private Bench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /// Exits with 1 when a bar is missed.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, TimeoutException {
        Bench bench = new Bench(BenchEdges.root(), System.out);
        bench.run();
        System.exit(bench.met ? 0 : 1);
    }

    private void run() throws IOException, InterruptedException, TimeoutException {
        out.println("| What | Measured | Bar | |");
        out.println("|---|---|---|---|");
        libraries();
        InstantSource clock = InstantSource.system();
        try (BenchEdges edges = BenchEdges.start(root, clock)) {
            Map<String, String> environment = edges.environment(INTAKE);
            SampleCompany.moveIn(
                    root.resolve("events/sample-company"), AwsApplication.from(environment, clock));
            speeds(
                    edges.function(INTAKE, "placement-intake"),
                    edges.lambda(
                            "app.prtosales.bench.bare.BareHandler::handleRequest",
                            "bench/bare/target/lambda",
                            environment),
                    clock);
        }
    }

    private void libraries() throws IOException {
        for (Libraries each : Libraries.ofEach(root.resolve("functions"))) {
            row(
                    "`lib/` of %s, %d jars".formatted(each.function(), each.jars()),
                    "%.1f MB, HTTP clients of their own: %s"
                            .formatted(
                                    each.megabytes(),
                                    each.unwelcome().isEmpty()
                                            ? "none"
                                            : String.join(", ", each.unwelcome())),
                    "< %.0f MB, none".formatted(LIBRARY_MEGABYTES),
                    each.megabytes() < LIBRARY_MEGABYTES && each.unwelcome().isEmpty());
        }
    }

    /// One of each in turn, so that whatever else the machine does meets both.
    private void speeds(Lambda intake, Lambda bare, InstantSource clock)
            throws IOException, InterruptedException, TimeoutException {
        List<Duration> ours = new ArrayList<>();
        List<Duration> theirs = new ArrayList<>();
        List<Duration> primed = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            Duration bareStart = bare.coldStart(submission(clock.instant()));
            Duration start = intake.coldStart(submission(clock.instant()));
            Duration first = intake.firstRequestWhenPrimed(submission(clock.instant()));
            if (run > 0) { // the first round warms the disk's cache and the edges
                theirs.add(bareStart);
                ours.add(start);
                primed.add(first);
            }
        }
        coldStart(new Times(ours), new Times(theirs));
        firstRequest(new Times(primed));
    }

    private void coldStart(Times ours, Times theirs) {
        double ratio = ours.median() / theirs.median();
        row(
                "Cold start of %s: process start to the first 201".formatted(INTAKE),
                "%.0f ms against %.0f ms of the bare handler: %.2f (%s; bare %s)"
                        .formatted(ours.median(), theirs.median(), ratio, ours.all(), theirs.all()),
                "ratio ≤ %.1f".formatted(COLD_START_RATIO),
                ratio <= COLD_START_RATIO);
    }

    private void firstRequest(Times primed) {
        row(
                "First request of %s, primed".formatted(INTAKE),
                "%.0f ms (%s)".formatted(primed.median(), primed.all()),
                "≤ %.0f ms".formatted(FIRST_REQUEST_MILLIS),
                primed.median() <= FIRST_REQUEST_MILLIS);
    }

    private void row(String what, String measured, String bar, boolean isMet) {
        met &= isMet;
        out.printf("| %s | %s | %s | %s |%n", what, measured, bar, isMet ? "met" : "**missed**");
    }

    /// A story that nobody submitted yet, published an hour ago.
    private static String submission(Instant now) {
        LocalDateTime published =
                LocalDateTime.ofInstant(
                        now.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES),
                        ZoneId.of("America/New_York"));
        Map<String, Object> body =
                Map.of(
                        "url", "https://bench.example/stories/" + UUID.randomUUID(),
                        "outlet", "Healthcare Curated",
                        "headline", "Waystar Uses AI to Recover Billions in Healthcare Revenue",
                        "format", "news-mention",
                        "publishedAt", published.toString(),
                        "zone", "America/New_York",
                        "segments", List.of("health-systems"),
                        "note", "Send it to whoever asked about denied claims.",
                        "topic", "denials",
                        "backfill", false);
        Map<String, Object> event =
                Map.of(
                        "version",
                        "2.0",
                        "routeKey",
                        "POST /placements",
                        "rawPath",
                        "/placements",
                        "rawQueryString",
                        "",
                        "headers",
                        Map.of("host", "bench", "content-type", "application/json"),
                        "requestContext",
                        Map.of(
                                "http", Map.of("method", "POST", "path", "/placements"),
                                "stage", "$default",
                                "authorizer",
                                        Map.of(
                                                "jwt",
                                                Map.of(
                                                        "claims",
                                                        Map.of(
                                                                "email",
                                                                        "pr@sample-medtech.example",
                                                                "cognito:groups", "[pr]")))),
                        "isBase64Encoded",
                        false,
                        "body",
                        Json.write(body));
        return Json.write(event);
    }
}
