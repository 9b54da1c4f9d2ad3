package app.prtosales.response;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Removed;
import app.prtosales.response.Response.Undone;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.12: a leaked link can neither flood a mailbox nor make a placement grow without end.
class AnswerLimitsTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(30);
        id = company.distribute(Samples.green()).id();
    }

    @Test
    void r5_12_a_link_records_50_uses_then_explains_the_limit_and_loses_none() {
        for (int use = 1; use <= 50; use++) {
            assertThat(use("rep-001", "Hospital " + use)).isInstanceOf(Outcome.Recorded.class);
        }

        assertThat(use("rep-001", "One more hospital"))
                .isInstanceOfSatisfying(
                        Outcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors().getFirst().message())
                                        .contains("50 uses", "All of them are kept"));
        assertThat(use("rep-001", "Hospital 7")).isInstanceOf(Outcome.AlreadyRecorded.class);
        assertThat(of(Referenced.class)).hasSize(50);
        assertThat(use("rep-002", "One more hospital")).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void r5_12_responses_can_be_undone_at_the_limit() {
        for (int use = 1; use <= 50; use++) {
            use("rep-001", "Hospital " + use);
        }
        String wrong = RecordResponse.keyOf(of(Referenced.class).getFirst());

        assertThat(
                        company.recordResponse.record(
                                company.token(Purpose.REFERENCE, id, "rep-001"),
                                Map.of("undo", wrong)))
                .isInstanceOf(Outcome.Recorded.class);
        assertThat(of(Undone.class)).hasSize(1);
    }

    @Test
    void r5_12_a_placement_accepts_1000_uses_and_kits_from_all_reps_together() {
        for (int each = 0; each < 500; each++) {
            String rep = "rep-%03d".formatted(1 + each / 25);
            use(rep, "Hospital " + each);
            sendKit(rep, "Champion " + each);
        }

        for (Outcome oneMore :
                List.of(
                        use("rep-030", "One more hospital"),
                        sendKit("rep-030", "One more champion"))) {
            assertThat(oneMore)
                    .isInstanceOfSatisfying(
                            Outcome.Invalid.class,
                            invalid ->
                                    assertThat(invalid.errors().getFirst().message())
                                            .contains("1,000 answers"));
        }
        assertThat(of(Referenced.class)).hasSize(500);
        assertThat(of(KitSent.class)).hasSize(500);
    }

    @Test
    void r5_12_of_forty_notes_from_one_link_five_are_recorded_and_emailed_to_ops_together() {
        for (int note = 1; note <= 40; note++) {
            company.recordResponse.record(
                    company.token(Purpose.RECORD, id, "rep-001"),
                    Map.of("what", "Something is wrong, number " + note + "."));
        }
        company.work();

        assertThat(of(WrongRecord.class)).hasSize(5);
        assertThat(toOps()).hasSize(1);
        assertThat(String.join("\n", toOps().stream().map(OutgoingMail::text).toList()))
                .contains("number 1.", "number 2.", "number 5.")
                .doesNotContain("number 6.");
    }

    @Test
    void r5_12_a_sixth_note_is_refused_in_words_whichever_of_the_reps_ids_it_is_under() {
        for (int note = 1; note <= 5; note++) {
            assertThat(note("rep-030", "Note " + note)).isInstanceOf(Outcome.Recorded.class);
        }
        List<Row> renamed = new ArrayList<>(company.replaceList.read(ListName.REPS));
        renamed.set(29, renamed.get(29).with("id", "HR-9030"));
        company.putReps(renamed);

        for (String rep : List.of("rep-030", "HR-9030")) {
            assertThat(note(rep, "One more note"))
                    .isInstanceOfSatisfying(
                            Outcome.Invalid.class,
                            invalid ->
                                    assertThat(invalid.errors().getFirst().message())
                                            .contains("5 notes", "Reply to the email"));
        }
        assertThat(of(WrongRecord.class)).hasSize(5);
    }

    @Test
    void r5_12_a_note_announced_twice_is_emailed_once() {
        company.recordResponse.record(
                company.token(Purpose.RECORD, id, "rep-001"), Map.of("what", "One."));
        company.work();
        company.recordResponse.record(
                company.token(Purpose.RECORD, id, "rep-001"), Map.of("what", "Two."));
        company.recordResponse.record(
                company.token(Purpose.RECORD, id, "rep-001"), Map.of("what", "Two."));
        company.work();

        assertThat(toOps()).extracting(OutgoingMail::text).containsExactly("One.", "Two.");
    }

    @Test
    void r5_12_a_sequence_accepts_30_answers_and_removals_after_that() {
        for (int time = 0; time < 40; time++) {
            company.recordResponse.record(
                    company.token(Purpose.SEQUENCE, id, "health-system"),
                    Map.of("stage", time % 2 == 0 ? "awareness" : "consideration"));
        }
        assertThat(of(InSequence.class)).hasSize(30);

        company.changePlacement.turn(id, "red", null, "legal says so", Company.PR);
        company.work();
        company.recordResponse.record(
                company.token(Purpose.REMOVAL, id, "health-system"), Map.of("choice", "removed"));
        assertThat(of(Removed.class)).hasSize(1);
    }

    private Outcome note(String rep, String what) {
        return company.recordResponse.record(
                company.token(Purpose.RECORD, id, rep), Map.of("what", what));
    }

    private Outcome use(String rep, String account) {
        return company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, rep),
                Map.of("account", "other", "accountName", account, "how", "talked-about"));
    }

    private Outcome sendKit(String rep, String champion) {
        return company.recordResponse.record(
                company.token(Purpose.KIT, id, rep),
                Map.of("account", "other", "accountName", "Hospital", "champion", champion));
    }

    private <T extends Response> List<T> of(Class<T> kind) {
        return company.responses.recorded(id).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    private List<OutgoingMail> toOps() {
        return company.mailbox.to(Company.OPS).stream()
                .filter(mail -> mail.id().kind() == MailKind.RECORD_FIX)
                .toList();
    }
}
