package app.prtosales.bench;

import app.prtosales.audit.AuditWeek;
import app.prtosales.aws.AwsApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/// Measures the weekly audit and its page on weeks of different sizes.
public final class BenchAudit {

    /// The zone of the sample company's agreement.
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private static final Duration WEEK_TARGET = Duration.ofSeconds(10);
    private static final Duration PAGE_TARGET = Duration.ofSeconds(1);

    private final Path root;
    private final PrintStream out;
    private final InstantSource clock = InstantSource.system();

    /// Backdates the agreement, because no email is sent about a week that ended before the
    /// agreement was made.
    private final InstantSource longAgo = InstantSource.offset(clock, Duration.ofDays(-60));

    private boolean met = true;

    private BenchAudit(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /// Exits with 3 when a target is missed.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, TimeoutException {
        BenchAudit bench = new BenchAudit(BenchEdges.root(), System.out);
        bench.week(100, 50);
        bench.week(100, 5_000);
        bench.week(1_000, 50);
        bench.week(1_000, 5_000);
        System.exit(bench.met ? 0 : 3);
    }

    private void week(int placements, int reps)
            throws IOException, InterruptedException, TimeoutException {
        try (BenchEdges edges = BenchEdges.start(root, clock)) {
            Lambda audit = edges.function("WeeklyAudit", "weekly-audit");
            AwsApplication application = AwsApplication.from(audit.environment(), clock);
            SampleCompany.load(
                    root.resolve("events/sample-company"),
                    AwsApplication.from(audit.environment(), longAgo));
            AuditWeek week = AuditWeek.of(clock.instant(), ZONE).previous();
            BusyWeek.store(application, week, ZONE, placements, reps);

            Duration mailed = audit.startAndAgain("{}", week.toString()).getFirst();
            Lambda pages = edges.function("AuditPages", "audit-pages");
            List<Duration> page = pages.startAndAgain(quarter(), "\"statusCode\":200");
            row(
                    "The weekly email about %d placements to %d reps each, from the start of the process"
                            .formatted(placements, reps),
                    mailed,
                    WEEK_TARGET);
            row(
                    "The quarter that ends with that week, in a warm function",
                    page.getLast(),
                    PAGE_TARGET);
        }
    }

    private static String quarter() {
        return GatewayEvent.of("leadership", "GET", "/audit/quarter", "application/json", Map.of());
    }

    private void row(String what, Duration took, Duration target) {
        boolean isMet = took.compareTo(target) < 0;
        met &= isMet;
        out.printf(
                "| %s | %.2f s | < %d s | %s |%n",
                what, took.toMillis() / 1_000.0, target.toSeconds(), isMet ? "met" : "**missed**");
    }
}
