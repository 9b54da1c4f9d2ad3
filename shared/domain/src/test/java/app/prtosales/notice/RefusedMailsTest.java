package app.prtosales.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.change.CorrectionRequest;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Company.Message;
import app.prtosales.inmemory.Ports;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.Format;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R1.12, I13: an email that SES refuses in its answer is reported as if it had bounced later.
class RefusedMailsTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final Instant D = P.plus(Duration.ofHours(24));
    private static final String OWNER = "hs-owner@sample-medtech.example";
    private static final String RULE_OWNER = "sequence-ops@sample-medtech.example";
    private static final String PR_OWNER = "pr-owner@sample-medtech.example";
    private static final String WHY = "refused by the email service: the address is not valid";

    private final Ports ports = new Ports();
    private final Company company = new Company(P.plus(Duration.ofHours(1)), ports);

    @BeforeEach
    void everybodyIsNamed() {
        company.reps(2);
        Map<String, String> agreement =
                new TreeMap<>(company.replaceList.read(ListName.AGREEMENT).getFirst().cells());
        agreement.put("prOwner", PR_OWNER);
        agreement.put("ruleOwners", "pr@sample-medtech.example;" + RULE_OWNER);
        company.put(ListName.AGREEMENT, new Row(agreement));
    }

    @Test
    void r1_12_ops_is_told_that_a_sequences_owner_was_not_asked() {
        company.mailbox.refused.add(OWNER);

        PlacementId id = distributed();

        assertThat(state(id, MailKind.SEQUENCE_TASK)).isEqualTo(DeliveryState.REJECTED);
        assertThat(company.toldOps())
                .containsExactly(
                        "The sequence email: the owner of “Health system sequence”: %s. Fix the owner’s address in the list of sequences, and we’ll send it there if it’s still needed."
                                .formatted(WHY));
    }

    @Test
    void r2_6_ops_is_told_that_a_reminder_and_the_mail_after_it_were_refused() {
        PlacementId id = distributed();
        company.mailbox.refused.addAll(List.of(OWNER, RULE_OWNER));

        company.runUntil(P.plus(Duration.ofDays(6)));

        assertThat(company.toldOps())
                .containsExactly(
                        "The sequence email: the owner of “Health system sequence”: %s. Fix the owner’s address in the list of sequences, and we’ll send it there if it’s still needed."
                                .formatted(WHY),
                        "The sequence email: the person in charge of sequences (%s): %s. Fix the address in the agreement, and we’ll send it there if it’s still needed."
                                .formatted(RULE_OWNER, WHY));
        assertThat(state(id, MailKind.SEQUENCE_HANDED_OVER)).isEqualTo(DeliveryState.REJECTED);
    }

    @Test
    void r5_6_ops_is_told_that_an_owner_did_not_hear_of_a_retraction() {
        PlacementId id = confirmed();
        company.mailbox.refused.add(OWNER);

        company.changePlacement.retract(id, "a false figure", Company.PR);
        company.work();

        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .startsWith("The email to take it out of the sequence: the owner of “Health")
                .contains(WHY);
    }

    @Test
    void r5_6_ops_is_told_that_an_owner_did_not_get_the_corrected_text() {
        PlacementId id = confirmed();
        company.mailbox.refused.add(OWNER);

        company.changePlacement.correct(
                id,
                new CorrectionRequest(
                        Map.of("headline", "Better"), null, null, "the headline was wrong"),
                Company.PR);
        company.work();

        assertThat(company.toldOps())
                .singleElement()
                .asString()
                .startsWith("The correction: the owner of “Health")
                .contains(WHY);
    }

    @Test
    void r5_3_ops_is_told_that_the_pr_owner_was_not_asked_whether_it_is_still_true() {
        distributed();
        company.mailbox.refused.add(PR_OWNER);

        company.runUntil(P.plus(Format.BYLINE.shelfLife()).minus(Duration.ofDays(13)));

        assertThat(company.toldOps())
                .contains(
                        "The “still true?” email: the PR owner (%s): %s. Fix the address in the agreement, and tell them yourself."
                                .formatted(PR_OWNER, WHY));
    }

    @Test
    void r1_9_ops_is_told_that_a_warning_was_refused() {
        company.distribute(Samples.submission());
        company.mailbox.refused.add(PR_OWNER);

        company.runUntil(D.minus(Duration.ofHours(11)));

        assertThat(company.toldOps())
                .containsExactly(
                        "The deadline warning: the person warned before the deadline (%s): %s. Fix the address in the agreement, and tell them yourself."
                                .formatted(PR_OWNER, WHY));
    }

    @Test
    void r1_12_ops_is_told_that_the_ping_to_the_second_address_was_refused() {
        Row rep = Company.rep("rep-001").with("secondEmail", "rep-001@home.example");
        company.putReps(List.of(rep, Company.rep("rep-002")));
        company.work();
        PlacementId id = company.distribute(Samples.submission()).id();
        company.mailbox.refused.add("rep-001@home.example");

        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();

        assertThat(company.toldOps())
                .hasSize(2)
                .anySatisfy(told ->
                        assertThat(told).contains(WHY).contains("It arrived at neither address."));
    }

    @Test
    void a_refused_test_ping_is_reported_as_a_bounced_one_is() {
        company.mailbox.refused.add(Company.PR.email());

        company.askForTestPing.ask(Samples.submission(), null, Company.PR);
        company.work();

        assertThat(company.toldOps())
                .containsExactly(
                        "The test email: the person who asked for it: %s. Check their address, and ask them to try again."
                                .formatted(WHY));
    }

    @Test
    void i13_an_alarm_reports_that_a_notice_to_ops_was_refused_and_no_notice_follows_it() {
        company.mailbox.refused.addAll(List.of(OWNER, Company.OPS));

        PlacementId id = distributed();

        assertThat(company.alarms).containsExactly("failed-mail: the address is not valid");
        assertThat(company.ledger.about(id.value()))
                .filteredOn(row -> row.state() == DeliveryState.REJECTED)
                .extracting(row -> row.id().kind())
                .containsExactlyInAnyOrder(MailKind.SEQUENCE_TASK, MailKind.FAILED_MAIL);
        assertThat(company.queue.errands).isEmpty();
    }

    @Test
    void i13_an_alarm_reports_that_the_mail_system_takes_no_mail_to_an_owner_from_us() {
        company.mailbox.bar("our account is paused");
        Placement placement = submitted();

        company.work(new Message(placement.id(), List.of()));

        assertThat(company.alarms).containsExactly("sequence-task: our account is paused");
        company.mailbox.bar(null);
        company.runUntil(company.now().plus(Duration.ofHours(1)));
        assertThat(company.mailbox.to(OWNER)).hasSize(1);
        assertThat(company.toldOps()).isEmpty();
    }

    @Test
    void i9_a_refusal_is_reported_even_if_its_sender_dies_before_it_reports_it() {
        Placement placement = submitted();
        company.mailbox.refused.add(OWNER);
        ports.after(
                "Postman.send",
                sent ->
                        ports.before(
                                "PingQueue.errand",
                                errand -> {
                                    throw new IllegalStateException("the queue is down");
                                }));
        Message plan = new Message(placement.id(), List.of());
        assertThatThrownBy(() -> company.work(plan)).hasMessage("the queue is down");
        assertThat(state(placement.id(), MailKind.SEQUENCE_TASK)).isEqualTo(DeliveryState.REJECTED);

        company.work(plan);
        company.work();

        assertThat(company.toldOps()).singleElement().asString().contains(WHY);
    }

    @Test
    void a_mail_that_was_refused_is_reported_once_however_often_it_is_due() {
        company.mailbox.refused.add(OWNER);
        PlacementId id = distributed();
        int told = company.toldOps().size();

        for (int i = 0; i < 3; i++) {
            company.plan(id);
            company.work();
        }

        assertThat(company.toldOps()).hasSize(told);
    }

    @Test
    void while_a_notice_to_ops_waits_looking_at_the_refused_mail_again_queues_no_second_one() {
        company.mailbox.refused.add(OWNER);
        Placement placement = submitted();
        Message plan = new Message(placement.id(), List.of());
        company.work(plan);
        company.mailbox.down(true);
        company.runNextErrandOf(Errand.Undelivered.class);
        long waiting = waitingReports();

        for (int i = 0; i < 3; i++) {
            company.plan(placement.id());
        }

        assertThat(waiting).isPositive();
        assertThat(waitingReports()).isEqualTo(waiting);
    }

    @Test
    void i13_a_mail_that_is_only_throttled_later_sets_off_no_alarm_for_the_earlier_reason() {
        company.mailbox.bar("our account is paused");
        Placement placement = submitted();
        company.work(new Message(placement.id(), List.of()));
        company.mailbox.bar(null);
        company.mailbox.down(true);

        company.advance(Duration.ofMinutes(2));
        company.work(4);

        assertThat(company.mailbox.turnedAway()).isPositive();
        assertThat(company.alarms).containsExactly("sequence-task: our account is paused");
    }

    private long waitingReports() {
        return company.queue.errands.stream().filter(Errand.Undelivered.class::isInstance).count();
    }

    private Placement submitted() {
        company.submit(submission());
        company.queue.messages.clear();
        company.queue.errands.clear();
        return company.placements.newest(1, null).placements().getFirst();
    }

    private PlacementId distributed() {
        PlacementId id = company.distribute(submission()).id();
        company.deliverAll(id);
        return id;
    }

    private PlacementId confirmed() {
        PlacementId id = distributed();
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"), Map.of("stage", "awareness"));
        company.work();
        return id;
    }

    /// The state of the only email of a kind.
    private DeliveryState state(PlacementId id, MailKind kind) {
        List<DeliveryState> states =
                company.ledger.about(id.value()).stream()
                        .filter(row -> row.id().kind() == kind)
                        .map(Delivery::state)
                        .toList();
        assertThat(states).hasSize(1);
        return states.getFirst();
    }

    /// A byline that may be forwarded and that a mapping rule matches.
    private static Submission submission() {
        return new SubmissionBuilder(Samples.submission())
                .format("byline")
                .publishedAt("2026-06-24T09:00")
                .topic("care coordination")
                .forwardability("green")
                .build();
    }
}
