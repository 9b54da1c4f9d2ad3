package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.OutgoingMail;
import org.junit.jupiter.api.Test;

class ChampionsToTellMailTest {

    @Test
    void r5_6_pr_is_asked_to_tell_the_champions_whose_rep_has_left() {
        OutgoingMail mail = Samples.MAIL_ROOM.write(Samples.championsToTell());

        assertThat(mail.subject()).startsWith("[Tell champions] ");
        assertThat(mail.to()).isEqualTo("pr@company.example");
        assertThat(
                        MailLint.problems(
                                mail,
                                "This story was retracted. Tell these champions not to use it anymore.",
                                "Why: A figure in it is wrong.",
                                "The reps who named these champions have left, so nobody else is asked to tell them:",
                                "Omar Reyes, Lakeside Health",
                                "Retracted"))
                .isEmpty();
        assertThat(mail.text())
                .as("a line to copy, without marks around those of the headline")
                .containsPattern("\n(- )?Please don’t use “[^“”]+” \\(");
    }
}
