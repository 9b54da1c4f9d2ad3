package app.prtosales.mail;

import static app.prtosales.mail.Samples.ACCOUNTS;
import static app.prtosales.mail.Samples.REP;
import static app.prtosales.mail.Samples.SEQUENCE;
import static app.prtosales.mail.Samples.green;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.mail.ResponsePages.Form;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.FormFields;
import app.prtosales.response.How;
import app.prtosales.response.Opened;
import app.prtosales.response.Response;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the pages say to someone who answered before, or who answers too late.
class AnsweredPagesTest {

    private static final ClosedPages CLOSED = new ClosedPages(Samples.BRAND, () -> Samples.NOW);

    private static final ResponsePages PAGES = new ResponsePages(Samples.BRAND, () -> Samples.NOW);

    @Test
    void r2_2_the_page_has_the_text_for_the_stage_that_the_owner_confirmed() {
        assertThat(sequence(in("consideration")))
                .containsSubsequence(
                        "Consideration",
                        "Where it is now",
                        "Decision",
                        "Paste this into the “consideration” stage",
                        "As you compare your options")
                .doesNotContain("Suggested");
    }

    @Test
    void r2_2_a_confirmed_stage_that_was_removed_is_not_shown_as_where_it_is() {
        assertThat(sequence(in("renewal")))
                .containsSubsequence(
                        "Decision", "Suggested", "Paste this into the “decision” stage")
                .doesNotContain("Where it is now");
    }

    @Test
    void r5_5_an_owner_who_added_a_story_that_turned_amber_is_asked_to_take_it_out() {
        assertThat(amber(in("consideration"), Form.EMPTY))
                .contains("Taken out of “", "Yes, it’s out of every step")
                .doesNotContain("Added to “", "name=\"stage\"");
        assertThat(amber(new Response.Removed(SEQUENCE.id(), Samples.NOW, 2), Form.EMPTY))
                .contains("Already recorded", "Taken out of the sequence.")
                .doesNotContain("<form");
    }

    @Test
    void r5_5_an_owner_who_has_not_added_an_amber_story_is_asked_not_to() {
        assertThat(amber(null, Form.EMPTY)).contains("Please don’t add it.", "name=\"stage\"");
    }

    @Test
    void r5_5_an_answer_with_an_error_is_shown_on_the_page_it_came_from() {
        Form noReason =
                new Form(
                        Map.of(FormFields.STAGE, FormFields.NOT_HERE),
                        List.of(new FieldError(FormFields.REASON, "Enter a reason")));

        assertThat(amber(in("consideration"), noReason)).contains("Enter a reason");
    }

    private static String amber(Response.@Nullable OfSequence answer, Form form) {
        return PAGES.sequence(
                new Opened.ToSequence(
                        Samples.placement(Samples.STORY, Forwardability.AMBER),
                        SEQUENCE,
                        null,
                        answer,
                        List.of()),
                "Northwind Devices",
                "decision",
                ZoneOffset.UTC,
                form);
    }

    @Test
    void what_is_saved_only_if_the_story_does_not_fit_says_so() {
        assertThat(sequence(in("consideration")))
                .contains(
                        "If it doesn’t fit, why not? (not saved with a stage)",
                        "Where does it fit instead? (optional, not saved with a stage)");
    }

    private static Response.OfSequence in(String stage) {
        return new Response.InSequence(SEQUENCE.id(), Samples.NOW, stage);
    }

    private static String sequence(Response.OfSequence answer) {
        return PAGES.sequence(
                new Opened.ToSequence(green(), SEQUENCE, null, answer, List.of()),
                "Northwind Devices",
                "decision",
                ZoneOffset.UTC,
                Form.EMPTY);
    }

    @Test
    void undoing_an_answer_does_not_say_that_something_was_recorded() {
        Response undone = new Response.Undone("rep-07", Samples.NOW, "referenced#rep-07#a1", 1, 2);

        assertThat(PAGES.done(green(), null, undone, Samples.CHICAGO, List.of()))
                .contains("<h1 dir=\"auto\">Removed</h1>", "That answer doesn’t count anymore.")
                .doesNotContain("Recorded. Thank you.");
        assertThat(PAGES.alreadyRecorded(green(), null, undone, Samples.CHICAGO, List.of()))
                .contains("<h1 dir=\"auto\">Already removed</h1>");
    }

    @Test
    void r5_8_what_was_recorded_days_ago_is_shown_without_the_champions_name() {
        assertThat(PAGES.reference(usedTwoDaysAgo(), Form.EMPTY))
                .contains(
                        "Already recorded: Used with Lakeside Clinics: in a meeting. Sun, Nov 22, 9:30 AM CT")
                .doesNotContain("Jo Sample", "name=\"undo\"");
    }

    @Test
    void an_undo_that_comes_too_late_gets_a_sentence_and_no_field_to_fill_in() {
        Form late =
                new Form(
                        Map.of(FormFields.UNDO, "x"),
                        List.of(new FieldError(FormFields.UNDO, "It’s too late to undo this")));

        assertThat(PAGES.reference(usedTwoDaysAgo(), late))
                .containsSubsequence("It’s too late to undo this.", "Already recorded")
                .doesNotContain("name=\"undo\"");
    }

    private static Opened.ToReference usedTwoDaysAgo() {
        Response used =
                new Response.Referenced(
                        "rep-07",
                        Samples.NOW.minus(Duration.ofDays(2)),
                        null,
                        "Lakeside Clinics",
                        true,
                        How.IN_A_MEETING,
                        "Jo Sample",
                        1);
        return new Opened.ToReference(green(), REP, ACCOUNTS, List.of(used));
    }

    @Test
    void r3_4_a_kit_that_was_sent_before_it_closed_can_still_be_recorded_as_used() {
        assertThat(CLOSED.kitNotRecorded(green(), REP, "It’s still in review."))
                .contains(
                        "It’s still in review. Nothing was recorded.",
                        "Record it with “I used it in a deal” in your email.")
                .doesNotContain("<form");
    }

    @Test
    void r5_6_the_page_of_a_retracted_story_says_whom_to_tell() {
        TakenBack back = new TakenBack(Samples.NOW, "u-1", "a false figure", null);

        assertThat(CLOSED.withdrawn(green().retracted(back)))
                .contains(
                        "If you sent it to someone, tell them not to use it anymore.",
                        "If it’s in a sequence, take it out of every step.");
    }
}
