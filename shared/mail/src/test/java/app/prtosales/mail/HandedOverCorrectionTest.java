package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R5.6: the correction to whoever was asked in a sequence owner's place.
class HandedOverCorrectionTest {

    @Test
    void r5_6_the_person_in_charge_reads_why_they_get_the_correction_and_who_the_owner_is() {
        OutgoingMail mail =
                Samples.MAIL_ROOM.write(
                        new MailRequest.SequenceCorrection(
                                Samples.green(),
                                new Correction(
                                        1,
                                        List.of(new Amendment("headline", "Wrong", "Right")),
                                        Samples.NOW,
                                        "u-1",
                                        "a typo"),
                                Samples.SEQUENCE,
                                "decision",
                                Asking.HANDED_OVER,
                                "ops@sample-medtech.example",
                                Samples.CHICAGO,
                                Samples.NOW));

        assertThat(mail.to()).isEqualTo("ops@sample-medtech.example");
        assertThat(mail.text())
                .contains(
                        "Replace what you pasted with the text below.",
                        "Sent to you as the person in charge of sequences. The owner of “%s” is %s."
                                .formatted(Samples.SEQUENCE.name(), Samples.SEQUENCE.owner()));
    }
}
