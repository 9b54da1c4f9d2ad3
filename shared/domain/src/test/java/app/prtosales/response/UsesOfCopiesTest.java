package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Answer;
import app.prtosales.audit.AnswerInBulk;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.4: a story's uses count for it, even if they were recorded about a copy that was merged into
/// it only later.
class UsesOfCopiesTest {

    private static final String LINK = "https://www.syndicated.example/story";
    private static final Map<String, String> TALKED =
            Map.of("account", "account-1", "how", "talked-about");
    private static final Map<String, String> KIT =
            Map.of("account", "account-1", "champion", "Sample Champion");
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");
    private static final AuditWeek WEEK = new AuditWeek(2026, 26);

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");
    private PlacementId copy = id;

    @BeforeEach
    void distribute() {
        company.reps(2);
        company.openDeal();
        id = company.distribute(Samples.green()).id();
        company.deliverAll(id);
        company.advance(Duration.ofSeconds(1));
        Submission elsewhere =
                new SubmissionBuilder(Samples.green()).url(LINK).outlet("Syndicated").build();
        copy = company.distribute(elsewhere).id();
        company.deliverAll(copy);
    }

    @Test
    void r4_1_a_use_recorded_before_the_merge_answers_for_the_original() {
        record(copy, Purpose.REFERENCE, TALKED);
        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.NO);

        merge();

