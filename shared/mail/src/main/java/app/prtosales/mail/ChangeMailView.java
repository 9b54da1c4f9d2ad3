package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.mailing.MailRequest.SequenceRemoval;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Champion;
import app.prtosales.response.Response;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mail says that follows a ping: what changed, and what to do now (R5.5, R5.6).
///
/// @param factsLabel what the facts are about
/// @param facts one to a line
/// @param forward lines to forward as they are; empty where nothing may be sent
/// @param kits where the kit for each reader is; empty where there is none
/// @param action null where there is nothing to do on a page
/// @param recordUrl where the rep says what is wrong about them; null where nobody would read it
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
        String footer,
        @Nullable String recordUrl) {

    /// The one thing to do.
    record Action(String label, String url) {

        static Action used(String url) {
            return new Action("I used it in a deal", url);
        }
    }

    private static final int MAXIMUM_LINE = 300;
    private static final int MAXIMUM_FACTS = 20;
    private static final String PLACES = "Where you recorded it: tell them";

    static ChangeMailView turned(
            String subject,
            Placement placement,
            ColorChange turn,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
        Signal signal = placement.isExpiredAt(at) ? Signal.RED : Signal.of(turn.to());
        String heading =
                switch (signal) {
                    case GREEN -> "You may forward this now.";
                    case AMBER -> "Internal only from now on: talk about it, do not send it.";
                    case RED -> "Do not use this from now on.";
                };
        return toRep(
                subject,
                heading,
                signal,
                placement,
                "What changed",
                List.of(
                        "It was %s, and is %s now."
                                .formatted(Signal.of(turn.from()).word(), signal.word()),
                        "Why: " + Shorten.to(MAXIMUM_LINE, turn.reason())),
                rep,
                agreement,
                at,
                links);
    }

    static ChangeMailView correction(
            String subject,
            Placement placement,
            Correction correction,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
        List<String> facts = new ArrayList<>();
        facts.add("Why: " + Shorten.to(MAXIMUM_LINE, correction.reason()));
        correction.amendments().stream().map(ChangeMailView::amendment).forEach(facts::add);
        return toRep(
                subject,
                "Correction: what we told you about this was not right.",
                Signal.of(placement, at),
                placement,
                "What changed",
                facts,
                rep,
                agreement,
                at,
                links);
    }

    static ChangeMailView retraction(
            String subject,
            Placement placement,
            TakenBack why,
            List<Referenced> used,
            List<KitSent> sent,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
        List<String> facts = new ArrayList<>();
        facts.add("Why: " + Shorten.to(MAXIMUM_LINE, why.reason()));
        facts.add(
                used.isEmpty()
                        ? "You recorded no use of it in a deal."
                        : PLACES + " that it is not to be used any more:");
        used.stream()
                .limit(MAXIMUM_FACTS)
                .map(each ->
                        "%s: %s"
                                .formatted(
                                        Shorten.to(MAXIMUM_LINE, each.accountName()),
                                        each.how().label()))
                .forEach(facts::add);
        Story story = placement.story();
        List<String> champions = champions(used, sent);
        if (!champions.isEmpty()) {
            facts.add("It went to these champions. Send each of them this line:");
            facts.addAll(champions);
            facts.add(line(story));
        }
        return toRep(
                subject,
                "Stop using this: it is retracted.",
                Signal.RED,
                placement,
                "What happened",
                facts,
                rep,
                agreement,
                at,
                links);
    }

    /// The champions that the rep named, each once.
    private static List<String> champions(List<Referenced> used, List<KitSent> sent) {
        List<Response> recorded = new ArrayList<>(used);
        recorded.addAll(sent);
        return Champion.of(recorded).stream()
                .limit(MAXIMUM_FACTS)
                .map(each ->
                        "%s, %s"
                                .formatted(
                                        Shorten.to(MAXIMUM_LINE, each.name()),
                                        Shorten.to(MAXIMUM_LINE, each.accountName())))
                .toList();
    }

    /// What a rep sends to a champion: without our reason, which is ours.
    private static String line(Story story) {
        return "“Please do not use “%s” (%s) any more: it was withdrawn. I am sorry for the trouble, and will send you something better.”"
                .formatted(Shorten.to(MAXIMUM_LINE, story.headline()), story.outlet());
    }

    static ChangeMailView removal(String subject, SequenceRemoval mail, String removedUrl) {
        ReaderClock reader = new ReaderClock(mail.zone(), mail.at());
        Placement placement = mail.placement();
        Sequence sequence = mail.sequence();
        boolean retracted = placement.status().isOver();
        return toOwner(
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
                        "Why: " + Shorten.to(MAXIMUM_LINE, mail.why())),
                "Remove it from every step that holds it, so that nothing more of it goes out. Then"
                        + " say so.",
                List.of(),
                new Action("I took it out", removedUrl),
                TaskView.footer(sequence, mail.asking(), mail.since(), reader),
                reader);
    }

    static ChangeMailView ownersCorrection(
            String subject,
            Placement placement,
            Correction correction,
            Sequence sequence,
            String stage,
            ZoneId zone,
            Instant at,
            String answerUrl) {
        List<String> facts = new ArrayList<>();
        facts.add("Why: " + Shorten.to(MAXIMUM_LINE, correction.reason()));
        correction.amendments().stream().map(ChangeMailView::amendment).forEach(facts::add);
        Persona persona = ChampionKit.firstReader(placement, sequence);
        Signal signal = Signal.of(placement, at);
        return toOwner(
                subject,
                "Correction: put this text into “%s”, stage “%s”."
                        .formatted(sequence.name(), stage),
                signal,
                placement,
                "What changed",
                facts,
                "Replace what you pasted with the text below.",
                signal == Signal.GREEN ? Forward.touch(placement, stage, persona) : List.of(),
                new Action("Say where it is now", answerUrl),
                "For %s, who owns the sequence “%s”.".formatted(sequence.owner(), sequence.name()),
                new ReaderClock(zone, at));
    }

    private static ChangeMailView toOwner(
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
                footer,
                null);
    }

    /// The kit is ready and no champion of the rep's has it yet (R3.5).
    static ChangeMailView kitReminder(
            String subject,
            Placement placement,
            List<TargetAccount> accounts,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
        return toRep(
                subject,
                "You have an open deal where this can help.",
                Signal.of(placement, at),
                placement,
                "Your open deals that match",
                accounts.stream()
                        .limit(MAXIMUM_FACTS)
                        .map(each -> Shorten.to(MAXIMUM_LINE, each.name()))
                        .toList(),
                "Send the paragraph below to your champion there, and say who got it. This is the"
                        + " only reminder.",
                new Action("I sent it to my champion", links.kit()),
                "For %s, who has an open deal at a target account in these segments."
                        .formatted(rep.name()),
                rep,
                agreement,
                at,
                links);
    }

    /// To everybody who got the ping.
    private static ChangeMailView toRep(
            String subject,
            String heading,
            Signal signal,
            Placement placement,
            String factsLabel,
            List<String> facts,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
        return toRep(
                subject,
                heading,
                signal,
                placement,
                factsLabel,
                facts,
                PingView.howTo(signal, placement.story()),
                signal == Signal.RED ? null : Action.used(links.reference()),
                "For %s. Everybody who got the mail about this placement gets this one."
                                .formatted(rep.name())
                        + (agreement.prOwner() == null ? "" : " A reply goes to PR."),
                rep,
                agreement,
                at,
                links);
    }

    private static ChangeMailView toRep(
            String subject,
            String heading,
            Signal signal,
            Placement placement,
            String factsLabel,
            List<String> facts,
            String howTo,
            @Nullable Action action,
            String footer,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
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
                Forward.lines(placement, signal),
                Phrases.published(placement.publication(), new ReaderClock(rep.zone(), at)),
                signal == Signal.GREEN ? Forward.Reader.of(links.kit()) : List.of(),
                action,
                footer,
                PingView.recordUrl(links.record(), agreement));
    }

    private static String amendment(Amendment amendment) {
        String field = Phrases.label(words(amendment.field()));
        String before = amendment.before();
        String after = amendment.after();
        return after == null
                ? "%s: taken out.".formatted(field)
                : before == null
                        ? "%s: %s".formatted(field, Shorten.to(MAXIMUM_LINE, after))
                        : "%s: %s (was: %s)"
                                .formatted(
                                        field,
                                        Shorten.to(MAXIMUM_LINE, after),
                                        Shorten.to(MAXIMUM_LINE, before));
    }

    private static String words(String field) {
        return switch (field) {
            case "whyItMatters" -> "why it matters";
            case "holdingLine" -> "what to say if a customer asks";
            case "url" -> "link";
            default -> field;
        };
    }

    /// An owner pastes, a rep forwards.
    String forwardLabel() {
        return kits.isEmpty() ? "To paste" : PingView.FORWARD;
    }

    String text() {
        TextPart text =
                new TextPart()
                        .paragraph(heading)
                        .paragraph("%s: %s".formatted(signal.word(), signal.rule()))
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
        return text.paragraph(footer)
                .paragraph(recordUrl == null ? "" : PingView.RECORD + ": " + recordUrl)
                .toString();
    }
}
