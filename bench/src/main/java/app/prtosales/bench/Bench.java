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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeoutException;

/// Measures the libraries' sizes, cold starts and first requests, and prints which targets are met,
/// as rows of the table in `docs/performance.md`.
public final class Bench {

    private static final int RUNS = 7;
    private static final double COLD_START_RATIO = 1.3;
    private static final double FIRST_REQUEST_MILLIS = 60;
    private static final double FIRST_PAGE_MILLIS = 60;
    private static final double LIBRARY_MEGABYTES = 20;

    private static final String INTAKE = "PlacementIntake";
    private static final String READER = "PageReader";
    private static final String CREATED = "\"statusCode\":201";

    /// The first page and nine more; the last five of them give the time of a warm page.
    private static final int PAGES = 10;

    private static final int WARM = 5;

    private final Path root;
    private final PrintStream out;
    private boolean met = true;

    private Bench(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /// Exits with 3 when a target is missed.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, TimeoutException {
        Bench bench = new Bench(BenchEdges.root(), System.out);
        bench.run();
        System.exit(bench.met ? 0 : 3);
    }

    private void run() throws IOException, InterruptedException, TimeoutException {
        out.println("| What | Measured | Target | |");
        out.println("|---|---|---|---|");
        libraries();
        InstantSource clock = InstantSource.system();
        try (BenchEdges edges = BenchEdges.start(root, clock)) {
            Map<String, String> environment = edges.environment(INTAKE);
            SampleCompany.load(
                    root.resolve("events/sample-company"), AwsApplication.from(environment, clock));
            speeds(
                    edges.function(INTAKE, "placement-intake"),
                    edges.lambda(
                            "app.prtosales.bench.bare.BareHandler::handleRequest",
                            "bench/bare/target/lambda",
                            environment),
                    clock);
            pages(edges.function(READER, "page-reader"));
        }
    }

    private void libraries() throws IOException {
        for (Libraries each : Libraries.ofEach(root.resolve("functions"))) {
            boolean isReader = each.function().equals("page-reader");
            row(
                    "`lib/` of %s, %d jars".formatted(each.function(), each.jars()),
                    "%.1f MB, HTTP clients of their own: %s"
                            .formatted(
                                    each.megabytes(),
                                    each.unwelcome().isEmpty()
                                            ? "none"
                                            : String.join(", ", each.unwelcome())),
                    "< %.0f MB, %s"
                            .formatted(
                                    LIBRARY_MEGABYTES,
                                    isReader ? "one that fetches web pages" : "none"),
                    each.megabytes() < LIBRARY_MEGABYTES
                            && (isReader || each.unwelcome().isEmpty()));
        }
    }

    /// Alternates between the two, so that other load on the machine affects both.
    private void speeds(Lambda intake, Lambda bare, InstantSource clock)
            throws IOException, InterruptedException, TimeoutException {
        List<Duration> ours = new ArrayList<>();
        List<Duration> theirs = new ArrayList<>();
        List<Duration> primed = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            Duration bareStart = bare.coldStart(submission(clock.instant()), CREATED);
            Duration start = intake.coldStart(submission(clock.instant()), CREATED);
            Duration first =
                    intake.requestsWhenPrimed(List.of(submission(clock.instant())), CREATED)
                            .getFirst();
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
                "%.0f ms, compared with %.0f ms for the bare handler: %.2f (%s; bare %s)"
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

    /// How much longer the first page takes than later ones. The page is part of the request, so no
    /// site is involved.
    private void pages(Lambda reader) throws IOException, InterruptedException, TimeoutException {
        List<Duration> first = new ArrayList<>();
        List<Duration> warm = new ArrayList<>();
        for (int run = 0; run <= RUNS; run++) {
            List<Duration> each =
                    reader.requestsWhenPrimed(
                            Collections.nCopies(PAGES, page()), "\"publishedAt\"");
            if (run > 0) {
                first.add(each.getFirst());
                warm.addAll(each.subList(PAGES - WARM, PAGES));
            }
        }
        Times all = new Times(first);
        double usual = new Times(warm).median();
        row(
                "First page of %s, primed".formatted(READER),
                "%.0f ms (%s), compared with %.0f ms for a warm one: %.0f ms more"
                        .formatted(all.median(), all.all(), usual, all.median() - usual),
                "≤ %.0f ms more".formatted(FIRST_PAGE_MILLIS),
                all.median() - usual <= FIRST_PAGE_MILLIS);
    }

    private void row(String what, String measured, String target, boolean isMet) {
        met &= isMet;
        out.printf("| %s | %s | %s | %s |%n", what, measured, target, isMet ? "met" : "**missed**");
    }

    /// A page of about 60 KB.
    private static String page() {
        return Json.write(
                Map.of("url", "https://news.example.com/story", "html", SamplePage.of(2)));
    }

    /// A new story, published an hour ago.
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
        return GatewayEvent.of(
                "pr", "POST", "/placements", "application/json", Map.of("body", Json.write(body)));
    }
}
