package app.prtosales.bench;

import app.prtosales.aws.AwsApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Measures a page of a list of 10,000 placements, and a roster of 10,000 rows.
public final class BenchList {

    private static final int MANY = 10_000;
    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final Duration PAGE_TARGET = Duration.ofMillis(300);
    private static final Duration ROSTER_TARGET = Duration.ofSeconds(5);
    private static final String OK = "\"statusCode\":200";

    private final Path root;
    private final PrintStream out;
    private final InstantSource clock = InstantSource.system();
    private boolean met = true;

    private BenchList(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /// Exits with 3 when a target is missed.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, TimeoutException {
        BenchList bench = new BenchList(BenchEdges.root(), System.out);
        bench.run();
        System.exit(bench.met ? 0 : 3);
    }

    private void run() throws IOException, InterruptedException, TimeoutException {
        try (BenchEdges edges = BenchEdges.start(root, clock)) {
            Lambda intake = edges.function("PlacementIntake", "placement-intake");
            AwsApplication application = AwsApplication.from(intake.environment(), clock);
            SampleCompany.load(root.resolve("events/sample-company"), application);
            Instant begin = clock.instant().minus(Duration.ofDays(20));
            BusyWeek.publish(application, begin, ZONE, MANY);
            String middle = application.placements().newest(MANY / 2, null).next();
            row(
                    "The newest 50 of 10,000 placements, in a warm function",
                    intake.startAndAgain(list("limit=50"), OK).getLast(),
                    PAGE_TARGET);
            row(
                    "The 50 after the first 5,000",
                    intake.startAndAgain(list("limit=50&cursor=" + middle), OK).getLast(),
                    PAGE_TARGET);

            Lambda directory = edges.function("Directory", "directory");
            row(
                    "A roster of 10,000 rows as CSV and its diff, including the start of the process",
                    directory.startAndAgain(roster("dryRun=true"), OK).getFirst(),
                    ROSTER_TARGET);
            row(
                    "The same, applied",
                    directory.startAndAgain(roster("confirm=true"), OK).getFirst(),
                    ROSTER_TARGET);
        }
    }

    private static String list(String query) {
        return event("GET", "/placements", query, Map.of(), "", "pr");
    }

    private static String roster(String query) {
        String rows =
                IntStream.range(0, MANY)
                        .mapToObj(i ->
                                "rep-%05d,Sample Rep %05d,rep-%05d@sample-medtech.example,America/Chicago,payers,employee,true"
                                        .formatted(i, i, i))
                        .collect(
                                Collectors.joining(
                                        "\n",
                                        "id,name,email,zone,segments,employment,active\n",
                                        "\n"));
        return event("PUT", "/directory/{list}", query, Map.of("list", "reps"), rows, "ops");
    }

    private static String event(
            String method,
            String route,
            String query,
            Map<String, String> path,
            String body,
            String role) {
        return GatewayEvent.of(
                role,
                method,
                route,
                "text/csv",
                Map.of("rawQueryString", query, "pathParameters", path, "body", body));
    }

    private void row(String what, Duration took, Duration target) {
        boolean isMet = took.compareTo(target) < 0;
        met &= isMet;
        out.printf(
                "| %s | %d ms | < %d ms | %s |%n",
                what, took.toMillis(), target.toMillis(), isMet ? "met" : "**missed**");
    }
}
