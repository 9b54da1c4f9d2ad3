package app.prtosales.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Named.named;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A large team is planned in slices of 1,000, each queued before the next. Planning dies somewhere
/// in the first to third slice and then runs again.
@Tag("long")
class PlanningInSlicesTest {

    private static final int REPS = 2_400;
    private static final PlacementId ID = PlacementId.of(Samples.waystar().key());

    /// @param site where it dies
    /// @param queued how many messages of 40 recipients were queued by then
    record Death(CallSite site, FaultKind kind, int queued) {}

    static Stream<Named<Death>> deaths() {
        return Stream.of(
                named(
                        "the first slice is queued, nothing more",
                        new Death(queueing(1), FaultKind.CRASH_AFTER, 25)),
                named(
                        "in the middle of the rows of the second",
                        new Death(row("rep-1501"), FaultKind.CRASH_BEFORE, 25)),
                named(
                        "the rows of the second are written, and not queued",
                        new Death(queueing(2), FaultKind.CRASH_BEFORE, 25)),
                named("half of the second is queued", new Death(queueing(2), FaultKind.HALF, 37)),
                named(
                        "the second is queued, nothing more",
                        new Death(queueing(2), FaultKind.CRASH_AFTER, 50)),
                named(
                        "the rows of the last are written, and not queued",
                        new Death(queueing(3), FaultKind.CRASH_BEFORE, 50)));
    }

    private static CallSite queueing(int slice) {
        return new CallSite("planning", "PingQueue.send", "", slice);
    }

    private static CallSite row(String rep) {
        return new CallSite("planning", "Ledger.add", Company.ping(ID, rep).value(), 1);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void i9_planning_again_after_a_crash_leaves_nobody_out_and_emails_nobody_twice(Death death) {
        Company company = planningDied(death);
        Message message = planning();
        company.work();
        assertThat(company.mailbox.mails).hasSize(death.queued() * PingQueue.CHUNK);

        company.advance(Duration.ofMinutes(12));
        company.work(message);
        company.work();

        assertEveryoneReachedOnce(company);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void i2_chunks_that_are_queued_twice_are_emailed_once(Death death) {
        Company company = planningDied(death);

        company.work(planning());
        assertThat(company.queue.messages).hasSize(death.queued() + REPS / PingQueue.CHUNK);
        company.work();

        assertEveryoneReachedOnce(company);
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void i1_if_the_message_never_returns_the_tick_has_the_rest_planned(Death death) {
        Company company = planningDied(death);
        company.work();

        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertEveryoneReachedOnce(company);
    }

    private static Company planningDied(Death death) {
        FaultPlan plan = FaultPlan.failing(death.site(), death.kind());
        Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)), plan);
        company.putReps(
                IntStream.rangeClosed(1, REPS)
                        .mapToObj(i -> Company.rep("rep-%04d".formatted(i)))
                        .toList());
        company.work();
        company.submit(Samples.submission());
        assertThat(company.queue.messages).containsExactly(planning());
        Message message = company.queue.messages.removeFirst();
        assertThat(plan.within("planning", () -> company.work(message))).isFalse();
        assertThat(company.queue.messages).hasSize(death.queued());
        return company;
    }

    private static Message planning() {
        return new Message(ID, List.of());
    }

    /// Each rep has one row and one email, and the verdict counts them all.
    private static void assertEveryoneReachedOnce(Company company) {
        Map<DeliveryId, Long> mails =
                company.mailbox.mails.stream()
                        .collect(Collectors.groupingBy(OutgoingMail::id, Collectors.counting()));
        List<Delivery> pings = company.pings(ID);
        assertThat(pings).hasSize(REPS);
        assertThat(mails.keySet())
                .isEqualTo(pings.stream().map(Delivery::id).collect(Collectors.toSet()));
        assertThat(Set.copyOf(mails.values())).containsOnly(1L);
        assertThat(pings).noneMatch(Delivery::possibleDuplicate);

        company.deliverAll(ID);
        company.runUntil(company.find(ID).publication().deadline().plus(Duration.ofMinutes(2)));

        Reached reached = Objects.requireNonNull(company.find(ID).judgment()).reached();
        assertThat(reached.verdict()).isEqualTo(Verdict.MET);
        assertThat(List.of(reached.of(), reached.count(), reached.inTime())).containsOnly(REPS);
        assertThat(reached.missing()).isEmpty();
    }
}
