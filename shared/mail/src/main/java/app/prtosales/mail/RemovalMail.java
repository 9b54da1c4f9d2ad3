package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.mail.ChangeMailView.Action;
import app.prtosales.mail.ChangeMailView.Advice;
import app.prtosales.mail.ChangeMailView.News;
import app.prtosales.mailing.MailRequest.SequenceRemoval;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.util.List;

/// The email that asks a sequence owner to remove a placement, or not to add it (R5.5, R5.6).
final class RemovalMail {

    private RemovalMail() {}

    static ChangeMailView toOwner(String subject, SequenceRemoval mail, String removedUrl) {
        ReaderClock reader = new ReaderClock(mail.zone(), mail.at());
        Placement placement = mail.placement();
        Sequence sequence = mail.sequence();
        return ChangeMailView.toOwner(
                subject,
                new News(
                        heading(mail),
                        "What happened",
                        List.of(
                                whatHappened(placement),
                                "Why: " + Shorten.to(Shorten.HEADLINE, mail.why()))),
                StoryBlock.of(placement, Signal.of(placement, mail.at()), reader),
                new Advice(
                        mail.stage().isEmpty()
                                ? "If it isn’t in the sequence, there’s nothing to do. If it is, remove it from every step, then confirm."
                                : "Remove it from every step, so that nothing more of it goes out. Then confirm.",
                        new Action("I took it out", removedUrl),
                        mail.stage().isEmpty()
                                ? TaskView.footer(sequence, mail.asking())
                                : TaskView.footer(sequence, mail.asking(), mail.since(), reader)),
                List.of());
    }

    private static String heading(SequenceRemoval mail) {
        String name = mail.sequence().name();
        if (mail.stage().isEmpty()) {
            return "Don’t add this story to “%s”. If you already did, take it out.".formatted(name);
        }
        return switch (mail.asking()) {
            case FIRST -> "Take this story out of “%s”, stage “%s”.".formatted(name, mail.stage());
            case AGAIN ->
                    "Reminder: take this story out of “%s”, stage “%s”."
                            .formatted(name, mail.stage());
            case HANDED_OVER ->
                    "Please step in: nobody has confirmed that this story is out of “%s”, stage “%s”."
                            .formatted(name, mail.stage());
        };
    }

    private static String whatHappened(Placement placement) {
        if (placement.changes().copyOf().isPresent()) {
            return "It’s a copy of another story, which replaces it.";
        }
        return placement.status().isOver()
                ? "It was retracted. Nobody should use it anymore."
                : "It can’t go to customers anymore.";
    }
}
