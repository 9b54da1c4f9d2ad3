package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mailing.Asking;
import app.prtosales.mailing.MailRequest.SequenceTask;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the owner of a sequence is asked to do, and what to paste (R2.2).
///
/// @param paste lines for the buyer's eyes: no internal note, no rep, no tracking parameter (R3.2)
record TaskView(
        String subject,
        String request,
        String why,
        Signal signal,
        String outlet,
        String format,
        String headline,
        @Nullable String url,
        String pasteLabel,
        List<String> paste,
        String published,
        String confirmUrl,
        String footer) {

    static final String NOT_YET = "It counts as being in the sequence only after you confirm it.";

    static final String ANSWER = "I added it, or it does not belong here";

    static TaskView of(String subject, SequenceTask mail, String confirmUrl) {
        ReaderClock reader = new ReaderClock(mail.zone(), mail.at());
        Placement placement = mail.placement();
        Sequence sequence = mail.suggestion().sequence();
        String stage = mail.suggestion().stage();
        Story story = placement.story();
        String pasteLabel = "To paste at stage “%s”".formatted(stage);
        Persona persona = ChampionKit.firstReader(placement, sequence);
        return new TaskView(
                subject,
                request(mail),
                mail.suggestion().why(),
                Signal.of(placement, mail.at()),
                story.outlet(),
                Phrases.format(story.format()),
                story.headline(),
                story.url() == null ? null : story.url().value(),
                pasteLabel,
                Forward.touch(placement, stage, persona),
                Phrases.published(placement.publication(), reader),
                confirmUrl,
                footer(mail, reader));
    }

    private static String request(SequenceTask mail) {
        String sequence = mail.suggestion().sequence().name();
        String stage = mail.suggestion().stage();
        return switch (mail.asking()) {
            case FIRST -> "Add this placement to “%s”, stage “%s”.".formatted(sequence, stage);
            case AGAIN ->
                    "Still open: add this placement to “%s”, stage “%s”, or say why not."
                            .formatted(sequence, stage);
            case HANDED_OVER ->
                    "Please see to this: “%s” has not answered whether it takes this placement."
                            .formatted(sequence);
        };
    }

    private static String footer(SequenceTask mail, ReaderClock reader) {
        return footer(mail.suggestion().sequence(), mail.asking(), mail.since(), reader);
    }

    /// Who is asked, and who is asked next.
    ///
    /// @param first when the owner was first asked; null the first time
    static String footer(
            Sequence sequence, Asking asking, @Nullable Instant first, ReaderClock reader) {
        String owner =
                "%s, who owns the sequence “%s”".formatted(sequence.owner(), sequence.name());
        String since = first == null ? "" : " Asked first on %s.".formatted(reader.day(first));
        return switch (asking) {
            case FIRST -> "For %s. Without an answer in 3 days we ask once more.".formatted(owner);
            case AGAIN ->
                    "For %s.%s After 5 days the question goes to the owner of rule 2."
                            .formatted(owner, since);
            case HANDED_OVER ->
                    "For the owner of rule 2 in the agreement, because %s, did not answer.%s"
                            .formatted(owner, since);
        };
    }

    String text() {
        return new TextPart()
                .paragraph(request)
                .paragraph("Why: " + why)
                .paragraph("%s: %s".formatted(signal.word(), signal.rule()))
                .paragraph(
                        String.join(" · ", outlet, format, published),
                        headline,
                        url == null ? "" : url)
                .paragraph(pasteLabel + ":", String.join("\n", paste))
                .paragraph(ANSWER + ": " + confirmUrl)
                .paragraph(NOT_YET)
                .paragraph(footer)
                .toString();
    }
}
