package app.prtosales.testping;

import static app.prtosales.samples.Samples.GRACE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Tally;
import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.testping.AskForTestPing.Outcome;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TestPingTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @BeforeEach
    void team() {
        company.reps(3);
        company.work();
    }

    @Test
    void a_test_ping_goes_to_whoever_asks_and_to_nobody_else() {
        assertThat(ask(Company.PR)).isEqualTo(new Outcome.Requested(Company.PR));

        assertThat(company.mailbox.mails)
                .extracting(OutgoingMail::to)
                .containsExactly(Company.PR.email());
    }

    @Test
    void asking_again_causes_no_second_email() {
        ask(Company.PR);
        ask(Company.PR);

        assertThat(company.mailbox.mails).hasSize(1);
    }

    @Test
    void asking_after_a_change_to_the_form_causes_another_email() {
        ask(Company.PR);
        company.askForTestPing.ask(
                new SubmissionBuilder(submission()).topic("another topic").build(),
                null,
                Company.PR);
        company.askForTestPing.ask(submission(), "rep-002", Company.PR);
        company.work();

        assertThat(company.mailbox.mails).hasSize(3);
    }

    @Test
    void one_person_gets_no_more_than_ten_in_an_hour() {
        for (int i = 1; i <= TestPing.MAXIMUM_PER_HOUR; i++) {
            assertThat(ask("topic " + i)).isInstanceOf(Outcome.Requested.class);
        }

        assertThat(ask("topic 11")).isEqualTo(new Outcome.TooMany());
        assertThat(ask("topic 10")).isInstanceOf(Outcome.Requested.class);
        assertThat(company.mailbox.mails).hasSize(TestPing.MAXIMUM_PER_HOUR);
        assertThat(ask(GRACE)).isInstanceOf(Outcome.Requested.class);
        company.advance(Duration.ofHours(1));
        assertThat(ask("topic 11")).isInstanceOf(Outcome.Requested.class);
    }

    @Test
    void an_invalid_placement_cannot_be_tested() {
        Submission wrong = new SubmissionBuilder(submission()).format("poem").build();

        assertThat(company.askForTestPing.ask(wrong, null, Company.PR))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(company.queue.errands).isEmpty();
    }

    @Test
    void a_bounced_or_spam_marked_test_changes_no_counts() {
        ask(Company.PR);
        DeliveryId id = company.mailbox.mails.getFirst().id();

        company.bounce(id, company.now());

        assertThat(id.kind()).isEqualTo(MailKind.TEST_PING);
        assertThat(company.placements.newest(10, null).placements()).isEmpty();
        assertThat(company.sendings.since(Instant.EPOCH)).isEqualTo(new Tally(0, 0, 0));
        assertThat(company.guard.stop()).isEmpty();
    }

    @Test
    void a_test_ping_waits_while_the_mail_system_is_down() {
        company.mailbox.down(true);
        company.askForTestPing.ask(submission(), null, Company.PR);
        company.runNextErrand();
        assertThat(company.mailbox.turnedAway()).isEqualTo(1);
        company.mailbox.down(false);

        company.work();

        assertThat(company.mailbox.mails).hasSize(1);
        assertThat(company.ledger.find(company.mailbox.mails.getFirst().id()))
                .hasValueSatisfying(
                        row -> assertThat(row.state()).isEqualTo(DeliveryState.ACCEPTED));
    }

    @Test
    void a_person_is_told_if_the_bus_is_down_and_can_ask_again() {
        company.busDown(true);
        assertThatExceptionOfType(NotAnnounced.class).isThrownBy(() -> ask(Company.PR));
        company.busDown(false);

        ask(Company.PR);

        assertThat(company.mailbox.mails).hasSize(1);
    }

    private Outcome ask(Person person) {
        Outcome outcome = company.askForTestPing.ask(submission(), null, person);
        company.work();
        return outcome;
    }

    private Outcome ask(String topic) {
        Submission submission = new SubmissionBuilder(submission()).topic(topic).build();
        Outcome outcome = company.askForTestPing.ask(submission, null, Company.PR);
        company.work();
        return outcome;
    }

    private static Submission submission() {
        return Samples.submission();
    }
}
