package app.prtosales.faults;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesEvent;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// I3: SES's events lead to one final state, in any order and with any repetition; and of any
/// number of senders, only one sends.
@Tag("long")
class OrderAndRepetitionTest {

    private static final Instant T = Samples.WEDNESDAY;
    private static final DeliveryId ID = new DeliveryId("sample", "rep-001", MailKind.PING);
    private static final Delivery ACCEPTED =
            Delivery.planned(ID, T)
                    .claimed(T, Duration.ofMinutes(2))
                    .orElseThrow()
                    .accepted("ses-1", T.plusSeconds(1));

    /// Six events of different kinds, each at its own time.
    private static final List<SesEvent> SIX =
            List.of(
                    new SesEvent.Sent("ses-1", T.plusSeconds(1)),
                    new SesEvent.Delayed("ses-1", T.plusSeconds(60)),
                    new SesEvent.Delivered("ses-1", T.plusSeconds(120)),
                    new SesEvent.Bounced("ses-1", T.plusSeconds(180), true, "550 5.1.1", null),
                    new SesEvent.Complained("ses-1", T.plusSeconds(240), null),
                    new SesEvent.Bounced(
                            "ses-1", T.plusSeconds(300), false, "out of office", null));

    /// Two messages for one delivery, which was sent again after a lost reply.
    private static final List<SesEvent> OF_TWO =
            List.of(
                    new SesEvent.Delivered("ses-1", T.plusSeconds(120)),
                    new SesEvent.Bounced("ses-1", T.plusSeconds(60), true, "no mailbox", null),
                    new SesEvent.Delivered("ses-2", T.plusSeconds(90)),
                    new SesEvent.Bounced("ses-2", T.plusSeconds(150), false, "in time", null),
                    new SesEvent.Suppressed("ses-2", T.plusSeconds(30), "on the list", null),
                    new SesEvent.Bounced("ses-1", T.plusSeconds(60), true, "full", null));

    static Stream<List<SesEvent>> sixEvents() {
        return Stream.of(SIX, OF_TWO);
    }

    @ParameterizedTest
    @MethodSource("sixEvents")
    void any_order_of_up_to_six_events_with_repeats_leads_to_one_state(List<SesEvent> events) {
        int orders = 0;
        for (int chosen = 1; chosen < 1 << events.size(); chosen++) {
            Set<String> ends = new HashSet<>();
            orders += everyOrder(events, chosen, chosen, ACCEPTED, ends);
            assertThat(ends).as("events %s", Integer.toBinaryString(chosen)).hasSize(1);
        }
        assertThat(orders).isEqualTo(1_956);
    }

    /// Tries every order of the chosen events. After each event all earlier ones are repeated, and
    /// at the end all of them.
    private static int everyOrder(
            List<SesEvent> events, int chosen, int left, Delivery row, Set<String> ends) {
        if (left == 0) {
            ends.add(facts(again(events, chosen, row)));
            return 1;
        }
        int orders = 0;
        for (int i = 0; i < events.size(); i++) {
            if ((left & 1 << i) != 0) {
                Delivery after = again(events, chosen & ~left, row.with(events.get(i)));
                orders += everyOrder(events, chosen, left & ~(1 << i), after, ends);
            }
        }
        return orders;
    }

    private static Delivery again(List<SesEvent> events, int known, Delivery row) {
        Delivery after = row;
        for (int i = 0; i < events.size(); i++) {
            if ((known & 1 << i) != 0) {
                after = after.with(events.get(i));
            }
        }
        return after;
    }

    @Test
    void ten_thousand_random_traces_end_like_their_events_in_order() {
        for (int seed = 0; seed < 10_000; seed++) {
            Random random = new Random(seed);
            List<SesEvent> events = new ArrayList<>();
            int count = 1 + random.nextInt(6);
            for (int i = 0; i < count; i++) {
                events.add(event(random, 1 + i * 60L + random.nextInt(60)));
            }
            List<SesEvent> reported = new ArrayList<>(events);
            for (int i = random.nextInt(12); i > 0; i--) {
                reported.add(random.nextInt(reported.size()), events.get(random.nextInt(count)));
            }
            Collections.shuffle(reported, random);

            assertThat(facts(after(reported))).as("seed %d", seed).isEqualTo(facts(after(events)));
        }
    }

    private static SesEvent event(Random random, long second) {
        Instant at = T.plusSeconds(second);
        String ses = "ses-" + (1 + random.nextInt(2));
        return switch (random.nextInt(7)) {
            case 0 -> new SesEvent.Sent(ses, at);
            case 1 -> new SesEvent.Delivered(ses, at);
            case 2 -> new SesEvent.Bounced(ses, at, true, "reason " + second, null);
            case 3 -> new SesEvent.Bounced(ses, at, false, "soft", null);
            case 4 -> new SesEvent.Delayed(ses, at);
            case 5 -> new SesEvent.Suppressed(ses, at, "on the list", null);
            default -> new SesEvent.Complained(ses, at, null);
        };
    }

    private static Delivery after(List<SesEvent> events) {
        Delivery row = ACCEPTED;
        for (SesEvent event : events) {
            row = row.with(event);
        }
        return row;
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 25 * 60, 8 * 24 * 60})
    void a_repeated_event_changes_nothing(long minutes) {
        Company company = new Company(T.plus(Duration.ofHours(1)));
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        Instant then = company.now();
        company.deliverAll(id);
        company.runUntil(then.plus(Duration.ofMinutes(minutes)));
        Reached reached = company.reached(id);
        List<Delivery> rows = company.pings(id);

        company.pings(id).forEach(ping -> company.deliver(ping.id(), then));
        company.queue.plan(id);
        company.queue.messages.add(
                new Company.Message(
                        id,
                        List.of(new RepId("rep-001"), new RepId("rep-002"), new RepId("rep-003"))));
        company.work();

        assertThat(company.pings(id)).isEqualTo(rows);
        assertThat(company.reached(id)).isEqualTo(reached);
        assertThat(company.mailbox.mails).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 8, 16})
    void when_senders_race_on_a_chunk_each_rep_gets_one_email(int senders) throws Exception {
        Company company = new Company(T.plus(Duration.ofHours(1)));
        company.reps(PingQueue.CHUNK);
        company.submit(Samples.submission());
        company.work(company.queue.messages.removeFirst());
        Company.Message chunk = company.queue.messages.removeFirst();
        assertThat(chunk.reps()).hasSize(PingQueue.CHUNK);

        try (ExecutorService threads = Executors.newFixedThreadPool(senders)) {
            List<Future<?>> all = new ArrayList<>();
            IntStream.range(0, senders)
                    .forEach(i -> all.add(threads.submit(() -> company.work(chunk))));
            for (Future<?> each : all) {
                each.get();
            }
        }

        assertThat(company.mailbox.mails).hasSize(PingQueue.CHUNK);
        assertThat(company.mailbox.mails).extracting(mail -> mail.to()).doesNotHaveDuplicates();
    }

    /// Everything in a row except its version, which counts the events.
    private static String facts(Delivery row) {
        return row.toString().replaceAll(", version=[0-9]+]", "]");
    }
}
