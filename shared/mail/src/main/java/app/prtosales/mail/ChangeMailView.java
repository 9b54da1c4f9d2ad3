package app.prtosales.mail;

import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.text.ReaderClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of an email that follows a ping: what changed, and what to do now (R5.5, R5.6).
///
/// @param factsLabel the label of the facts
/// @param facts one fact for each line
/// @param forward lines to forward unchanged; empty if nothing may be sent
/// @param kits the URL of the kit for each reader; empty if there is none
/// @param action null if there is nothing to do on a page
/// @param sharing why not to forward the email itself, and how to share the story instead; empty if
///   the email has none of a rep's links
/// @param recordUrl where the rep can report wrong data; null if nobody would read it
record ChangeMailView(
        String subject,
        String heading,
        Signal signal,
        String outlet,
        String format,
        String headline,
        @Nullable String url,
        String factsLabel,
        List<String> facts,
        String howTo,
        List<String> forward,
        String published,
        List<Forward.Reader> kits,
        @Nullable Action action,
        String sharing,
        String footer,
        @Nullable String recordUrl) {

    /// The button.
    record Action(String label, String url) {

        static Action used(String url) {
            return new Action("I used it in a deal", url);
        }
    }

    static final int MAXIMUM_FACTS = 20;

    /// For everyone who got the ping.
    static ChangeMailView toRep(
            String subject,
            String heading,
            Signal signal,
            String factsLabel,
            List<String> facts,
            MailRequest.ToRep mail,
            PingView.Links links) {
        return toRep(
                subject,
                heading,
                signal,
                factsLabel,
                facts,
                PingView.howTo(signal, mail.placement(), reader(mail)),
                signal == Signal.RED ? null : Action.used(links.reference()),
                "Sent to %s. Everyone who got our first email about this story gets this one."
                                .formatted(mail.rep().name())
                        + PingView.replies(mail.agreement()),
                mail,
                links);
    }

    /// For one rep, with instructions, an action and a footer of its own.
    static ChangeMailView toRep(
            String subject,
            String heading,
            Signal signal,
            String factsLabel,
            List<String> facts,
            String howTo,
            @Nullable Action action,
            String footer,
            MailRequest.ToRep mail,
            PingView.Links links) {
        Placement placement = mail.placement();
        Story story = placement.story();
        return new ChangeMailView(
                subject,
                heading,
                signal,
                story.outlet(),
                Phrases.format(story.format()),
                story.headline(),
                story.url() == null ? null : story.url().value(),
                factsLabel,
                facts,
                howTo,
                Forward.lines(placement, signal, mail.agreement().company()),
                Phrases.published(placement.publication(), reader(mail)),
                signal == Signal.GREEN ? Forward.Reader.of(links.kit()) : List.of(),
                action,
                PingView.sharing(signal, story),
                footer,
                PingView.recordUrl(links.record(), mail.agreement()));
    }

    private static ReaderClock reader(MailRequest.ToRep mail) {
        return new ReaderClock(mail.rep().zone(), mail.at());
    }

    /// For the owner of a sequence.
    static ChangeMailView toOwner(
            String subject,
            String heading,
            Signal signal,
            Placement placement,
            String factsLabel,
            List<String> facts,
            String whatToDo,
            List<String> paste,
            Action action,
            String footer,
            ReaderClock reader) {
        Story story = placement.story();
        return new ChangeMailView(
                subject,
                heading,
                signal,
                story.outlet(),
                Phrases.format(story.format()),
                story.headline(),
                story.url() == null ? null : story.url().value(),
                factsLabel,
                facts,
                whatToDo,
                paste,
                Phrases.published(placement.publication(), reader),
                List.of(),
                action,
                "",
                footer,
                null);
    }

    /// Owners paste, reps forward.
    String forwardLabel() {
        return kits.isEmpty() ? "Paste this" : PingView.FORWARD;
    }

    String text() {
        TextPart text =
                new TextPart()
                        .paragraph(heading)
                        .paragraph("%s: %s".formatted(signal.word(), signal.rule(url)))
                        .paragraph(
                                String.join(" · ", outlet, format, published),
                                headline,
                                url == null ? "" : url)
                        .list(factsLabel + ":", facts)
                        .paragraph("What to do: " + howTo);
        if (!forward.isEmpty()) {
            text.paragraph(forwardLabel() + ":", String.join("\n", forward));
        }
        if (!kits.isEmpty()) {
            text.list(PingView.KITS + ":", kits);
        }
        if (action != null) {
            text.paragraph("%s: %s".formatted(action.label(), action.url()));
        }
        return text.paragraph(sharing)
                .paragraph(footer)
                .paragraph(recordUrl == null ? "" : PingView.RECORD + ": " + recordUrl)
                .toString();
    }
}
