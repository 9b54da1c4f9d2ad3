package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Sequence;
import app.prtosales.history.Person;
import app.prtosales.id.SequenceId;
import app.prtosales.mailing.NobodyToAsk;
import app.prtosales.mailing.NobodyToAsk.Refusal;
import app.prtosales.response.Response.Declined;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The email that asks the owner of rule 2 to choose a sequence (R2.6).
class ChooseSequenceMailTest {

    private static final String CHOOSE =
            "sequence, and we’ll ask its owner within minutes. If it belongs in none, ask PR to mark it exempt.";

    @Test
    void r2_6_without_a_rule_it_says_what_to_choose_and_how_to_cover_the_next_story() {
        OutgoingMail mail = mail(List.of(), null);

        assertThat(mail.subject()).startsWith("[No sequence] ");
        assertThat(mail.thread()).isNull();
        assertThat(
                        MailLint.problems(
                                mail,
                                "No rule covers this story. Choose a sequence for it.",
                                "Choose a " + CHOOSE,
                                "add a rule to your lists",
                                "Sent to you as the person in charge of sequences.",
                                Samples.green().story().headline()))
                .isEmpty();
        assertThat(mail.html())
                .contains("/#/placements/%s/sequence\"".formatted(Samples.green().id()));
    }

    @Test
    void r2_6_after_everyone_declined_it_says_who_and_why() {
        OutgoingMail mail = mail(List.of(refusal("We have two of these.")), null);

        assertThat(
                        MailLint.problems(
                                mail,
                                "Everyone we asked said this story doesn’t fit.",
                                "“%s” (%s): “We have two of these.”"
                                        .formatted(
                                                Samples.SEQUENCE.name(), Samples.SEQUENCE.owner()),
                                "Choose another " + CHOOSE))
                .isEmpty();
    }

    @Test
    void r2_6_the_email_names_the_paused_sequence_and_its_owner() {
        OutgoingMail mail = mail(List.of(), inactive(Sequence.Status.PAUSED));

        assertThat(
                        MailLint.problems(
                                mail,
                                "This story belongs in “%s”, which is paused."
                                        .formatted(Samples.SEQUENCE.name()),
                                "If its owner, %s, restarts it, we’ll ask within minutes."
                                        .formatted(Samples.SEQUENCE.owner()),
                                "If that takes too long, choose another " + CHOOSE))
                .isEmpty();
    }

    @Test
    void r2_6_the_email_names_the_archived_sequence() {
        OutgoingMail mail = mail(List.of(), inactive(Sequence.Status.ARCHIVED));

        assertThat(
                        MailLint.problems(
                                mail,
                                "This story belongs in “%s”, which is archived."
                                        .formatted(Samples.SEQUENCE.name()),
                                "Choose another " + CHOOSE))
                .isEmpty();
    }

    @Test
    void r5_12_an_answer_given_in_the_owners_place_is_not_the_owners_answer() {
        String reader = Samples.chooseSequence(new NobodyToAsk(List.of(), null)).to();

        assertThat(mail(List.of(refusal("Too technical.", Person.idOf(reader))), null).text())
                .contains("“%s” (you): “Too technical.”".formatted(Samples.SEQUENCE.name()));
        assertThat(mail(List.of(refusal("Too technical.", "u-77")), null).text())
                .contains("“%s”: “Too technical.”".formatted(Samples.SEQUENCE.name()));
        assertThat(
                        mail(
                                        List.of(
                                                refusal(
                                                        "Too technical.",
                                                        Person.idOf(
                                                                Samples.SEQUENCE.ownerEmail()))),
                                        null)
                                .text())
                .contains("(%s): “Too technical.”".formatted(Samples.SEQUENCE.owner()));
    }

    private static OutgoingMail mail(List<Refusal> declined, @Nullable Sequence inactive) {
        return Samples.MAIL_ROOM.write(Samples.chooseSequence(new NobodyToAsk(declined, inactive)));
    }

    private static Refusal refusal(String reason) {
        return refusal(reason, null);
    }

    private static Refusal refusal(String reason, @Nullable String by) {
        return new Refusal(
                Samples.SEQUENCE,
                new Declined(
                        Samples.SEQUENCE.id(),
                        Samples.NOW.minus(Duration.ofHours(1)),
                        reason,
                        null,
                        1,
                        by));
    }

    private static Sequence inactive(Sequence.Status status) {
        return new Sequence(
                new SequenceId("outreach"),
                Samples.SEQUENCE.name(),
                Samples.SEQUENCE.owner(),
                Samples.SEQUENCE.ownerEmail(),
                List.of(),
                List.of(),
                status,
                List.of("awareness"));
    }
}
