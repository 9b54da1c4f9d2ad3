package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.mail.ChangeMailView.Action;
import app.prtosales.mailing.MailRequest.SequenceRemoval;
import app.prtosales.placement.Placement;
import java.util.List;

/// What the mail says that asks the owner of a sequence to take a placement out (R5.6).
final class RemovalMail {

    private RemovalMail() {}

    static ChangeMailView toOwner(String subject, SequenceRemoval mail, String removedUrl) {
        Placement placement = mail.placement();
        Sequence sequence = mail.sequence();
        boolean retracted = placement.status().isOver();
        return ChangeMailView.toOwner(
                subject,
                switch (mail.asking()) {
                    case FIRST ->
                            "Take this placement out of “%s”, stage “%s”."
                                    .formatted(sequence.name(), mail.stage());
                    case AGAIN ->
                            "Still open: take this placement out of “%s”, stage “%s”."
                                    .formatted(sequence.name(), mail.stage());
                    case HANDED_OVER ->
                            "Please see to this: nobody said that this placement is out of “%s”, stage “%s”."
                                    .formatted(sequence.name(), mail.stage());
                },
                Signal.of(placement, mail.at()),
                placement,
                "What happened",
                List.of(
                        retracted
                                ? "It is retracted and is not to be used any more."
                                : "It may not go to customers any more.",
                        "Why: " + Shorten.to(Shorten.HEADLINE, mail.why())),
                "Remove it from every step that holds it, so that nothing more of it goes out. Then"
                        + " say so.",
                List.of(),
                new Action("I took it out", removedUrl),
                TaskView.footer(sequence, mail.asking(), mail.since(), mail.zone()),
                mail.zone());
    }
}
