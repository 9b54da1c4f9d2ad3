package app.prtosales.aws.queue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import app.prtosales.aws.PretendAws;
import app.prtosales.aws.PretendAws.Reply;
import app.prtosales.aws.PretendAws.Request;
import app.prtosales.aws.json.Json;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PlacementId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SqsPingQueueTest {

    private static final PlacementId P1 = new PlacementId("p1");
    private static final String QUEUE = "http://localhost/000000000000/pings";

    private final PretendAws aws;
    private final SqsPingQueue queue;

    SqsPingQueueTest() throws IOException {
        aws = new PretendAws();
        queue = new SqsPingQueue(aws.clients(), QUEUE);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void a_planning_request_is_one_message() {
        aws.then(SqsPingQueueTest::taken);

        queue.plan(P1);

        assertThat(aws.requests()).hasSize(1);
        assertThat(aws.requests().getFirst().target()).isEqualTo("AmazonSQS.SendMessage");
        assertThat(aws.requests().getFirst().body().path("QueueUrl").asText()).isEqualTo(QUEUE);
        assertThat(aws.requests().getFirst().body().path("MessageBody").asText())
                .isEqualTo("{\"kind\":\"plan\",\"placementId\":\"p1\"}");
    }

    /// A person who uploads a list or answers an email waits for this call, and their function
    /// stops after 25 seconds.
    @Test
    void a_queue_that_hangs_is_given_up_soon() {
        for (int i = 0; i < 4; i++) {
            aws.then(new Reply.Hang());
        }

        assertTimeoutPreemptively(
                Duration.ofSeconds(8),
                () ->
                        assertThatThrownBy(() ->
                                        queue.errand(new Errand.RosterChanged(), Duration.ZERO))
                                .isInstanceOf(QueueNotTakenException.class));
    }

    @Test
    void twelve_chunks_go_in_two_calls_and_each_is_hidden_for_the_delay() {
        aws.then(request -> answer(request, Set.of(), false))
                .then(request -> answer(request, Set.of(), false));

        queue.send(P1, Mailing.PINGS, chunks(12), Duration.ofSeconds(90));

        assertThat(aws.requests())
                .extracting(request -> entries(request).size())
                .containsExactly(10, 2);
        assertThat(entries(aws.requests().getLast()).getLast().path("MessageBody").asText())
                .isEqualTo("{\"kind\":\"send\",\"placementId\":\"p1\",\"reps\":[\"r11\"]}");
        assertThat(aws.requests())
                .flatExtracting(request -> entries(request))
                .extracting(entry -> entry.path("DelaySeconds").intValue())
                .hasSize(12)
                .containsOnly(90);
    }

    @Test
    void only_messages_that_sqs_rejected_are_sent_again() {
        aws.then(request -> answer(request, Set.of("1"), false))
                .then(request -> answer(request, Set.of(), false));

        queue.send(P1, Mailing.PINGS, chunks(3), Duration.ZERO);

        assertThat(aws.requests())
                .extracting(request -> entries(request).size())
                .containsExactly(3, 1);
    }

    @Test
    void a_message_rejected_by_sqs_three_times_is_an_error() {
        for (int i = 0; i < 3; i++) {
            aws.then(request -> answer(request, Set.of("1"), false));
        }

        assertThatThrownBy(() -> queue.send(P1, Mailing.PINGS, chunks(3), Duration.ZERO))
                .isInstanceOf(QueueNotTakenException.class)
                .hasMessage("SQS did not accept 1 of 1 messages: InternalError");
        assertThat(aws.requests()).hasSize(3);
    }

    @Test
    void a_message_rejected_by_our_fault_is_not_sent_again() {
        aws.then(request -> answer(request, Set.of("0"), true));

        assertThatThrownBy(() -> queue.send(P1, Mailing.PINGS, chunks(1), Duration.ZERO))
                .isInstanceOf(QueueNotTakenException.class);
        assertThat(aws.requests()).hasSize(1);
    }

    @Test
    void a_delay_too_long_for_sqs_is_refused() {
        assertThatThrownBy(() -> queue.send(P1, Mailing.PINGS, chunks(1), Duration.ofSeconds(901)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void without_messages_sqs_is_not_called() {
        queue.send(P1, Mailing.PINGS, List.of(), Duration.ZERO);

        assertThat(aws.requests()).isEmpty();
    }

    @Test
    void a_poison_message_is_set_aside_unchanged_with_the_reason() {
        // The MD5 of the attribute's name, type and value, as SQS defines it; the SDK checks it.
        String ofAttributes = "b98074cee32b1973729e28d65f8ada9d";
        aws.thenJson(
                Map.of(
                        "MessageId",
                        "m1",
                        "MD5OfMessageBody",
                        md5("hello"),
                        "MD5OfMessageAttributes",
                        ofAttributes));

        new DeadLetters(aws.clients(), QUEUE).putAside("hello", "the body is not JSON");

        JsonNode request = aws.requests().getFirst().body();
        assertThat(request.path("MessageBody").asText()).isEqualTo("hello");
        assertThat(request.path("MessageAttributes").path("reason").path("StringValue").asText())
                .isEqualTo("the body is not JSON");
    }

    private static List<List<RepId>> chunks(int count) {
        return IntStream.range(0, count).mapToObj(i -> List.of(new RepId("r" + i))).toList();
    }

    private static List<JsonNode> entries(Request request) {
        return request.body().path("Entries").valueStream().toList();
    }

    private static Reply taken(Request request) {
        String body = request.body().path("MessageBody").asText();
        return PretendAws.ok(Map.of("MessageId", "m1", "MD5OfMessageBody", md5(body)));
    }

    private static Reply answer(Request request, Set<String> failing, boolean senderFault) {
        List<Object> successful = new ArrayList<>();
        List<Object> failed = new ArrayList<>();
        for (JsonNode entry : entries(request)) {
            String id = entry.path("Id").asText();
            String body = entry.path("MessageBody").asText();
            if (failing.contains(id)) {
                failed.add(Map.of("Id", id, "Code", "InternalError", "SenderFault", senderFault));
            } else {
                successful.add(Map.of("Id", id, "MessageId", id, "MD5OfMessageBody", md5(body)));
            }
        }
        return new Reply.Answer(
                200, Map.of(), Json.write(Map.of("Successful", successful, "Failed", failed)));
    }

    /// The MD5 that SQS answers with and the SDK checks.
    private static String md5(String body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
