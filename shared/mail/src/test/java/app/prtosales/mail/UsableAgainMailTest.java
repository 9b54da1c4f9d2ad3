package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.mail.ResponsePages.Form;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.response.Opened;
import app.prtosales.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What sequence owners read when a story can no longer be used, and when it can be used again.
class UsableAgainMailTest {

    private static final ResponsePages PAGES = new ResponsePages(Samples.BRAND, () -> Samples.NOW);

    @Test
    void r5_5_an_owner_who_has_not_answered_is_told_not_to_add_it_and_that_no_answer_is_needed() {
        Placement amber = Samples.placement(Samples.STORY, Forwardability.AMBER);
        OutgoingMail mail = doNotAdd(amber, Asking.FIRST);

        assertThat(
                        MailLint.problems(
                                mail,
                                "Don’t add this story to “CFO outreach, health systems”.",
                                "If it isn’t in the sequence, there’s nothing to do.",
                                "Why: legal asked",
                                "Sent to Grace Hopper, owner of “CFO outreach, health systems”."))
                .isEmpty();
        assertThat(mail.text()).doesNotContain("hear back");
    }

    @Test
    void r2_6_the_person_in_charge_who_was_asked_is_told_not_to_add_it() {
        OutgoingMail mail =
                doNotAdd(
                        Samples.placement(Samples.STORY, Forwardability.AMBER), Asking.HANDED_OVER);

        assertThat(
                        MailLint.problems(
                                mail,
                                "Don’t add this story to “CFO outreach, health systems”.",
                                "Sent to you as the person in charge of sequences. The owner of “CFO outreach, health systems” is Grace Hopper."))
                .isEmpty();
        assertThat(mail.subject()).startsWith("Re: [Sequence, not answered] ");
    }

    @Test
    void r2_6_the_subject_of_a_first_email_is_not_a_reply_to_one_that_someone_else_got() {
        Placement amber = Samples.placement(Samples.STORY, Forwardability.AMBER);

        assertThat(doNotAdd(amber, Asking.FIRST, true).subject()).startsWith("[Sequence] ");
        assertThat(doNotAdd(amber, Asking.HANDED_OVER, true).subject())
                .startsWith("[Sequence, not answered] ");
    }

    @Test
    void r2_4_an_owner_who_is_asked_again_is_told_to_replace_the_text() {
        assertThat(
                        MailLint.problems(
                                askedAgain(Asking.FIRST),
                                "This story can be used again. Make sure it’s in “CFO outreach, health systems”, stage “decision”.",
                                "It counts only after you confirm, even if you confirmed it before.",
                                "If it’s already there, replace its text with the one below.",
                                "Paste this into the “decision” stage"))
                .isEmpty();
        assertThat(
                        MailLint.problems(
                                askedAgain(Asking.AGAIN),
                                "Reminder: make sure this story is in “CFO outreach, health systems”"))
                .isEmpty();
    }

    @Test
    void r2_4_the_page_says_that_an_earlier_answer_no_longer_counts() {
        Instant answered = Samples.NOW.minus(Duration.ofDays(3));
        Response.InSequence before =
                new Response.InSequence(Samples.SEQUENCE.id(), answered, "decision");

        assertThat(page(interrupted(Samples.NOW.minus(Duration.ofDays(1))), before))
                .contains("It couldn’t be used for a while after that. Please answer again.");
        assertThat(page(interrupted(answered), before)).doesNotContain("Please answer again.");
    }

    @Test
    void r5_5_the_page_of_a_story_in_review_says_not_to_add_it() {
        assertThat(page(Samples.placement(Samples.STORY, Forwardability.AMBER), null))
                .contains(
                        "Please don’t add it. It can’t be used right now. If it’s already in, take it out, or tell us the stage until you have.")
                .doesNotContain("Paste this");
    }

    @Test
    void r5_3_r5_5_the_email_about_an_expired_story_says_that_and_not_that_it_was_red() {
        Placement story = Samples.placement(Samples.STORY, Forwardability.RED);
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.Turn(
                                story,
                                turn(
                                        1,
                                        Forwardability.RED,
                                        Forwardability.AMBER,
                                        story.expiresAt()),
                                Samples.REP,
                                Samples.AGREEMENT,
                                story.expiresAt()));

        assertThat(
                        MailLint.problems(
                                mail, "Stop using this story.", "It has expired, so don’t use it."))
                .isEmpty();
        assertThat(mail.text()).doesNotContain("It was Red");
    }

    private static String page(Placement placement, Response.@Nullable OfSequence answer) {
        return PAGES.sequence(
                new Opened.ToSequence(placement, Samples.SEQUENCE, null, answer, List.of()),
                "Northwind Devices",
                "decision",
                ZoneOffset.UTC,
                Form.EMPTY);
    }

    /// A story that went out, then could not be used for an hour.
    private static Placement interrupted(Instant until) {
        Instant from = until.minus(Duration.ofHours(1));
        return Samples.green()
                .dispatched(from.minus(Duration.ofDays(9)), from, null)
                .turned(turn(1, Forwardability.GREEN, Forwardability.AMBER, from))
                .turned(turn(2, Forwardability.AMBER, Forwardability.GREEN, until));
    }

    private static ColorChange turn(
            int number, Forwardability from, Forwardability to, Instant at) {
        return new ColorChange(number, from, to, at, "u-1", "legal asked");
    }

    private static OutgoingMail askedAgain(Asking asking) {
        MailRequest.SequenceTask task = Samples.task(Samples.green(), asking);
        return Samples.MAIL_ROOM.write(
                new MailRequest.SequenceTask(
                        task.id(),
                        task.placement(),
                        task.suggestion(),
                        task.to(),
                        task.asking(),
                        true,
                        task.since(),
                        task.zone(),
                        task.at()));
    }

    private static OutgoingMail doNotAdd(Placement placement, Asking asking) {
        return doNotAdd(placement, asking, false);
    }

    private static OutgoingMail doNotAdd(Placement placement, Asking asking, boolean first) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.SequenceRemoval(
                        new DeliveryId(
                                placement.id().value(),
                                Samples.SEQUENCE.id().value(),
                                MailKind.SEQUENCE_REMOVAL),
                        placement,
                        "legal asked",
                        Samples.SEQUENCE,
                        "",
                        Samples.SEQUENCE.ownerEmail(),
                        first,
                        asking,
                        null,
                        Samples.CHICAGO,
                        Samples.NOW));
    }
}
