package app.prtosales.bench;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.json.Json;
import app.prtosales.aws.queue.QueueMessage;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/// Measures sending a placement to 5,000, 10,000 and 50,000 reps in the function that plans and
/// sends its pings: CPU time and memory of its process; the database is in another process.
public final class BenchTeam {

    private static final List<Integer> TEAMS = List.of(5_000, 10_000, 50_000);

    private static final Duration PLANNING_TARGET = Duration.ofSeconds(60);
    private static final double MEMORY_TARGET = 512;
    private static final double MAIL_TARGET = 3;
    private static final double TIME_GROWTH_TARGET = 11;
    private static final double MEMORY_GROWTH_TARGET = 1.3;

    private static final int RATE = 14;
    private static final int SENDERS = 2;
    private static final double RATE_TARGET = 0.95;

    /// The batch size of the queue, as `template.yaml` sets it.
    private static final int MESSAGES = 1;

    /// The number of measured calls: 1,600 emails.
    private static final int CALLS = 40;

    private final Path root;
    private final PrintStream out;
    private final InstantSource clock = InstantSource.system();
    private boolean met = true;

    private BenchTeam(Path root, PrintStream out) {
        this.root = root;
        this.out = out;
    }

    /// Exits with 3 when a target is missed.
    public static void main(String[] arguments)
            throws IOException, InterruptedException, TimeoutException {
        BenchTeam bench = new BenchTeam(BenchEdges.root(), System.out);
        TEAMS.forEach(bench::rate);
        List<Figures> all = new ArrayList<>();
        for (int reps : TEAMS) {
            all.add(bench.team(reps));
        }
        bench.growth(all.getFirst(), all.getLast());
        System.exit(bench.met ? 0 : 3);
    }

    private void rate(int reps) {
        VirtualSenders.Outcome outcome = new VirtualSenders(RATE, SENDERS).send(reps);
        boolean isMet = outcome.share() >= RATE_TARGET && outcome.most() <= RATE;
        met &= isMet;
        out.printf(
                "| Sending to %,d reps with %d senders at %d a second, in virtual time"
                        + " | %.1f%%, at most %d in any one second | >= 95%%, <= %d | %s |%n",
                reps,
                SENDERS,
                RATE,
                100 * outcome.share(),
                outcome.most(),
                RATE,
                isMet ? "met" : "**missed**");
    }

    /// @param planning CPU time of the process, including its start, until everything is queued
    /// @param planned peak memory until then, in MB
    /// @param mail CPU time for each email in ms, once the process is warm
    /// @param sent peak memory after sending, in MB
    private record Figures(Duration planning, long planned, double mail, long sent) {}

    private Figures team(int reps) throws IOException, InterruptedException, TimeoutException {
        try (BenchEdges edges = BenchEdges.start(root, clock)) {
            Lambda function = edges.function("RepNotification", "rep-notification");
            AwsApplication application = AwsApplication.from(function.environment(), clock);
            SampleCompany.load(root.resolve("events/sample-company"), application);
            LargeTeam.upload(edges.dynamo(), function.environment(), reps, clock.instant());
            PlacementId placement = LargeTeam.placement(application);

            Figures figures = measure(function, placement, reps);
            int rows = application.ledger().pingsAbout(placement.value()).size();
            if (rows != reps) {
                throw new IllegalStateException("%d of %d were planned".formatted(rows, reps));
            }
            row(
                    "Planning and queueing %,d pings, including the start of the process"
                            .formatted(reps),
                    figures.planning().toMillis() / 1_000.0,
                    (double) PLANNING_TARGET.toSeconds(),
                    "s of CPU");
            row(
                    "Peak memory until everything is queued",
                    (double) figures.planned(),
                    MEMORY_TARGET,
                    "MB");
            row(
                    "Sending to %,d reps, for each email".formatted(reps),
                    figures.mail(),
                    MAIL_TARGET,
                    "ms of CPU");
            row("Peak memory after sending", (double) figures.sent(), MEMORY_TARGET, "MB");
            return figures;
        }
    }

    private static Figures measure(Lambda function, PlacementId placement, int reps)
            throws IOException, InterruptedException, TimeoutException {
        try (Lambda.Running running = function.run()) {
            call(running, List.of(QueueMessage.plan(placement)));
            Duration planning = running.cpu();
            long planned = running.peakMemory();

            List<List<String>> calls = sends(placement, reps);
            for (List<String> warmingUp : calls.subList(0, CALLS)) {
                call(running, warmingUp);
            }
            Duration before = running.cpu();
            for (List<String> measured : calls.subList(CALLS, 2 * CALLS)) {
                call(running, measured);
            }
            double mails = CALLS * MESSAGES * PingQueue.CHUNK;
            return new Figures(
                    planning,
                    planned,
                    (double) running.cpu().minus(before).toMillis() / mails,
                    running.peakMemory());
        }
    }

    private static void call(Lambda.Running running, List<String> messages)
            throws InterruptedException, TimeoutException {
        List<Map<String, String>> records = new ArrayList<>();
        for (String message : messages) {
            records.add(Map.of("messageId", "m-" + records.size(), "body", message));
        }
        running.call(Json.write(Map.of("Records", records)), "{\"batchItemFailures\":[]}");
    }

    /// The messages for sending, grouped by the queue's batch size.
    private static List<List<String>> sends(PlacementId placement, int reps) {
        List<List<String>> calls = new ArrayList<>();
        List<String> messages = new ArrayList<>();
        List<RepId> team = LargeTeam.ids(reps).map(RepId::new).collect(Collectors.toList());
        for (int from = 0; from < reps; from += PingQueue.CHUNK) {
            messages.add(
                    QueueMessage.send(
                            placement,
                            Mailing.PINGS,
                            team.subList(from, Math.min(from + PingQueue.CHUNK, reps))));
            if (messages.size() == MESSAGES) {
                calls.add(List.copyOf(messages));
                messages.clear();
            }
        }
        return calls;
    }

    private void growth(Figures few, Figures many) {
        row(
                "Time for planning, from 5,000 to 50,000 reps",
                (double) many.planning().toMillis() / (double) few.planning().toMillis(),
                TIME_GROWTH_TARGET,
                "times");
        row(
                "Time for all emails, from 5,000 to 50,000 reps",
                10 * many.mail() / few.mail(),
                TIME_GROWTH_TARGET,
                "times");
        row(
                "Memory for planning, from 5,000 to 50,000 reps",
                (double) many.planned() / (double) few.planned(),
                MEMORY_GROWTH_TARGET,
                "times");
        row(
                "Memory for planning and sending, from 5,000 to 50,000 reps",
                (double) many.sent() / (double) few.sent(),
                MEMORY_GROWTH_TARGET,
                "times");
    }

    private void row(String what, double measured, double target, String unit) {
        boolean isMet = measured < target;
        met &= isMet;
        out.printf(
                "| %s | %.2f %s | < %s | %s |%n",
                what, measured, unit, target, isMet ? "met" : "**missed**");
    }
}
