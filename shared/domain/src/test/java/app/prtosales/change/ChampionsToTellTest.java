package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Response.KitSent;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.6: somebody tells each champion about a retraction, even if their rep has left.
class ChampionsToTellTest {

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void sendKits() {
        company.reps(2);
        id = company.distribute(Samples.green()).id();
        company.deliverAll(id);
        sent("rep-001", "Dana Whitfield");
        sent("rep-002", "Omar Reyes");
    }

    @Test
    void r5_6_pr_is_emailed_the_champions_whose_rep_has_left() {
        company.putReps(List.of(Company.rep("rep-001")));

        retract();

        assertThat(scenario.mailed(MailKind.CHAMPIONS_TO_TELL)).containsExactly(Company.OPS);
        assertThat(company.mailbox.to(Company.OPS).getLast().text()).isEqualTo("Omar Reyes");
    }

    @Test
    void an_inactive_rep_has_left_too() {
        company.putReps(
                List.of(Company.rep("rep-001"), Company.rep("rep-002").with("active", "false")));

        retract();

        assertThat(scenario.mailed(MailKind.CHAMPIONS_TO_TELL)).hasSize(1);
    }

    @Test
    void a_rep_with_a_new_id_has_not_left() {
        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-002").with("id", "HR-2")));

        retract();

        assertThat(scenario.mailed(MailKind.CHAMPIONS_TO_TELL)).isEmpty();
    }

    @Test
    void a_champion_whom_another_rep_named_too_is_told_by_that_rep() {
        sent("rep-002", "dana whitfield");
        company.putReps(List.of(Company.rep("rep-002")));

        retract();

        assertThat(scenario.mailed(MailKind.CHAMPIONS_TO_TELL)).isEmpty();
    }

    @Test
    void r1_12_ops_is_told_of_each_email_to_the_pr_owner_that_did_not_arrive() {
        company.put(
                ListName.AGREEMENT,
                company.replaceList
                        .read(ListName.AGREEMENT)
                        .getFirst()
                        .with("prOwner", "pr@sample-medtech.example"));
        company.runUntil(
                Objects.requireNonNull(company.find(id).expiresAt())
                        .minus(Placement.STILL_TRUE_BEFORE)
                        .plusSeconds(60));
        bounced(MailKind.STILL_TRUE);
        company.putReps(List.of(Company.rep("rep-001")));
        retract();

        bounced(MailKind.CHAMPIONS_TO_TELL);

        assertThat(company.toldOps()).filteredOn(text -> text.contains("the PR owner")).hasSize(2);
    }

    private void bounced(MailKind kind) {
        company.ledger.about(id.value()).stream()
                .map(row -> row.id())
                .filter(mail -> mail.kind() == kind)
                .forEach(mail -> company.bounce(mail, company.now()));
        company.runUntil(company.now().plus(Duration.ofHours(1)));
    }

    @Test
    void the_email_is_sent_once_however_often_the_change_is_followed_up() {
        company.putReps(List.of(Company.rep("rep-001")));
        company.mailbox.down(true);
        changed(scenario.change.retract(id, "a false figure", Company.PR));
        company.workOnce();
        company.mailbox.down(false);

        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.CHAMPIONS_TO_TELL)).containsExactly(Company.OPS);
    }

    @Test
    void the_email_is_sent_later_if_only_those_to_reps_could_be_sent() {
        company.putReps(List.of(Company.rep("rep-001")));
        changed(scenario.change.retract(id, "a false figure", Company.PR));
        company.mailbox.down(true);
        company.workOnce();
        company.mailbox.down(false);
        company.workOnce();
        company.mailbox.down(true);
        company.followUp(id);
        company.mailbox.down(false);
        assertThat(scenario.mailed(MailKind.RETRACTION)).isNotEmpty();
        assertThat(scenario.mailed(MailKind.CHAMPIONS_TO_TELL)).isEmpty();

        company.runUntil(company.now().plus(Duration.ofHours(1)));

        assertThat(scenario.mailed(MailKind.CHAMPIONS_TO_TELL)).containsExactly(Company.OPS);
    }

    private void retract() {
        changed(scenario.change.retract(id, "a false figure", Company.PR));
        company.work();
    }

    private void sent(String rep, String champion) {
        KitSent kit =
                new KitSent(
                        new RepId(rep),
                        company.now(),
                        new AccountId("account-1"),
                        "Sample Hospital 1",
                        true,
                        champion,
                        1);
        assertThat(
                        company.stored.add(
                                company.find(id),
                                kit,
                                new HistoryEntry(id.value(), company.now(), rep, "sent", null)))
                .isTrue();
    }
}
