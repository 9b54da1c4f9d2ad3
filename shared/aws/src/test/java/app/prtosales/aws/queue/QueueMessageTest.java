package app.prtosales.aws.queue;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.aws.Log;
import app.prtosales.aws.SimulatedContext;
import app.prtosales.aws.queue.QueueMessage.FollowUp;
import app.prtosales.aws.queue.QueueMessage.Plan;
import app.prtosales.aws.queue.QueueMessage.Poison;
import app.prtosales.aws.queue.QueueMessage.Send;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.id.RepId;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.RepMail;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueMessageTest {

    private static final PlacementId P1 = new PlacementId("p1");

    @Test
    void a_queued_message_reads_back() {
        assertThat(QueueMessage.read(QueueMessage.plan(P1))).isEqualTo(new Plan(P1));
        assertThat(
                        QueueMessage.read(
                                QueueMessage.send(
                                        P1,
                                        Mailing.PINGS,
                                        List.of(new RepId("r1"), new RepId("r2")))))
                .isEqualTo(new Send(P1, Mailing.PINGS, List.of(new RepId("r1"), new RepId("r2"))));
        assertThat(QueueMessage.read(QueueMessage.followUp(P1))).isEqualTo(new FollowUp(P1));
        Mailing second = new Mailing(RepMail.CORRECTION, 2);
        assertThat(QueueMessage.read(QueueMessage.send(P1, second, List.of(new RepId("r1")))))
                .isEqualTo(new Send(P1, second, List.of(new RepId("r1"))));
    }

    @Test
    void every_errand_reads_back() {
        for (Errand errand :
                List.of(
                        new Errand.AskOwners(P1),
                        new Errand.RemindOfKit(P1),
                        new Errand.FixRecord(P1, new RepId("rep-07"), 2),
                        Errand.NewLink.of(
                                new Link(
                                        Purpose.SEQUENCE,
                                        P1,
                                        "cfo",
                                        "u-0123456789abcdef",
                                        Samples.WEDNESDAY),
                                Samples.WEDNESDAY),
                        Errand.NewLink.of(
                                new Link(Purpose.KIT, P1, "rep-07", Samples.WEDNESDAY),
                                Samples.WEDNESDAY))) {
            assertThat(QueueMessage.read(QueueMessage.errand(errand)))
                    .isEqualTo(new QueueMessage.ToDo(errand));
        }
        assertThat(QueueMessage.read("{\"kind\": \"fix-record\", \"placementId\": \"p1\"}"))
                .isInstanceOf(Poison.class);
        assertThat(QueueMessage.read("{\"kind\": \"new-link\", \"placementId\": \"p1\"}"))
                .isInstanceOf(Poison.class);
    }

    @Test
    void an_accepted_event_from_the_bus_requests_planning() {
        String envelope =
                """
                {"version": "0", "source": "pr-to-sales", "detail-type": "PlacementAccepted",
                 "detail": {"placementId": "p1", "outlet": "STAT"}}
                """;

        assertThat(QueueMessage.read(envelope)).isEqualTo(new Plan(P1));
    }

    @Test
    void a_changed_event_from_the_bus_requests_a_follow_up() {
        String envelope =
                """
                {"version": "0", "source": "pr-to-sales", "detail-type": "PlacementChanged",
                 "detail": {"placementId": "p1", "change": "turn"}}
                """;

        assertThat(QueueMessage.read(envelope)).isEqualTo(new FollowUp(P1));
    }

    @Test
    void a_rep_named_twice_counts_once() {
        String body = "{\"kind\":\"send\",\"placementId\":\"p1\",\"reps\":[\"r1\",\"r1\"]}";

        assertThat(QueueMessage.read(body))
                .isEqualTo(new Send(P1, Mailing.PINGS, List.of(new RepId("r1"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hello",
                "[]",
                "null",
                "{}",
                "{\"kind\":\"plan\"}",
                "{\"kind\":\"plan\",\"placementId\":7}",
                "{\"kind\":\"plan\",\"placementId\":\"../x\"}",
                "{\"kind\":\"send\",\"placementId\":\"p1\"}",
                "{\"kind\":\"send\",\"placementId\":\"p1\",\"reps\":[]}",
                "{\"kind\":\"send\",\"placementId\":\"p1\",\"reps\":[\"ann@example.com\"]}",
                "{\"kind\":\"send\",\"placementId\":\"p1\",\"reps\":\"r1\"}",
                "{\"kind\":\"send\",\"placementId\":\"p1\",\"mail\":\"audit\",\"reps\":[\"r1\"]}",
                "{\"kind\":\"follow-up\"}",
                "{\"kind\":\"burn\",\"placementId\":\"p1\"}",
                "{\"detail-type\":\"Other\",\"detail\":{\"placementId\":\"p1\"}}",
                "{\"detail-type\":\"PlacementAccepted\"}"
            })
    void anything_else_is_poison_with_a_reason_that_quotes_nothing(String body) {
        assertThat(QueueMessage.read(body))
                .isInstanceOfSatisfying(
                        Poison.class,
                        poison -> assertThat(poison.reason()).isNotBlank().doesNotContain("ann"));
    }

    @Test
    void a_failing_message_is_retried_and_the_others_are_done() {
        SQSEvent event = new SQSEvent();
        event.setRecords(List.of(message("m1", "a"), message("m2", "b"), message("m3", "c")));
        List<String> worked = new ArrayList<>();

        SQSBatchResponse answer =
                QueueBatch.processEach(
                        event,
                        Log.of(SimulatedContext.context()),
                        message -> {
                            if (message.getBody().equals("b")) {
                                throw new IllegalStateException("broken");
                            }
                            worked.add(message.getBody());
                        });

        assertThat(worked).containsExactly("a", "c");
        assertThat(answer.getBatchItemFailures())
                .extracting(SQSBatchResponse.BatchItemFailure::getItemIdentifier)
                .containsExactly("m2");
    }

    @Test
    void an_event_without_messages_is_done() {
        Log log = Log.of(SimulatedContext.context());

        assertThat(QueueBatch.processEach(null, log, message -> {}).getBatchItemFailures())
                .isEmpty();
        assertThat(
                        QueueBatch.processEach(new SQSEvent(), log, message -> {})
                                .getBatchItemFailures())
                .isEmpty();
        SQSEvent nothing = new SQSEvent();
        nothing.setRecords(Collections.singletonList(null));
        assertThat(QueueBatch.processEach(nothing, log, message -> {}).getBatchItemFailures())
                .isEmpty();
        assertThat(QueueMessage.read(null)).isInstanceOf(Poison.class);
    }

    private static SQSEvent.SQSMessage message(String id, String body) {
        SQSEvent.SQSMessage message = new SQSEvent.SQSMessage();
        message.setMessageId(id);
        message.setBody(body);
        return message;
    }

    @Test
    void an_errand_reads_back_unchanged() {
        PlacementId placement = new PlacementId("p1");
        List<Errand> errands =
                List.of(
                        new Errand.Undelivered(
                                new DeliveryId("p1", "rep-001", MailKind.PING_SECOND)),
                        new Errand.SecondAddress(new DeliveryId("p1", "rep-001", MailKind.PING)),
                        new Errand.HeldAddresses(placement),
                        new Errand.Warn(placement),
                        new Errand.CheckQuota(placement),
                        new Errand.RulesChanged(),
                        new Errand.RosterChanged(),
                        new Errand.CatchUp(),
                        new Errand.MissedChanges(placement));

        assertThat(errands)
                .allSatisfy(errand ->
                        assertThat(QueueMessage.read(QueueMessage.errand(errand)))
                                .isEqualTo(new QueueMessage.ToDo(errand)));
        assertThat(QueueMessage.read("{\"kind\":\"undelivered\",\"delivery\":\"nobody\"}"))
                .isInstanceOf(QueueMessage.Poison.class);
    }

    @Test
    void a_test_requested_on_the_bus_becomes_an_errand() {
        DeliveryId mail = new DeliveryId("test-2026-06-24-13", "u-1", MailKind.TEST_PING, 2);

        assertThat(
                        QueueMessage.read(
                                "{\"detail-type\":\"TestAsked\",\"detail\":{\"delivery\":\"%s\"}}"
                                        .formatted(mail)))
                .isEqualTo(new QueueMessage.ToDo(new Errand.TestPing(mail)));
        assertThat(QueueMessage.read("{\"detail-type\":\"TestAsked\",\"detail\":{}}"))
                .isInstanceOf(QueueMessage.Poison.class);
    }
}
