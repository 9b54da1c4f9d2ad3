package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Rep;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R5.5: a correction that had turned a story Amber, written after another change of color.
class ColorInCorrectionTest {

    private static final Correction TO_AMBER =
            new Correction(
                    1,
                    List.of(
                            new Amendment("headline", "The wrong headline", "The right headline"),
                            new Amendment("forwardability", "green", "amber")),
                    Samples.NOW,
                    "u-1",
                    "the name was wrong",
                    5);

    @Test
    void r5_5_a_distributor_reads_nothing_of_amber() {
        OutgoingMail mail = toRep(Forwardability.RED, Samples.DISTRIBUTOR);

        assertThat(mail.text())
                .contains("Headline: The right headline", "Red: Do not use.")
                .doesNotContain("Amber");
    }

    @Test
    void r5_5_a_rep_reads_only_the_color_that_applies_now() {
        OutgoingMail mail = toRep(Forwardability.GREEN, Samples.REP);

        assertThat(mail.text())
                .contains("Headline: The right headline", "Green: You may forward the link.")
                .doesNotContain("Amber");
    }

    @Test
    void r5_5_a_sequence_owner_reads_only_the_color_that_applies_now() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SequenceCorrection(
                                story(Forwardability.GREEN),
                                TO_AMBER,
                                Samples.SEQUENCE,
                                "decision",
                                Asking.FIRST,
                                Samples.SEQUENCE.ownerEmail(),
                                Samples.CHICAGO,
                                Samples.NOW));

        assertThat(mail.text())
                .contains("Headline: The right headline", "Green: You may forward the link.")
                .doesNotContain("Amber");
    }

    private static OutgoingMail toRep(Forwardability now, Rep rep) {
        return Samples.MAIL_ROOM.write(
                new MailRequest.RepCorrection(
                        story(now), TO_AMBER, rep, Samples.AGREEMENT, Samples.NOW));
    }

    private static Placement story(Forwardability now) {
        return Samples.placement(Samples.STORY, now);
    }
}
