package app.prtosales.contract;

import static app.prtosales.samples.Samples.ADA;
import static app.prtosales.samples.Samples.GRACE;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.intake.Submission;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.testping.TestPing;
import app.prtosales.testping.TestPings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The contract of [TestPings].
public abstract class TestPingsContract {

    private static final String HOUR = TestPing.subjectAt(Samples.WEDNESDAY);

    private static final Submission BARE =
            new Submission(
                    null,
                    "STAT",
                    "Headline",
                    "byline",
                    "2026-06-24",
                    "UTC",
                    List.of("payers"),
                    "note",
                    null,
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null);

    protected abstract TestPings emptyTestPings();

    @Test
    void every_field_of_a_test_ping_reads_back_whether_set_or_absent() {
        TestPings tests = emptyTestPings();
        Submission everyField =
                new SubmissionBuilder(Samples.submission())
                        .holdingLine("We take this seriously.")
                        .build();
        TestPing whole = test(ADA, HOUR, 1, everyField, "rep-001");
        TestPing bare = test(ADA, HOUR, 2, BARE, null);

        assertThat(tests.add(whole)).isTrue();
        assertThat(tests.add(bare)).isTrue();

        assertThat(tests.find(whole.id())).contains(whole);
        assertThat(tests.find(bare.id())).contains(bare);
        assertThat(tests.find(test(GRACE, HOUR, 1, BARE, null).id())).isEmpty();
    }

    @Test
    void the_first_test_ping_with_an_id_stays() {
        TestPings tests = emptyTestPings();
        TestPing first = test(ADA, HOUR, 1, Samples.submission(), null);
        tests.add(first);

        assertThat(tests.add(test(ADA, HOUR, 1, BARE, null))).isFalse();

        assertThat(tests.find(first.id())).contains(first);
    }

    @Test
    void the_test_pings_of_one_person_and_hour_come_in_order() {
        TestPings tests = emptyTestPings();
        for (int number = 10; number >= 1; number--) {
            tests.add(test(ADA, HOUR, number, BARE, null));
        }
        tests.add(test(GRACE, HOUR, 1, BARE, null));
        tests.add(test(ADA, "test-2026-06-24-23", 1, BARE, null));

        assertThat(tests.of(ADA.id(), HOUR))
                .extracting(each -> each.id().number())
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    }

    private static TestPing test(
            Person person, String hour, int number, Submission submission, @Nullable String rep) {
        return new TestPing(
                new DeliveryId(hour, person.id(), MailKind.TEST_PING, number),
                submission,
                rep == null ? null : new RepId(rep));
    }
}
