package app.prtosales.bench;

import app.prtosales.aws.AwsApplication;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;

/// Measures a tick with three placements due, in a table with 1,000 or 100,000 that are not due.
public final class BenchTick {

    private static final int FEW = 1_000;
    private static final int MANY = 100_000;
    private static final int DUE = 3;

    private static final int READS_TARGET = 5;
    private static final double RATIO_TARGET = 1.2;

    /// Calls until the JVM has compiled the hot code.
    private static final int WARMING_UP = 300;

    private static final int TICKS = 201;

    private static final String EVENT = "{}";
    private static final String STARTED = answer(DUE);
    private static final String NOTHING = answer(0);

    private final Path root;
    private final PrintStream out;
    private final InstantSource clock = InstantSource.system();
    private boolean met = true;

    private BenchTick(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /// Exits with 3 when a target is missed.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, TimeoutException {
        BenchTick bench = new BenchTick(BenchEdges.root(), System.out);
        bench.run();
        System.exit(bench.met ? 0 : 3);
    }

    private void run() throws IOException, InterruptedException, TimeoutException {
        try (Side few = side();
                Side many = side()) {
            few.fill(FEW);
            many.fill(MANY);
            int reads = many.reads();
            row(
                    "Reads of a tick with %d placements due among %,d".formatted(DUE, MANY),
                    "%d (%d among %,d)".formatted(reads, few.reads(), FEW),
                    "≤ %d".formatted(READS_TARGET),
                    reads <= READS_TARGET);
            for (int i = 0; i < WARMING_UP; i++) {
                few.tick();
                many.tick();
            }
            List<Duration> withFew = new ArrayList<>();
            List<Duration> withMany = new ArrayList<>();
            List<Duration> idle = new ArrayList<>();
            for (int i = 0; i < TICKS; i++) {
                withFew.add(few.tick());
                withMany.add(many.tick());
                idle.add(many.idleTick());
            }
            time(new Times(withFew), new Times(withMany));
            row(
                    "A warm tick with nothing due among %,d placements".formatted(MANY),
                    "%.1f ms".formatted(new Times(idle).median()),
                    "",
                    true);
        }
    }

    private void time(Times few, Times many) {
        double ratio = many.median() / few.median();
        row(
                "A warm tick with %d placements due among %,d, compared with %,d"
                        .formatted(DUE, MANY, FEW),
                "%.1f ms, compared with %.1f ms: %.2f"
                        .formatted(many.median(), few.median(), ratio),
                "ratio ≤ %.1f".formatted(RATIO_TARGET),
                ratio <= RATIO_TARGET);
    }

    private static String answer(int started) {
        return "{\"started\":%d,\"sendsChecked\":0,\"judged\":0}".formatted(started);
    }

    private Side side() throws IOException {
        BenchEdges edges = BenchEdges.start(root, clock);
        Lambda function = edges.function("DeadlineCheck", "deadline-check");
        AwsApplication application = AwsApplication.from(function.environment(), clock);
        SampleCompany.load(root.resolve("events/sample-company"), application);
        FullTable table =
                new FullTable(
                        edges.dynamo(),
                        Objects.requireNonNull(function.environment().get("TABLE_NAME")));
        return new Side(edges, function, function.run(), table, clock);
    }

    /// A table with some placements, and the function that works on it.
    private record Side(
            BenchEdges edges,
            Lambda function,
            Lambda.Running running,
            FullTable table,
            InstantSource clock)
            implements AutoCloseable {

        void fill(int placements) {
            table.fill(placements, clock.instant());
        }

        /// The duration of a tick; its due placements are created beforehand.
        Duration tick() throws InterruptedException, TimeoutException {
            table.makeDue(DUE, clock.instant());
            return tick(STARTED);
        }

        /// The duration of a tick with nothing due: what was just due is due again in a minute.
        Duration idleTick() throws InterruptedException, TimeoutException {
            return tick(NOTHING);
        }

        private Duration tick(String expected) throws InterruptedException, TimeoutException {
            long begin = System.nanoTime();
            running.call(EVENT, expected);
            return Duration.ofNanos(System.nanoTime() - begin);
        }

        /// The number of reads in the first tick of a process, when nothing is cached.
        int reads() throws IOException, InterruptedException, TimeoutException {
            table.makeDue(DUE, clock.instant());
            try (CountedReads counted = CountedReads.inFrontOf(edges.url());
                    Lambda.Running metered = pointedAt(counted.url()).run()) {
                metered.call(EVENT, STARTED);
                return counted.reads();
            }
        }

        private Lambda pointedAt(String url) {
            Map<String, String> environment = new HashMap<>(function.environment());
            environment.put("AWS_ENDPOINT_URL", url);
            return new Lambda(
                    function.handler(),
                    function.folder(),
                    environment,
                    function.runtime(),
                    function.log());
        }

        @Override
        public void close() {
            running.close();
            edges.close();
        }
    }

    private void row(String what, String measured, String target, boolean isMet) {
        met &= isMet;
        out.printf("| %s | %s | %s | %s |%n", what, measured, target, isMet ? "met" : "**missed**");
    }
}
