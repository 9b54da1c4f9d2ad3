package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TaskAndAlarmTest {

    @Test
    void the_owner_of_a_sequence_gets_the_stage_the_reason_and_a_text_to_paste() {
        OutgoingMail mail = task(Samples.STORY);

        assertThat(mail.to()).isEqualTo("grace@ops.example");
        assertThat(mail.id().kind()).isEqualTo(MailKind.SEQUENCE_TASK);
        assertThat(
                        MailLint.problems(
                                mail,
                                "Add this placement to “CFO outreach, health systems”, stage “decision”.",
                                "It is a byline for the CFO.",
                                "An article by our Mike Kijewski, CEO, in MedCity News:",
                                "https://medcitynews.com/2026/11/device-uptime-is-a-balance-sheet-item",
                                "It counts as being in the sequence only after you confirm it."))
                .isEmpty();
        assertThat(MailLint.addresses(mail.html()))
                .singleElement()
                .asString()
                .startsWith("https://pr.example/r/sequence-");
    }

    @Test
    void what_is_pasted_has_no_internal_note() {
        OutgoingMail mail = task(Samples.STORY);

        assertThat(mail.text()).doesNotContain(Samples.green().note().text());
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void what_we_wrote_or_paid_for_is_never_called_independent(Format format) {
        Story story =
                new Story(
                        null, "Outlet", "H", format, Tone.NEUTRAL, null, "Jo Li, CEO", null, null);

        String said = Attribution.of(story);

        assertThat(said).contains("Outlet").doesNotContain("independent");
        if (EnumSet.of(Format.BYLINE, Format.PODCAST, Format.INTERVIEW, Format.WEBINAR)
                .contains(format)) {
            assertThat(said).contains("our Jo Li, CEO,");
        }
    }

    @Test
    void a_hostile_text_stays_text_in_a_task_and_an_alarm() {
        String text = "<script>\"'&</script>";

        assertThat(MailLint.problems(task(Samples.everywhere(text)), text)).isEmpty();
        assertThat(
                        MailLint.problems(
                                Samples.MAIL_ROOM.noActiveRep(
                                        Samples.placement(
                                                Samples.everywhere(text), Forwardability.GREEN),
                                        "ops@company.example",
                                        Samples.NOW),
                                text))
                .isEmpty();
    }

    @Test
    void a_placement_that_reached_nobody_is_a_loud_alarm_and_never_100_percent() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.noActiveRep(Samples.green(), "ops@company.example", Samples.NOW);

        assertThat(mail.subject()).startsWith("[Alarm] No active rep: MedCity News");
        assertThat(mail.id().recipient()).doesNotContain("@");
        assertThat(
                        MailLint.problems(
                                mail,
                                "This placement went to nobody: no rep on the roster is active.",
                                "The verdict is void: neither met nor missed, and never 100%.",
                                "Wed 25 Nov 2026, 14:00"))
                .isEmpty();
    }

    private static OutgoingMail task(Story story) {
        return Samples.MAIL_ROOM.sequenceTask(
                Samples.placement(story, Forwardability.GREEN),
                Samples.SEQUENCE,
                "decision",
                "It is a byline for the CFO.",
                Samples.NOW);
    }
}