        assertThat(answers().referencedInDeal().answer()).isEqualTo(Answer.YES);
        assertThat(
                        new AnswerInBulk(company.stored, company.directory)
                                .answer(List.of(company.find(id)))
                                .get(id))
                .extracting(each -> each.referencedInDeal().answer())
                .isEqualTo(Answer.YES);
    }

    @Test
    void r4_6_the_weekly_audit_and_its_export_list_the_use_once() {
        record(copy, Purpose.REFERENCE, TALKED);
        merge();
        company.runUntil(MONDAY);

        WeeklyReport week = company.reportWeek.report(WEEK).now();

        assertThat(week.judged())
                .extracting(PlacementAnswers::id, each -> each.referencedInDeal().answer())
                .containsExactly(org.assertj.core.groups.Tuple.tuple(id, Answer.YES));
        assertThat(week.inPlay().deals()).isEqualTo(1);
        assertThat(company.exportWeek.export(WEEK, null).rows())
                .filteredOn(row -> "reference".equals(row.get("record")))
                .extracting(row -> row.get("id"))
                .containsExactly(id.value());
    }

    @Test
    void a_use_recorded_about_both_counts_once() {
        record(id, Purpose.REFERENCE, TALKED);
        record(copy, Purpose.REFERENCE, TALKED);

        merge();

        assertThat(uses()).hasSize(1);
    }

    @Test
    void r4_6_a_use_recorded_about_both_counts_from_the_first_time() {
        record(id, Purpose.REFERENCE, TALKED);
        Instant first = uses().getFirst().at();
        company.advance(Duration.ofHours(3));
        record(copy, Purpose.REFERENCE, TALKED);

        merge();

        assertThat(uses()).extracting(Response::at).containsExactly(first);
    }

    @Test
    void r3_4_each_champion_of_the_copy_is_undone_separately() {
        record(copy, Purpose.REFERENCE, with("Sample Champion"));
        record(copy, Purpose.REFERENCE, with("Another Champion"));
        merge();

        record(id, Purpose.REFERENCE, Map.of("undo", undoable(id)));

        assertThat(SameUse.withoutLists().champions(company.stored.recorded(company.find(id))))
                .extracting(Champion::name)
                .containsExactly("Another Champion");
    }

    @Test
    void r5_8_a_use_of_the_copy_is_already_recorded_for_the_original() {
        record(copy, Purpose.REFERENCE, TALKED);
        merge();

        assertThat(record(id, Purpose.REFERENCE, TALKED))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(record(copy, Purpose.REFERENCE, TALKED))
                .isInstanceOf(Outcome.AlreadyRecorded.class);
    }

    @Test
    void r5_8_a_use_of_the_copy_can_be_undone_from_both_emails_after_the_merge() {
        record(copy, Purpose.REFERENCE, TALKED);
        merge();
        Map<String, String> undo = Map.of("undo", undoable(id));
        assertThat(undoable(copy)).isEqualTo(undoable(id));

        assertThat(record(copy, Purpose.REFERENCE, undo)).isInstanceOf(Outcome.Recorded.class);

        assertThat(uses()).isEmpty();
        assertThat(record(id, Purpose.REFERENCE, undo)).isInstanceOf(Outcome.AlreadyRecorded.class);
        record(id, Purpose.REFERENCE, TALKED);
        assertThat(uses()).hasSize(1);
    }

    @Test
    void a_use_of_the_copy_stays_if_the_rep_had_undone_one_of_the_original_before_the_merge() {
        record(id, Purpose.REFERENCE, TALKED);
        record(id, Purpose.REFERENCE, Map.of("undo", undoable(id)));
        record(copy, Purpose.REFERENCE, TALKED);

        merge();

        assertThat(uses()).hasSize(1);
        record(id, Purpose.REFERENCE, Map.of("undo", undoable(id)));
        assertThat(uses()).isEmpty();
    }

    @Test
    void a_use_undone_before_the_merge_stays_undone() {
        record(copy, Purpose.REFERENCE, TALKED);
        record(copy, Purpose.REFERENCE, Map.of("undo", undoable(copy)));
        record(id, Purpose.REFERENCE, Map.of("account", "account-1", "how", "in-a-meeting"));

        merge();

        assertThat(uses())
                .singleElement()
                .isInstanceOfSatisfying(
                        Referenced.class,
                        used -> assertThat(used.how()).isEqualTo(How.IN_A_MEETING));
    }

    @Test
    void r3_4_a_champion_armed_with_the_copys_kit_is_armed_and_no_reminder_follows() {
        record(copy, Purpose.KIT, KIT);
        merge();

        assertThat(answers().facts().armed()).isEqualTo(1);
        company.runUntil(Samples.WEDNESDAY.plus(Duration.ofDays(9)));
        assertThat(company.mailbox.mails)
                .noneMatch(mail -> mail.id().kind() == MailKind.KIT_REMINDER);
    }

    @Test
    void r5_6_a_retraction_lists_the_champions_who_got_the_copy() {
        record(copy, Purpose.KIT, KIT);
        merge();

        company.changePlacement.retract(id, "a false figure", Company.PR);
        company.work();

        assertThat(retraction("rep-001").text()).contains("Sample Champion");
        assertThat(retraction("rep-002").text()).doesNotContain("Sample Champion");
    }

    @Test
    void other_records_about_the_copy_stay_with_it() {
        record(copy, Purpose.ACKNOWLEDGE, Map.of());
        record(copy, Purpose.RECORD, Map.of("what", "I work payers now."));
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, copy, "cfo"), Map.of("stage", "awareness"));

        merge();

        assertThat(company.stored.about(company.find(id))).isEqualTo(Recorded.NOTHING);
        assertThat(answers().inActiveSequence().answer()).isEqualTo(Answer.NO);
    }

    @Test
    void uses_of_each_of_two_copies_count() {
        company.advance(Duration.ofSeconds(1));
        String another = "https://wire.example/story";
        PlacementId second =
                company.distribute(
                                new SubmissionBuilder(Samples.green())
                                        .url(another)
                                        .outlet("Wire")
                                        .build())
                        .id();
        record(copy, Purpose.REFERENCE, TALKED);
        record(second, Purpose.KIT, KIT);

        merge();
        attach(another);

        assertThat(uses()).hasSize(2).hasAtLeastOneElementOfType(KitSent.class);
        assertThat(company.stored.aboutAll(List.of(company.find(id))))
                .containsExactly(Map.entry(id, company.stored.about(company.find(id))));
    }

    private static Map<String, String> with(String champion) {
        return Map.of("account", "account-1", "how", "sent-to-the-customer", "champion", champion);
    }

    private void merge() {
        attach(LINK);
    }

    private void attach(String url) {
        company.advance(Duration.ofSeconds(1));
        company.changePlacement.attachCopy(id, url, "Syndicated", "the same story", Company.PR);
        company.work();
    }

    private PlacementAnswers answers() {
        return company.showPlacement.show(id).orElseThrow().audit();
    }

    private List<Response> uses() {
        return company.thatCount(id);
    }

    private Outcome record(PlacementId about, Purpose purpose, Map<String, String> form) {
        Outcome outcome =
                company.recordResponse.record(company.token(purpose, about, "rep-001"), form);
        company.work();
        return outcome;
    }

    private String undoable(PlacementId about) {
        Opened page =
                company.recordResponse.open(company.token(Purpose.REFERENCE, about, "rep-001"));
        return RecordResponse.keyOf(((Opened.ToReference) page).standing().getFirst());
    }

    private OutgoingMail retraction(String rep) {
        return company.mailbox.to(rep + "@sample-medtech.example").stream()
                .filter(mail -> mail.id().kind() == MailKind.RETRACTION)
                .findFirst()
                .orElseThrow();
    }
}
