package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.FormFields;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// No sequence owner is asked about a story: the owner of rule 2 is asked at once to choose a
/// sequence (R2.6).
class NobodyToAskTest {

    private static final String RULE_OWNER = "sequence-ops@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @BeforeEach
    void agreeOnRuleOwners() {
        company.reps(2);
        agree(RULE_OWNER);
    }

    @Test
    void r2_6_without_a_rule_the_owner_of_rule_2_is_asked_once_as_the_story_goes_out() {
        company.put(ListName.RULES);

        distributed(mapped("green"));

        assertThat(scenario.mailed(MailKind.CHOOSE_SEQUENCE)).containsExactly(RULE_OWNER);
        company.run(new Errand.RulesChanged());
        company.runUntil(company.now().plus(Duration.ofDays(10)));
        company.run(new Errand.RulesChanged());
        company.work();
        assertThat(texts()).containsExactly("NO_RULE []");
    }

    @Test
    void r2_6_when_an_exemption_is_undone_later_the_owner_of_rule_2_is_asked() {
        company.put(ListName.RULES);
        PlacementId id = company.distribute(mapped("amber")).id();
        changed(change.exempt(id, "inActiveSequence", "local", null, Company.PR));
        changed(change.turn(id, "green", null, "cleared", Company.PR));
        company.runUntil(company.now().plus(Duration.ofDays(10)));
        assertThat(texts()).isEmpty();

        changed(change.undoExemption(id, "inActiveSequence", "a slip", null, Company.PR));
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(texts()).containsExactly("NO_RULE []");
    }

    @Test
    void r2_6_after_the_last_owner_declined_the_owner_of_rule_2_is_told_who_and_why() {
        PlacementId id = distributed(mapped("green"));
        assertThat(texts()).isEmpty();

        decline(id, "health-system", "We have two of these.");

        assertThat(texts()).containsExactly("DECLINED [We have two of these.]");
    }

    @Test
    void r2_6_while_another_owner_is_asked_the_owner_of_rule_2_is_not() {
        PlacementId id = distributed(mapped("green"));

        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"),
                Map.of(
                        "stage",
                        FormFields.NOT_HERE,
                        "reason",
                        "It is about money.",
                        "elsewhere",
                        "cfo"));
        company.work();
        assertThat(texts()).isEmpty();

