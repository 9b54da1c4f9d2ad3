package app.prtosales.ping;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// R1.8: in whatever order SES's events come, twice or late, and even if their processing stops
/// halfway, the recorded verdict is in the end the one that follows from the ledger.
class RandomFeedbackTest {

    private static final Instant D = Samples.WEDNESDAY.plus(Duration.ofHours(24));
    private static final int STEPS = 15;

    private final Ports ports = new Ports();
    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), ports);
    private final List<Runnable> told = new ArrayList<>();
    private final PlacementId id = PlacementId.of(Samples.waystar().key());

    static IntStream seeds() {
        return IntStream.range(0, Integer.getInteger("seeds", 500));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void r1_8_the_recorded_verdict_follows_from_the_ledger(int seed) {
        Random random = new Random(seed);
        company.reps(1);
        company.submit(Samples.submission());
        company.plan(id);
        company.goTo(D.minusMillis(1 + random.nextInt(20_000)));
        for (int i = 0; i < STEPS; i++) {
            step(random);
        }
        company.mailbox.down(false);
        company.mailbox.silent(false);
        for (int minute = 0; minute < 60; minute++) {
            company.advance(Duration.ofMinutes(1));
            company.tick();
            company.work(10);
        }

        Placement placement = company.find(id);
        assertThat(placement.judgment()).isNotNull();
        Reached recorded = placement.judgment().reached();
        Reached following = company.judge.verdict(placement);
        assertThat(recorded.withMissing(List.of())).isEqualTo(following.withMissing(List.of()));
    }

    private void step(Random random) {
        switch (random.nextInt(8)) {
            case 0 -> company.advance(Duration.ofMillis(random.nextInt(10_000)));
            case 1 -> company.mailbox.silent(random.nextBoolean());
            case 2 -> company.mailbox.down(random.nextInt(3) == 0);
            case 3 -> {
                if (random.nextBoolean()) {
                    ports.before(
                            "Postman.send",
                            call -> company.advance(Duration.ofMillis(random.nextInt(3_000))));
                }
                company.work(10);
            }
            case 4 -> company.tick();
            case 5, 6 -> tell(random);
            default -> {
                if (!told.isEmpty()) {
                    told.get(random.nextInt(told.size())).run();
                }
            }
        }
    }

    /// An event about an email that SES may have accepted, sometimes stopped halfway.
    private void tell(Random random) {
        DeliveryId ping = Company.ping(id, "rep-001");
        String message = (random.nextInt(3) == 0 ? "another-" : "ses-") + ping;
        Instant at = D.minusSeconds(10).plusMillis(random.nextInt(20_000));
        SesEvent event =
                switch (random.nextInt(random.nextBoolean() ? 3 : 7)) {
                    case 0, 1 -> new SesEvent.Sent(message, at);
                    case 2 -> new SesEvent.Delayed(message, at);
                    case 3 -> new SesEvent.Delivered(message, at);
                    case 4 -> new SesEvent.Bounced(message, at, random.nextBoolean(), "gone", null);
                    case 5 -> new SesEvent.Complained(message, at, null);
                    default -> new SesEvent.Suppressed(message, at, "held", null);
                };
        Runnable report = () -> company.recordFeedback.record(ping, event);
        told.add(report);
        if (random.nextInt(4) == 0) {
            ports.before(
                    "Placements.find",
                    call -> {
                        throw new IllegalStateException("stopped");
                    });
            try {
                report.run();
            } catch (IllegalStateException stopped) {
                // SQS delivers it again.
            }
            ports.before("Placements.find", call -> {});
        }
        report.run();
    }
}
