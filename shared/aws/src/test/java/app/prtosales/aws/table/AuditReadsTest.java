package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.ReportWeek;
import app.prtosales.delivery.Delivery;
import app.prtosales.directory.Directory;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Verdict;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.ResponsesWithCopies;
import app.prtosales.samples.Samples;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Auditing a week reads its placements and responses in bulk, and reads no ledger rows: the number
/// of reads does not depend on how many reps there are.
@Tag("long")
class AuditReadsTest {

    private static final AuditWeek WEEK = new AuditWeek(2026, 26);
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");

    @Test
    void reads_grow_with_every_hundred_placements_and_not_with_the_reps() {
        int few = readsOf(3, 1);
        int manyReps = readsOf(3, 50);
        int manyPlacements = readsOf(40, 1);
        int overAHundred = readsOf(110, 1);

        assertThat(manyReps).isEqualTo(few);
        assertThat(manyPlacements)
                .as("responses are stored by month, and placements are read by the hundred")
                .isEqualTo(few);
        assertThat(overAHundred)
                .as("once as placements of the week, once as possible late additions")
                .isEqualTo(few + 2);
    }

    @Test
    void r5_4_the_uses_of_all_merged_copies_take_one_more_read() {
        int without = readsOf(10, 1);

        assertThat(readsOf(10, 1, 1)).isEqualTo(without + 1);
        assertThat(readsOf(10, 1, 10)).isEqualTo(without + 1);
    }

    private static int readsOf(int placements, int reps) {
        return readsOf(placements, reps, 0);
    }

    /// @param merged how many of the placements have a copy that used to be a placement too
    private static int readsOf(int placements, int reps, int merged) {
        Database database = Database.empty();
        DynamoDbClient dynamo = database.dynamo();
        String table = database.table();
        seed(dynamo, table, placements, reps);
        merge(new DynamoPlacements(dynamo, table), merged);
        AtomicInteger reads = new AtomicInteger();
        DynamoDbClient counted = counted(dynamo, reads);
        DynamoPlacements all = new DynamoPlacements(counted, table);
        ReportWeek report =
                new ReportWeek(
                        all,
                        new ResponsesWithCopies(new DynamoResponses(counted, table), all),
                        new DynamoAudits(counted, table),
                        new Directory(new DynamoDirectoryStore(counted, table)),
                        () -> MONDAY);

        assertThat(report.report(WEEK).now().judged()).hasSize(placements);

        return reads.get();
    }

    private static void seed(DynamoDbClient dynamo, String table, int placements, int reps) {
        DynamoPlacements all = new DynamoPlacements(dynamo, table);
        DynamoLedger ledger = new DynamoLedger(dynamo, table);
        DynamoResponses responses = new DynamoResponses(dynamo, table);
        for (int i = 0; i < placements; i++) {
            Placement placement =
                    Samples.placement(Samples.numbered(i), Samples.WEDNESDAY)
                            .judged(
                                    Judgment.of(
                                            new Reached(
                                                    Verdict.MET,
                                                    null,
                                                    reps,
                                                    reps,
                                                    reps,
                                                    List.of(),
                                                    List.of(),
                                                    Samples.WEDNESDAY),
                                            Samples.WEDNESDAY.plus(Duration.ofHours(24))));
            all.add(
                    placement,
                    Samples.request(Samples.ADA, "digest-" + i),
                    Samples.accepted(placement));
            for (int rep = 1; rep <= reps; rep++) {
                String id = Samples.repId(rep);
                ledger.add(Delivery.planned(Samples.ping(placement, id), Samples.WEDNESDAY));
                record(responses, placement, new Acknowledged(new RepId(id), Samples.WEDNESDAY));
            }
            record(
                    responses,
                    placement,
                    new InSequence(new SequenceId("cfo"), Samples.WEDNESDAY, "awareness"));
        }
    }

    private static void merge(DynamoPlacements all, int merged) {
        for (int i = 0; i < merged; i++) {
            Placement original =
                    all.find(Samples.placement(Samples.numbered(i), Samples.WEDNESDAY).id())
                            .orElseThrow();
            Placement copied = Samples.placement(Samples.numbered(1_000 + i), Samples.WEDNESDAY);
            all.add(copied, Samples.request(Samples.ADA, "copy-" + i), Samples.accepted(copied));
            Copy copy =
                    new Copy(
                            Objects.requireNonNull(copied.story().url()),
                            "Wire",
                            copied.id(),
                            Samples.WEDNESDAY,
                            Samples.ADA.id(),
                            "the same story");
            TakenBack why =
                    new TakenBack(copy.attachedAt(), copy.by(), copy.reason(), original.id());
            assertThat(all.replaceBoth(original.withCopy(copy), copied.withdrawn(why), List.of()))
                    .isTrue();
        }
    }

    private static void record(DynamoResponses responses, Placement placement, Response response) {
        responses.add(
                placement,
                response,
                new HistoryEntry(
                        placement.id().value(),
                        response.at(),
                        response.person(),
                        response.key(),
                        null));
    }

    private static DynamoDbClient counted(DynamoDbClient dynamo, AtomicInteger reads) {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        AuditReadsTest.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (proxy, method, arguments) -> {
                            try {
                                Object answer = method.invoke(dynamo, arguments);
                                if (arguments != null
                                        && arguments.length == 1
                                        && List.of("getItem", "query", "batchGetItem")
                                                .contains(method.getName())) {
                                    reads.incrementAndGet();
                                }
                                return answer;
                            } catch (InvocationTargetException failed) {
                                throw failed.getCause();
                            }
                        });
    }
}
