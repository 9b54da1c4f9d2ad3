package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest.SequenceTask;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of the email that asks a sequence owner to add a placement (R2.2).
///
/// @param paste lines for the buyer: no internal note, no rep, no tracking parameter (R3.2)
record TaskView(
        String subject,
        String request,
        String notYet,
        String why,
        StoryBlock story,
        String pasteLabel,
        List<String> paste,
        String confirmUrl,
        String footer) {

    private static final String NOT_YET =
            "It counts only after you confirm. If it doesn’t fit, say so on the same page.";

    private static final String NOT_YET_AGAIN =
            "It counts only after you confirm, even if you confirmed it before. If it’s already there, replace its text with the one below.";

    static final String ANSWER = "Confirm";

    static String pasteLabel(String stage) {
        return "Paste this into the “%s” stage".formatted(stage);
    }

    /// @param company the company covered; null if the agreement does not name it
    static TaskView of(
            String subject, SequenceTask mail, @Nullable String company, String confirmUrl) {
        ReaderClock reader = new ReaderClock(mail.zone(), mail.at());
        Placement placement = mail.placement();
        Sequence sequence = mail.suggestion().sequence();
        String stage = mail.suggestion().stage();
        Persona persona = ChampionKit.firstReader(placement, sequence);
        return new TaskView(
                subject,
                request(mail),
                mail.usableAgain() ? NOT_YET_AGAIN : NOT_YET,
                mail.suggestion().why(),
                StoryBlock.of(placement, Signal.of(placement, mail.at()), reader),
                pasteLabel(stage),
                Forward.touch(placement, stage, persona, company),
                confirmUrl,
                footer(mail, reader));
    }

    private static String request(SequenceTask mail) {
        String sequence = mail.suggestion().sequence().name();
        String stage = mail.suggestion().stage();
        return switch (mail.asking()) {
            case FIRST ->
                    (mail.usableAgain()
                                    ? "This story can be used again. Make sure it’s in “%s”, stage “%s”."
                                    : "Add this story to “%s”, stage “%s”.")
                            .formatted(sequence, stage);
            case AGAIN ->
                    (mail.usableAgain()
                                    ? "Reminder: make sure this story is in “%s”, stage “%s”, or tell us why not."
                                    : "Reminder: add this story to “%s”, stage “%s”, or tell us why not.")
                            .formatted(sequence, stage);
            case HANDED_OVER ->
                    "Please step in: nobody has said whether this story goes into “%s”."
                            .formatted(sequence);
        };
    }

    private static String footer(SequenceTask mail, ReaderClock reader) {
        return footer(mail.suggestion().sequence(), mail.asking(), mail.since(), reader);
    }

    /// Who is asked now, and who will be asked next.
    ///
    /// @param first when the owner was first asked; null the first time
    static String footer(
            Sequence sequence, Asking asking, @Nullable Instant first, ReaderClock reader) {
        String owner = owner(sequence);
        String since = first == null ? "" : " First asked %s.".formatted(reader.day(first));
        return switch (asking) {
            case FIRST ->
                    "Sent to %s. If we don’t hear back in 3 days, we’ll ask once more."
                            .formatted(owner);
            case AGAIN ->
                    "Sent to %s.%s If we don’t hear back in 2 days, we’ll ask the person in charge of sequences."
                            .formatted(owner, since);
            case HANDED_OVER ->
                    "Sent to you as the person in charge of sequences, because nobody has answered.%s The owner of “%s” is %s."
                            .formatted(since, sequence.name(), sequence.owner());
        };
    }

    private static String owner(Sequence sequence) {
        return "%s, owner of “%s”".formatted(sequence.owner(), sequence.name());
    }

    /// Who is told, if no answer is expected.
    static String footer(Sequence sequence, Asking asking) {
        return asking == Asking.HANDED_OVER
                ? "Sent to you as the person in charge of sequences. The owner of “%s” is %s."
                        .formatted(sequence.name(), sequence.owner())
                : "Sent to %s.".formatted(owner(sequence));
    }

    String text() {
        return new TextPart()
                .paragraph(request)
                .paragraph(ANSWER + ": " + confirmUrl, notYet)
                .paragraph("Why: " + why)
                .story(story)
                .paragraph(pasteLabel + ":", String.join("\n", paste))
                .paragraph(footer)
                .toString();
    }
}
