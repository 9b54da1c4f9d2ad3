package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.mapped;
import static app.prtosales.change.ChangeScenario.submission;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.audit.Finding;
import app.prtosales.audit.NextStep;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.response.BetterPlace;
import app.prtosales.response.FormFields;
import app.prtosales.response.Opened;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.sequence.SequenceTask;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Rule 2: a placement gets into a sales sequence by asking the sequence's owner, who confirms it.
class SequenceTasksTest {

    private static final String OWNER = "hs-owner@sample-medtech.example";
    private static final String CFO_OWNER = "cfo-owner@sample-medtech.example";
    private static final String RULE_OWNER = "sequence-ops@sample-medtech.example";

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;

    private PlacementId distributed() {
        company.reps(2);
        PlacementId id = company.distribute(mapped("green")).id();
        company.deliverAll(id);
        return id;
    }

    private PlacementId confirmed() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        return id;
    }

    private void turn(PlacementId id, String to) {
        changed(company.changePlacement.turn(id, to, null, "legal says so", Company.PR));
        company.work();
    }

    private void takeOut(PlacementId id) {
        company.recordResponse.record(
                company.token(Purpose.REMOVAL, id, "health-system"), Map.of("choice", "removed"));
    }

    private Outcome answer(PlacementId id, String sequence, Map<String, String> form) {
        Outcome outcome =
                company.recordResponse.record(company.token(Purpose.SEQUENCE, id, sequence), form);
        company.work();
        return outcome;
    }

    private Finding finding(PlacementId id) {
        return company.showPlacement.show(id).orElseThrow().audit().inActiveSequence();
    }

    private List<SequenceTask> tasks(PlacementId id) {
        return company.showPlacement.show(id).orElseThrow().suggestions();
    }

    private void agreeOnRuleOwners() {
        Map<String, String> cells =
                new TreeMap<>(company.replaceList.read(ListName.AGREEMENT).getFirst().cells());
        cells.put("ruleOwners", "pr@sample-medtech.example;" + RULE_OWNER);
        company.put(ListName.AGREEMENT, new Row(cells));
    }

    private void sequences(String status, String stages) {
        company.put(
                ListName.SEQUENCES,
                sequence("cfo", "active", "awareness;consideration"),
                sequence("health-system", status, stages));
    }

    private static Row sequence(String id, String status, String stages) {
        return Company.row(
                "id",
                id,
                "name",
                id.equals("cfo") ? "CFO sequence" : "Health system sequence",
                "owner",
                "Sample Owner",
                "ownerEmail",
                id.equals("cfo") ? CFO_OWNER : OWNER,
                "status",
                status,
                "stages",
                stages);
    }

    @Test
    void r2_1_a_byline_on_care_coordination_maps_to_awareness_in_the_health_system_sequence() {
        company.reps(1);
        PlacementId id = company.distribute(mapped("amber")).id();

        assertThat(tasks(id)).hasSize(1);
        assertThat(tasks(id).getFirst().suggestion().sequence().id())
                .isEqualTo(new SequenceId("health-system"));
        assertThat(tasks(id).getFirst().suggestion().stage()).isEqualTo("awareness");
        assertThat(tasks(id).getFirst().suggestion().why())
                .isEqualTo(
                        "your rules suggest this sequence for format byline, topic care coordination");
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.SUGGESTED);
    }

    @Test
    void r2_1_a_rule_whose_stage_is_gone_suggests_the_first_stage_of_its_sequence() {
        company.reps(1);
        PlacementId id = company.distribute(mapped("amber")).id();

        company.put(ListName.SEQUENCES, sequence("health-system", "active", "trial;decision"));

        assertThat(tasks(id).getFirst().suggestion().stage()).isEqualTo("trial");
    }

    @ParameterizedTest
    @CsvSource({
        "Care  coordination and handoffs,1",
        "care\u00a0coordination,1",
        "scare coordination,0",
        "care coordinations,0"
    })
    void r2_1_the_topic_of_a_rule_is_found_as_whole_words(String topic, int tasks) {
        company.reps(1);
        PlacementId id =
                company.distribute(new SubmissionBuilder(mapped("amber")).topic(topic).build())
                        .id();

        assertThat(tasks(id)).hasSize(tasks);
    }

    @Test
    void r5_5_the_owner_is_asked_again_about_a_removed_placement_that_is_green_again() {
        PlacementId id = confirmed();
        turn(id, "red");
        takeOut(id);
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.REMOVED);

        turn(id, "green");

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.ASKED);
        company.runUntil(company.now().plus(Duration.ofDays(6)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
        answer(id, "health-system", Map.of("stage", "consideration"));
        assertThat(finding(id).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void r5_3_the_owner_is_asked_again_about_a_removed_placement_that_was_renewed() {
        PlacementId id = confirmed();
        company.runUntil(company.find(id).expiresAt().plus(Duration.ofHours(1)));
        takeOut(id);
        String later = company.now().plus(Duration.ofDays(300)).toString().substring(0, 10);

        changed(company.changePlacement.renew(id, later, "still true", Company.PR));
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
    }

    @Test
    void r5_5_an_owner_who_confirms_too_late_is_asked_to_take_it_out() {
        PlacementId id = distributed();
        turn(id, "amber");
        company.runUntil(company.now().plus(Duration.ofHours(1)));

        answer(id, "health-system", Map.of("stage", "awareness"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
        assertThat(finding(id).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void r2_6_the_owners_days_start_again_when_it_is_green_again() {
        PlacementId id = distributed();
        turn(id, "amber");
        company.runUntil(company.now().plus(Duration.ofDays(10)));
        turn(id, "green");

        company.runUntil(company.now().plus(Duration.ofDays(4)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        company.runUntil(company.now().plus(Duration.ofDays(2)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
    }

    @Test
    void r2_6_a_removal_is_asked_for_again_even_while_emails_to_reps_wait() {
        company.reps(250);
        PlacementId id = company.distribute(mapped("green")).id();
        answer(id, "health-system", Map.of("stage", "awareness"));
        for (int i = 1; i <= 10; i++) {
            company.bounce(Company.ping(id, "rep-%03d".formatted(i)), company.now());
        }
        assertThat(company.guard.stop()).as("sending to reps has stopped").isPresent();

        changed(company.changePlacement.turn(id, "red", null, "legal asked", Company.PR));
        company.workOnce();
        for (int day = 1; day <= 4; day++) {
            company.advance(Duration.ofDays(1));
            company.tick();
            company.workOnce();
            for (int errands = company.queue.errands.size(); errands > 0; errands--) {
                company.runNextErrand();
            }
        }

        assertThat(company.find(id).changes().pending()).isNotEmpty();
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER, OWNER);
    }

    @Test
    void the_removal_link_removes_nothing_that_may_be_used_again() {
        PlacementId id = confirmed();
        turn(id, "red");
        String link = company.token(Purpose.REMOVAL, id, "health-system");
        turn(id, "green");

        assertThat(company.recordResponse.open(link)).isInstanceOf(Opened.ToSequence.class);
        assertThat(company.recordResponse.record(link, Map.of("choice", "removed")))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(finding(id).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void r5_5_the_owner_named_instead_is_asked_at_once_when_it_turns_green() {
        PlacementId id = distributed();
        turn(id, "amber");
        company.responses.add(
                company.find(id),
                new Declined(
                        new SequenceId("health-system"),
                        company.now(),
                        "for finance",
                        new BetterPlace.OtherSequence(new SequenceId("cfo")),
                        1),
                new HistoryEntry(id.value(), company.now(), "health-system", "declined", null));
        turn(id, "green");

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK))
                .containsExactlyInAnyOrder(OWNER, CFO_OWNER);
    }

    @Test
    void r2_1_a_podcast_on_financial_integrity_maps_to_the_cfo_sequence() {
        company.reps(1);
        PlacementId id =
                company.distribute(
                                new SubmissionBuilder(
                                                submission(
                                                        "2026-06-24T09:00",
                                                        "Financial integrity; AI",
                                                        "positive",
                                                        "green"))
                                        .format("podcast")
                                        .build())
                        .id();

        assertThat(tasks(id))
                .extracting(task -> task.suggestion().sequence().id())
                .isEqualTo(List.of(new SequenceId("cfo")));
    }

    @Test
    void r2_2_a_suggestion_alone_is_not_a_yes_but_the_owners_confirmation_is() {
        PlacementId id = distributed();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertThat(finding(id).answer()).isEqualTo(Answer.NO);
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.ASKED);
        assertThat(answer(id, "health-system", Map.of("stage", "awareness")))
                .isInstanceOf(Outcome.Recorded.class);

        assertThat(finding(id).answer()).isEqualTo(Answer.YES);
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.CONFIRMED);
    }

    @Test
    void r2_2_an_owner_can_change_the_stage_and_the_latest_answer_stands() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        answer(id, "health-system", Map.of("stage", "consideration"));
        answer(id, "health-system", Map.of("stage", "awareness"));

        assertThat(answer(id, "health-system", Map.of("stage", "awareness")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(company.responses.thatCount(id))
                .containsExactly(
                        new InSequence(
                                new SequenceId("health-system"),
                                company.now(),
                                "awareness",
                                3,
                                Person.idOf("hs-owner@sample-medtech.example")));
    }

    @Test
    void r2_2_an_owner_declines_with_a_reason_and_is_not_asked_again() {
        PlacementId id = distributed();

        assertThat(answer(id, "health-system", Map.of("stage", FormFields.NOT_HERE)))
                .isInstanceOf(Outcome.Invalid.class);
        answer(
                id,
                "health-system",
                Map.of("stage", FormFields.NOT_HERE, "reason", "We have two of these."));
        company.runUntil(P.plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        assertThat(finding(id).evidence())
                .isEqualTo(
                        "the owner of Health system sequence said it doesn’t fit: We have two of these.");
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.DECLINED);
        assertThat(scenario.reasons(id)).contains("We have two of these.");
    }

    @Test
    void r2_2_if_an_owner_names_another_sequence_its_owner_is_asked() {
        PlacementId id = distributed();

        answer(
                id,
                "health-system",
                Map.of(
                        "stage",
                        FormFields.NOT_HERE,
                        "reason",
                        "It is about money.",
                        "elsewhere",
                        "cfo"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(CFO_OWNER, OWNER);
        assertThat(tasks(id))
                .extracting(SequenceTask::status)
                .containsExactly(SequenceTask.Status.DECLINED, SequenceTask.Status.ASKED);
        assertThat(tasks(id).getLast().suggestion().why())
                .contains("the owner of “Health system sequence” says it fits here");
        assertThat(finding(id).evidence())
                .isEqualTo(
                        "the owner of Health system sequence said it fits CFO sequence better,"
                                + " whose owner hasn’t answered yet: It is about money.");

        answer(id, "cfo", Map.of("stage", FormFields.NOT_HERE, "reason", "Not for finance."));
        assertThat(finding(id).evidence())
                .contains("said it doesn’t fit")
                .doesNotContain("hasn’t answered yet");
    }

    @Test
    void r2_2_the_page_offers_no_sequence_whose_owner_declined_except_the_one_named_before() {
        PlacementId id = distributed();
        String link = company.token(Purpose.SEQUENCE, id, "health-system");
        assertThat(offered(link)).containsExactly("cfo");
        answer(id, "health-system", elsewhere("cfo"));
        answer(id, "cfo", Map.of("stage", FormFields.NOT_HERE, "reason", "Not about money."));

        assertThat(offered(company.token(Purpose.SEQUENCE, id, "cfo"))).isEmpty();
        assertThat(answer(id, "health-system", elsewhere("cfo")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        answer(id, "health-system", elsewhere("~press-page"));
        assertThat(offered(link)).isEmpty();
    }

    private List<String> offered(String link) {
        return ((Opened.ToSequence) company.recordResponse.open(link))
                .others().stream().map(each -> each.id().value()).toList();
    }

    @Test
    void a_blank_alternative_counts_as_none_and_one_not_offered_is_refused() {
        PlacementId id = distributed();

        assertThat(answer(id, "health-system", elsewhere("~nowhere")))
                .isInstanceOf(Outcome.Invalid.class);
        assertThat(answer(id, "health-system", elsewhere("  ")))
                .isNotInstanceOf(Outcome.Invalid.class);
        assertThat(finding(id).evidence()).contains("said it doesn’t fit: Not for mail.");
    }

    @Test
    void r2_3_only_on_the_press_page_or_social_media_is_never_a_yes() {
        PlacementId id = distributed();
        answer(id, "health-system", elsewhere("~press-page"));

        assertThat(finding(id))
                .isEqualTo(
                        new Finding(
                                Answer.NO, "only on the press page, which isn’t a sequence", null));
        answer(id, "health-system", elsewhere("~social-media"));
        assertThat(finding(id).answer()).isEqualTo(Answer.NO);
        assertThat(finding(id).evidence()).contains("only on social media");
    }

    private static Map<String, String> elsewhere(String where) {
        return Map.of("stage", FormFields.NOT_HERE, "reason", "Not for mail.", "elsewhere", where);
    }

    @Test
    void r2_4_a_paused_sequence_turns_the_answer_to_no_with_the_date_it_was_lost() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        company.advance(Duration.ofDays(2));
        sequences("paused", "awareness;consideration");
        company.advance(Duration.ofDays(1));

        assertThat(finding(id))
                .isEqualTo(
                        new Finding(
                                Answer.NO,
                                "Health system sequence is paused; it counted until then",
                                company.now().minus(Duration.ofDays(1))));
        sequences("active", "awareness;consideration");
        assertThat(finding(id).answer()).isEqualTo(Answer.YES);
    }

    @Test
    void r2_4_while_the_sequence_is_paused_the_next_step_is_its_owners() {
        PlacementId id = distributed();

        sequences("paused", "awareness;consideration");

        assertThat(company.showPlacement.show(id).orElseThrow().audit().next())
                .isEqualTo(
                        new NextStep(
                                NextStep.Owner.SEQUENCE_OWNER,
                                "Health system sequence",
                                "It’s paused. Restart it, or choose another sequence."));
    }

    @Test
    void r2_4_a_removed_stage_or_sequence_also_gives_the_date() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        company.advance(Duration.ofDays(1));
        sequences("active", "consideration");

        assertThat(finding(id).at()).isEqualTo(company.now());
        assertThat(finding(id).evidence()).contains("no longer has the stage “awareness”");
        company.advance(Duration.ofDays(1));
        company.put(ListName.SEQUENCES, sequence("cfo", "active", "awareness"));
        assertThat(finding(id).at()).isEqualTo(company.now());
        assertThat(finding(id).evidence()).contains("no longer on the list of sequences");
        assertThat(company.replaceList.read(ListName.SEQUENCES)).hasSize(1);
        assertThat(company.directory.sequences()).containsOnlyKeys(new SequenceId("cfo"));
    }

    @Test
    void r2_4_a_stage_in_another_letter_case_is_the_same_stage_until_it_is_removed() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        company.advance(Duration.ofDays(1));
        sequences("active", "Awareness;consideration");

        assertThat(finding(id).answer()).isEqualTo(Answer.YES);
        company.advance(Duration.ofDays(1));
        sequences("active", "consideration");
        assertThat(finding(id).answer()).isEqualTo(Answer.NO);
        assertThat(finding(id).at()).isEqualTo(company.now());
    }

    @Test
    void r2_4_a_confirmation_into_a_paused_sequence_was_never_a_yes_and_has_no_such_date() {
        PlacementId id = distributed();
        sequences("paused", "awareness");
        company.advance(Duration.ofHours(1));
        answer(id, "health-system", Map.of("stage", "awareness"));

        assertThat(finding(id))
                .isEqualTo(new Finding(Answer.NO, "Health system sequence is paused", null));
    }

    @Test
    void r2_4_turning_amber_or_a_retraction_also_gives_the_date() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        company.advance(Duration.ofHours(1));
        changed(scenario.change.turn(id, "amber", null, "legal asked", Company.PR));

        assertThat(finding(id)).isEqualTo(new Finding(Answer.NO, "in review", company.now()));
        company.advance(Duration.ofHours(1));
        changed(scenario.change.retract(id, "false", Company.PR));
        assertThat(finding(id)).isEqualTo(new Finding(Answer.NO, "retracted", company.now()));
    }

    @Test
    void r2_5_an_exempt_placement_is_not_asked_about() {
        PlacementId id = distributed();
        changed(
                scenario.change.exempt(
                        id, "inActiveSequence", "a local story", "Sample Person", Company.PR));
        company.runUntil(P.plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        assertThat(finding(id).answer()).isEqualTo(Answer.EXEMPT);
    }

    @Test
    void r2_5_once_an_exemption_is_undone_the_owner_is_asked_again() {
        PlacementId id = distributed();
        changed(
                scenario.change.exempt(
                        id, "inActiveSequence", "a local story", "Sample Person", Company.PR));
        company.runUntil(P.plus(Duration.ofDays(6)));

        changed(scenario.change.undoExemption(id, "inActiveSequence", "a slip", null, Company.PR));
        company.runUntil(P.plus(Duration.ofDays(6)).plus(Duration.ofMinutes(2)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        company.runUntil(P.plus(Duration.ofDays(8)).plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
    }

    @Test
    void r2_5_an_owner_who_was_not_asked_while_it_was_exempt_is_asked_once_it_is_not() {
        PlacementId id = company.distribute(mapped("amber")).id();
        scenario.later();
        changed(scenario.change.exempt(id, "inActiveSequence", "local", null, Company.PR));
        changed(scenario.change.turn(id, "green", null, "cleared", Company.PR));
        scenario.later();
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).isEmpty();

        changed(scenario.change.undoExemption(id, "inActiveSequence", "a slip", null, Company.PR));
        scenario.later();

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertThat(finding(id).answer()).isEqualTo(Answer.NO);
    }

    @Test
    void r2_6_on_day_3_the_owner_is_asked_again_and_on_day_5_the_rules_owner() {
        agreeOnRuleOwners();
        PlacementId id = distributed();
        company.runUntil(P.plus(Duration.ofDays(3)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);

        company.runUntil(P.plus(Duration.ofDays(3)).plus(Duration.ofHours(2)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();

        company.runUntil(P.plus(Duration.ofDays(5)).plus(Duration.ofHours(2)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).containsExactly(RULE_OWNER);
        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.HANDED_OVER);
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SEQUENCES);

        company.runUntil(P.plus(Duration.ofDays(40)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(2);
    }

    @Test
    void r2_6_an_owner_who_answers_before_day_3_is_not_asked_again() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        company.runUntil(P.plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).containsExactly(OWNER);
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SEQUENCES);
    }

    @Test
    void r2_6_without_a_rules_owner_in_the_agreement_ops_is_asked() {
        distributed();
        company.runUntil(P.plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).containsExactly(Company.OPS);
    }

    @Test
    void r2_6_if_it_turns_green_on_day_2_the_days_count_from_then() {
        company.reps(1);
        PlacementId id = company.distribute(mapped("amber")).id();
        company.deliverAll(id);
        company.runUntil(P.plus(Duration.ofDays(2)));
        changed(scenario.change.turn(id, "green", null, "cleared", Company.PR));
        company.work();
        company.runUntil(P.plus(Duration.ofDays(4)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(1);
        company.runUntil(P.plus(Duration.ofDays(5)).plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_TASK)).hasSize(2);
    }

    @Test
    void r5_6_a_sequence_owner_is_told_about_a_correction() {
        PlacementId id = distributed();
        CorrectionRequest request =
                new CorrectionRequest(Map.of("headline", "The right headline"), null, null, "typo");
        changed(scenario.change.correct(id, request, Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).containsExactly(OWNER);
        assertThat(company.mailbox.to(OWNER).getLast().text()).contains("The right headline");
    }

    @Test
    void r5_6_an_owner_who_declined_is_not_told_about_a_correction() {
        PlacementId id = distributed();
        answer(id, "health-system", elsewhere("~press-page"));
        CorrectionRequest request =
                new CorrectionRequest(Map.of("headline", "The right headline"), null, null, "typo");
        changed(scenario.change.correct(id, request, Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_CORRECTION)).isEmpty();
    }

    @Test
    void r5_8_the_link_to_confirm_a_removal_shows_the_confirmation_once_it_is_recorded() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        changed(scenario.change.retract(id, "a false figure", Company.PR));
        company.work();
        String token = company.token(Purpose.REMOVAL, id, "health-system");
        company.recordResponse.record(token, Map.of("choice", "removed"));

        assertThat(company.recordResponse.open(token))
                .isInstanceOfSatisfying(
                        Opened.ToRemove.class, page -> assertThat(page.said()).isNotNull());
    }

    @Test
    void r5_6_an_owner_can_confirm_the_removal() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        changed(scenario.change.retract(id, "a false figure", Company.PR));
        company.work();
        String token = company.token(Purpose.REMOVAL, id, "health-system");

        assertThat(company.recordResponse.open(token)).isInstanceOf(Opened.ToRemove.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "not-yet")))
                .isInstanceOf(Outcome.NotYet.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "removed")))
                .isInstanceOf(Outcome.Recorded.class);
        assertThat(company.recordResponse.record(token, Map.of("choice", "removed")))
                .isInstanceOf(Outcome.AlreadyRecorded.class);

        assertThat(tasks(id).getFirst().status()).isEqualTo(SequenceTask.Status.REMOVED);
        assertThat(scenario.history(id)).contains("taken out of Health system sequence");
    }

    @Test
    void r5_5_owners_are_asked_to_take_out_what_may_no_longer_be_forwarded() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        changed(scenario.change.turn(id, "amber", null, "legal asked", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
    }

    @Test
    void r5_5_owners_are_asked_once_to_take_out_what_turned_amber_and_then_red() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        changed(scenario.change.turn(id, "amber", null, "legal asked", Company.PR));
        changed(scenario.change.turn(id, "red", null, "legal said no", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
    }

    @Test
    void r2_6_an_unconfirmed_removal_is_asked_for_once_more_and_then_goes_to_the_rules_owner() {
        agreeOnRuleOwners();
        PlacementId id = retracted();
        Instant first = company.now();

        company.runUntil(first.plus(Duration.ofDays(3)).minusSeconds(60));
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
        company.runUntil(first.plus(Duration.ofDays(3)).plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER, OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
        company.runUntil(first.plus(Duration.ofDays(5)).plus(Duration.ofHours(1)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).containsExactly(RULE_OWNER);

        company.runUntil(first.plus(Duration.ofDays(40)));
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).hasSize(2);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).hasSize(1);
        assertThat(company.find(id).timers()).doesNotContainKey(Timer.SEQUENCES);
    }

    @Test
    void r2_6_an_owner_who_took_it_out_is_not_asked_again() {
        PlacementId id = retracted();
        company.recordResponse.record(
                company.token(Purpose.REMOVAL, id, "health-system"), Map.of("choice", "removed"));
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
    }

    @Test
    void r2_6_nobody_is_reminded_to_take_out_what_may_be_used_again() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        changed(scenario.change.turn(id, "amber", null, "legal asked", Company.PR));
        company.work();
        company.runUntil(company.now().plus(Duration.ofDays(1)));
        changed(scenario.change.turn(id, "green", null, "cleared", Company.PR));
        company.work();
        answer(id, "health-system", Map.of("stage", "awareness"));
        company.runUntil(company.now().plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).isEmpty();
    }

    private PlacementId retracted() {
        PlacementId id = distributed();
        answer(id, "health-system", Map.of("stage", "awareness"));
        changed(scenario.change.retract(id, "a false figure", Company.PR));
        company.work();
        return id;
    }
}
