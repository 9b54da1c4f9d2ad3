package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.OwnerScenario.OWNER;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Opened;
import app.prtosales.sequence.SequenceTask;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A sequence gets another owner while its owner is asked about a story: the new owner is asked
/// from the beginning, and the former one hears nothing more (R2.2, R2.6, R5.12).
class NewOwnerTest {

    private static final String NEW = "new-owner@sample-medtech.example";
    private static final String THIRD = "third-owner@sample-medtech.example";

    private final OwnerScenario owner = new OwnerScenario();
    private final Company company = owner.company;

    @Test
    void r2_2_the_new_owner_of_a_sequence_is_asked_at_once_with_a_first_email() {
        PlacementId id = owner.distributed();
        company.advance(Duration.ofHours(2));

        ownedBy(NEW);

        assertThat(tasks()).containsExactly(OWNER, NEW);
        assertThat(links(id, NEW)).isInstanceOf(Opened.ToSequence.class);
        assertThat(links(id, OWNER)).isInstanceOf(Opened.NotALink.class);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.ASKED);
    }

    @Test
    void r2_6_the_days_of_a_new_owner_begin_with_their_first_email() {
        PlacementId id = owner.distributed();
        days(2);
        ownedBy(NEW);

        days(2);
        assertThat(tasks()).as("neither of them reminded").containsExactly(OWNER, NEW);
        days(2);
        assertThat(tasks()).containsExactly(OWNER, NEW, NEW);
        assertThat(handedOver()).isEmpty();
        days(2);
        assertThat(handedOver()).containsExactly(Company.OPS);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.HANDED_OVER);
    }

    @Test
    void r2_6_after_the_handover_too_a_new_owner_is_asked_from_the_beginning() {
        PlacementId id = owner.distributed();
        days(6);
        assertThat(handedOver()).hasSize(1);

        ownedBy(NEW);

        assertThat(tasks()).containsExactly(OWNER, OWNER, NEW);
        assertThat(owner.status(id)).isEqualTo(SequenceTask.Status.ASKED);
        days(6);
        assertThat(tasks()).containsExactly(OWNER, OWNER, NEW, NEW);
        assertThat(handedOver()).containsExactly(Company.OPS, Company.OPS);
    }

    @Test
    void r2_2_nobody_gets_a_second_first_email_when_the_owner_changes_back_and_forth() {
        owner.distributed();

        ownedBy(NEW);
        ownedBy(NEW);
        ownedBy(OWNER);
        ownedBy(NEW);
        ownedBy(THIRD);
        ownedBy(OWNER);

        assertThat(tasks()).containsExactly(OWNER, NEW, THIRD);
    }

    @Test
    void r2_6_an_owner_who_is_back_is_reminded_three_days_after_their_own_first_email() {
        owner.distributed();
        days(1);
        ownedBy(NEW);
        days(1);
        ownedBy(OWNER);

        days(2);

        assertThat(tasks()).containsExactly(OWNER, NEW, OWNER);
    }

    @Test
    void r2_2_an_email_that_bounced_goes_to_the_corrected_address() {
        PlacementId id = owner.distributed();
        company.bounce(first(id), company.now());

        ownedBy("hs.owner@sample-medtech.example");

        assertThat(tasks()).containsExactly(OWNER, "hs.owner@sample-medtech.example");
    }

    @Test
    void r2_2_another_spelling_of_the_address_is_not_a_new_owner() {
        owner.distributed();

        ownedBy(" HS-Owner@sample-medtech.example ");

        assertThat(tasks()).containsExactly(OWNER);
    }

    @Test
    void r2_2_the_owner_of_a_task_from_an_earlier_version_is_not_asked_again() {
        PlacementId id = owner.distributed();
        sentByAnEarlierVersion(id);

        company.run(new Errand.RulesChanged());
        company.work();
        assertThat(tasks()).containsExactly(OWNER);

        ownedBy(NEW);
        assertThat(tasks()).containsExactly(OWNER, NEW);
    }

    @Test
    void r2_2_an_email_that_still_waits_goes_to_the_new_owner_only() {
        company.reps(1);
        company.mailbox.down(true);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(ChangeScenario.mapped("green")))
                        .placement()
                        .id();
        company.workOnce();
        company.tickAndTryFor(Duration.ofMinutes(5));
        company.put(ListName.SEQUENCES, sequence(NEW));
        company.mailbox.down(false);

        company.run(new Errand.RulesChanged());
        company.tickAndTryFor(Duration.ofMinutes(20));
        company.work();

        assertThat(tasks()).containsExactly(NEW);
        assertThat(company.ledger.find(first(id)).orElseThrow().mailbox())
                .isEqualTo(Person.idOf(NEW));
    }

    @Test
    void r2_2_nobody_is_asked_about_a_story_that_the_former_owner_answered() {
        PlacementId id = owner.confirmed();

        ownedBy(NEW);
        days(6);

        assertThat(tasks()).containsExactly(OWNER);
        assertThat(company.showPlacement.show(id).orElseThrow().suggestions().getFirst().askedAt())
                .isNotNull();
    }

    @Test
    void r5_6_the_new_owner_is_asked_to_take_out_what_the_former_owner_did_not() {
        PlacementId id = owner.confirmed();
        changed(company.changePlacement.retract(id, "a false figure", Company.PR));
        company.work();
        days(1);

        ownedBy(NEW);

        assertThat(removals()).containsExactly(OWNER, NEW);
        days(2);
        assertThat(removals()).as("neither of them reminded").containsExactly(OWNER, NEW);
        days(2);
        assertThat(removals()).containsExactly(OWNER, NEW, NEW);
        days(2);
        assertThat(handedOver()).containsExactly(Company.OPS);
    }

    @Test
    void r5_5_a_new_owner_who_was_asked_to_add_it_is_told_not_to_and_the_former_one_is_not() {
        PlacementId id = owner.distributed();
        ownedBy(NEW);

        owner.turn(id, "amber");

        assertThat(removals()).containsExactly(NEW);
    }

    @Test
    void r2_2_the_new_owner_is_asked_at_once_about_an_old_story_whose_owner_was_just_asked() {
        company.reps(2);
        PlacementId id = company.distribute(ChangeScenario.mapped("amber")).id();
        days(100);
        owner.turn(id, "green");

        ownedBy(NEW);

        assertThat(tasks()).containsExactly(OWNER, NEW);
    }

    @Test
    void r5_6_the_new_owner_is_asked_at_once_to_take_out_an_old_story() {
        PlacementId id = owner.confirmed();
        days(100);
        changed(company.changePlacement.retract(id, "a false figure", Company.PR));
        company.work();

        ownedBy(NEW);

        assertThat(removals()).containsExactly(OWNER, NEW);
    }

    @Test
    void r2_2_the_new_owner_is_not_asked_about_an_old_story_that_was_handed_over() {
        owner.distributed();
        days(100);
        assertThat(handedOver()).containsExactly(Company.OPS);

        ownedBy(NEW);

        assertThat(tasks()).containsExactly(OWNER, OWNER);
    }

    @Test
    void r2_6_a_new_owner_of_the_rule_is_asked_to_step_in() {
        owner.distributed();
        days(6);
        assertThat(handedOver()).containsExactly(Company.OPS);

        company.put(
                ListName.AGREEMENT,
                company.replaceList
                        .read(ListName.AGREEMENT)
                        .getFirst()
                        .with("ruleOwners", "one@sample-medtech.example;" + THIRD));
        company.run(new Errand.RulesChanged());
        company.run(new Errand.RulesChanged());
        company.work();

        assertThat(handedOver()).containsExactly(Company.OPS, THIRD);
    }

    /// Earlier versions did not store which address an email went to.
    private void sentByAnEarlierVersion(PlacementId id) {
        Delivery row = company.ledger.find(first(id)).orElseThrow();
        assertThat(
                        company.ledger.replace(
                                row,
                                new Delivery(
                                        row.id(),
                                        row.sending(),
                                        row.attempt(),
                                        row.plannedAt(),
                                        row.leaseUntil(),
                                        row.acceptedAt(),
                                        row.refusedAt(),
                                        row.sesId(),
                                        row.messages(),
                                        row.reason(),
                                        null,
                                        row.placementVersion(),
                                        row.possibleDuplicate(),
                                        row.version() + 1)))
                .isTrue();
    }

    private void ownedBy(String address) {
        company.advance(Duration.ofMinutes(1));
        company.put(ListName.SEQUENCES, sequence(address));
        company.run(new Errand.RulesChanged());
        company.work();
    }

    private static Row sequence(String owner) {
        return Company.row(
                "id", "health-system",
                "name", "Health system sequence",
                "owner", "Sample Owner",
                "ownerEmail", owner,
                "status", "active",
                "stages", "awareness;consideration");
    }

    private void days(int days) {
        company.runUntil(company.now().plus(Duration.ofDays(days)).plusSeconds(60));
    }

    private static DeliveryId first(PlacementId id) {
        return new DeliveryId(id.value(), "health-system", MailKind.SEQUENCE_TASK);
    }

    private Opened links(PlacementId id, String holder) {
        return company.recordResponse.open(
                company.token(Purpose.SEQUENCE, id, "health-system", Person.idOf(holder)));
    }

    /// In the order in which they were sent.
    private List<String> mailed(MailKind kind) {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == kind)
                .map(mail -> mail.to())
                .toList();
    }

    private List<String> tasks() {
        return mailed(MailKind.SEQUENCE_TASK);
    }

    private List<String> removals() {
        return mailed(MailKind.SEQUENCE_REMOVAL);
    }

    private List<String> handedOver() {
        return mailed(MailKind.SEQUENCE_HANDED_OVER);
    }
}
