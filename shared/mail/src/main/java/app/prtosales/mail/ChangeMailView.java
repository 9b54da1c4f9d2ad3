package app.prtosales.mail;

import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The content of an email that follows a ping: what changed, and what to do now (R5.5, R5.6).
///
/// @param tell the lists of people to tell; usually none
/// @param forward lines to forward unchanged; empty if nothing may be sent
/// @param kits the URL of the kit for each reader; empty if there is none
/// @param sharing why not to forward the email itself, and how to share the story instead; empty if
///   the email has none of a rep's links
/// @param recordUrl where the rep can report wrong data; null if nobody would read it
record ChangeMailView(
        String subject,
        News news,
        StoryBlock story,
        List<Tell> tell,
        Advice advice,
        List<String> forward,
        List<Forward.Reader> kits,
        String sharing,
        @Nullable String recordUrl) {

    /// What has happened.
    ///
    /// @param facts one fact for each line
    record News(String heading, String factsLabel, List<String> facts) {}

    /// Whom to tell, and what.
    record Tell(String label, List<String> whom) {}

    /// What the reader can do about it.
    ///
    /// @param action null if there is nothing to do on a page
    /// @param footer why the reader gets the email
    record Advice(String howTo, @Nullable Action action, String footer) {}

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
            News news,
            Signal signal,
            MailRequest.ToRep mail,
            PingView.Links links) {
        Advice advice =
                new Advice(
                        PingView.howTo(signal, mail.placement(), reader(mail)),
                        signal == Signal.RED ? null : Action.used(links.reference()),
                        "Sent to %s. Everyone who got our first email about this story gets this one."
                                        .formatted(mail.rep().name())
                                + PingView.replies(mail.agreement()));
        return toRep(subject, news, signal, advice, mail, links);
    }

    /// For one rep, with advice of its own.
    static ChangeMailView toRep(
            String subject,
            News news,
            Signal signal,
            Advice advice,
            MailRequest.ToRep mail,
            PingView.Links links) {
        Placement placement = mail.placement();
        @Nullable String recordUrl = PingView.recordUrl(links.record(), mail.agreement());
        return new ChangeMailView(
                subject,
                news,
                StoryBlock.of(placement, signal, reader(mail)),
                List.of(),
                advice,
                Forward.lines(placement, signal, mail.agreement().company()),
                signal == Signal.GREEN ? Forward.Reader.of(links.kit()) : List.of(),
                advice.action() == null
                        ? sharing(recordUrl)
                        : PingView.notItself("button")
                                + PingView.sharing(signal, placement.story()),
                recordUrl);
    }

    /// For an email that has no button.
    private static String sharing(@Nullable String recordUrl) {
        return recordUrl == null ? "" : PingView.notItself("link");
    }

    private static ReaderClock reader(MailRequest.ToRep mail) {
        return new ReaderClock(mail.rep().zone(), mail.at());
    }

    /// For the owner of a sequence.
    static ChangeMailView toOwner(
            String subject, News news, StoryBlock story, Advice advice, List<String> paste) {
        return new ChangeMailView(
                subject, news, story, List.of(), advice, paste, List.of(), "", null);
    }

    /// With lists of people to tell.
    ///
    /// @param lines what to send them; may be empty
    ChangeMailView telling(List<Tell> lists, List<String> lines) {
        return new ChangeMailView(
                subject, news, story, lists, advice, lines, kits, sharing, recordUrl);
    }

    /// Owners paste, reps forward.
    String forwardLabel() {
        return kits.isEmpty() ? "Paste this" : PingView.FORWARD;
    }

    String text() {
        TextPart text =
                new TextPart()
                        .paragraph(news.heading())
                        .story(story)
                        .list(news.factsLabel() + ":", news.facts());
        tell.forEach(each -> text.list(each.label() + ":", each.whom()));
        text.paragraph("What to do: " + advice.howTo());
        if (!forward.isEmpty()) {
            text.paragraph(forwardLabel() + ":", String.join("\n", forward));
        }
        if (!kits.isEmpty()) {
            text.list(PingView.KITS + ":", kits);
        }
        Action action = advice.action();
        if (action != null) {
            text.paragraph("%s: %s".formatted(action.label(), action.url()));
        }
        return text.paragraph(sharing)
                .paragraph(advice.footer())
                .paragraph(recordUrl == null ? "" : PingView.RECORD + ": " + recordUrl)
                .toString();
    }
}