        decline(id, "cfo", "It is about care.");
        assertThat(texts()).containsExactly("DECLINED [It is about money., It is about care.]");
    }

    @Test
    void r2_6_once_more_if_the_owner_of_the_chosen_sequence_declined_too() {
        company.put(ListName.RULES);
        PlacementId id = distributed(mapped("green"));
        changed(company.changePlacement.choose(id, "cfo", "awareness", "it fits", Company.PR));
        company.work();
        assertThat(texts()).hasSize(1);

        decline(id, "cfo", "It does not.");

        assertThat(texts()).containsExactly("NO_RULE []", "DECLINED [It does not.]");
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        assertThat(texts()).hasSize(2);
    }

    @Test
    void r2_6_a_story_whose_only_sequence_is_paused_is_told_to_the_owner_of_rule_2() {
        company.sequences("health-system", "paused");

        PlacementId id = distributed(mapped("green"));

        assertThat(texts()).containsExactly("PAUSED []");
        company.sequences("health-system", "active");
        company.run(new Errand.RulesChanged());
        company.work();
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(1);
        decline(id, "health-system", "no");
        assertThat(texts()).containsExactly("PAUSED []", "DECLINED [no]");
    }

    @Test
    void r2_6_if_the_only_sequence_is_archived_the_owner_of_rule_2_hears_of_the_latest_stories() {
        distributed(mapped("green"));
        company.runUntil(company.now().plus(Duration.ofDays(8)));
        distributed(
                new SubmissionBuilder(mapped("green"))
                        .publishedAt("2026-07-02T09:00")
                        .url("https://outlet.example/another")
                        .build());
        company.sequences("health-system", "archived");

        company.run(new Errand.RulesChanged());
        company.work();

        assertThat(texts()).containsExactly("ARCHIVED []");
    }

    @Test
    void r2_5_r5_5_r5_7_nothing_is_chosen_for_a_story_that_goes_into_no_sequence() {
        company.put(ListName.RULES);

        PlacementId amber = distributed(mapped("amber"));
        distributed(new SubmissionBuilder(mapped("red")).url("https://outlet.example/red").build());
        distributed(
                new SubmissionBuilder(mapped("red"))
                        .tone("negative")
                        .holdingLine("We know of it.")
                        .url("https://outlet.example/negative")
                        .build());
        company.submit(
                new SubmissionBuilder(mapped("green"))
                        .backfill(true)
                        .url("https://outlet.example/old")
                        .build());
        company.work();
        changed(
                company.changePlacement.exempt(
                        amber, "inActiveSequence", "a local story", "Sample Person", Company.PR));
        scenario.turn(amber, "green");

        assertThat(texts()).isEmpty();
    }

    @Test
    void r2_6_r5_5_the_owner_of_rule_2_is_asked_once_the_story_turns_green() {
        company.put(ListName.RULES);
        PlacementId id = distributed(mapped("amber"));

        scenario.turn(id, "green");
        scenario.turn(id, "amber");
        scenario.turn(id, "green");

        assertThat(texts()).containsExactly("NO_RULE []");
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r2_6_without_an_owner_of_rule_2_ops_is_asked() {
        agree("");
        company.put(ListName.RULES);

        distributed(mapped("green"));

        assertThat(scenario.mailed(MailKind.CHOOSE_SEQUENCE)).containsExactly(Company.OPS);
    }

    @Test
    void r2_6_a_new_owner_of_rule_2_is_asked_too() {
        company.put(ListName.RULES);
        distributed(mapped("green"));

        agree("new-lead@sample-medtech.example");
        company.run(new Errand.RulesChanged());
        company.work();

        assertThat(scenario.mailed(MailKind.CHOOSE_SEQUENCE))
                .containsExactly("new-lead@sample-medtech.example", RULE_OWNER);
    }

    @Test
    void r2_6_the_email_goes_out_later_if_it_could_not_go_out_at_dispatch() {
        company.put(ListName.RULES);
        company.mailbox.down(true);
        PlacementId id =
                ((SubmitOutcome.Accepted) company.submit(mapped("green"))).placement().id();
        company.workOnce();
        company.tickAndTryFor(Duration.ofMinutes(5));

        company.mailbox.down(false);
        company.tickAndTryFor(Duration.ofMinutes(20));
        company.work();
        company.deliverAll(id);

        assertThat(scenario.mailed(MailKind.CHOOSE_SEQUENCE)).containsExactly(RULE_OWNER);
    }

    @Test
    void r1_12_ops_is_told_if_the_email_to_choose_a_sequence_did_not_arrive() {
        company.put(ListName.RULES);
        distributed(mapped("green"));

        company.bounce(mails().getFirst().id(), company.now());
        company.work();

        assertThat(company.mailbox.to(Company.OPS).getLast().text())
                .contains("the person in charge of sequences (%s)".formatted(RULE_OWNER));
    }

    private PlacementId distributed(Submission submission) {
        PlacementId id = company.distribute(submission).id();
        company.deliverAll(id);
        return id;
    }

    private void agree(String owner) {
        company.put(
                ListName.AGREEMENT,
                company.replaceList
                        .read(ListName.AGREEMENT)
                        .getFirst()
                        .with(
                                "ruleOwners",
                                owner.isEmpty() ? "" : "pr@sample-medtech.example;" + owner));
    }

    private void decline(PlacementId id, String sequence, String reason) {
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, sequence),
                Map.of("stage", FormFields.NOT_HERE, "reason", reason));
        company.work();
    }

    private List<OutgoingMail> mails() {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == MailKind.CHOOSE_SEQUENCE)
                .toList();
    }

    private List<String> texts() {
        return mails().stream().map(OutgoingMail::text).toList();
    }
}
