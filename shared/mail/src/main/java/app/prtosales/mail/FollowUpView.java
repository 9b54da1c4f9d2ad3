package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Turn;
import app.prtosales.response.Response.Referenced;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a mail says that follows a ping: what changed, and what to do now (R5.5, R5.6).
///
/// @param factsLabel what the facts are about
/// @param facts one to a line
/// @param forward lines to forward as they are; empty where nothing may be sent
/// @param referenceUrl null where the placement is not to be used
/// @param recordUrl mails whoever mends the rep's record; null where the agreement names nobody
record FollowUpView(
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
        List<Times.Reading> times,
        String timesRemark,
        @Nullable String referenceUrl,
        String footer,
        @Nullable String recordUrl) {

    private static final int MAXIMUM_LINE = 300;
    private static final int MAXIMUM_FACTS = 20;
    private static final String PLACES = "Where you recorded it: tell them";

    static FollowUpView turned(
            String subject,
            Placement placement,
            Turn turn,
            Rep rep,
            Agreement agreement,
            String referenceUrl) {
        Signal signal = Signal.of(turn.to());
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
                referenceUrl);
    }

    static FollowUpView correction(
            String subject,
            Placement placement,
            Correction correction,
            Rep rep,
            Agreement agreement,
            String referenceUrl) {
        List<String> facts = new ArrayList<>();
        facts.add("Why: " + Shorten.to(MAXIMUM_LINE, correction.reason()));
        correction.amendments().stream().map(FollowUpView::amendment).forEach(facts::add);
        return toRep(
                subject,
                "Correction: what we told you about this was not right.",
                Signal.of(placement.forwardability()),
                placement,
                "What is right",
                facts,
                rep,
                agreement,
                referenceUrl);
    }

    static FollowUpView retraction(
            String subject,
            Placement placement,
            TakenBack why,
            List<Referenced> used,
            Rep rep,
            Agreement agreement) {
        List<String> facts = new ArrayList<>();
        facts.add("Why: " + Shorten.to(MAXIMUM_LINE, why.reason()));
        facts.add(
                used.isEmpty()
                        ? "You recorded no use of it on a deal."
                        : PLACES + " that it is not to be used any more:");
        used.stream()
                .limit(MAXIMUM_FACTS)
                .map(each ->
                        "%s: %s"
                                .formatted(
                                        Shorten.to(MAXIMUM_LINE, each.accountName()),
                                        each.how().label()))
                .forEach(facts::add);
        return toRep(
                subject,
                "Stop using this: it is retracted.",
                Signal.RED,
                placement,
                "What happened",
                facts,
                rep,
                agreement,
                null);
    }

    static FollowUpView removal(
            String subject, Placement placement, TakenBack why, Sequence sequence, String stage) {
        Story story = placement.story();
        return new FollowUpView(
                subject,
                "Take this placement out of “%s”, stage “%s”.".formatted(sequence.name(), stage),
                Signal.RED,
                story.outlet(),
                Phrases.label(story.format().word()),
                story.headline(),
                story.url() == null ? null : story.url().value(),
                "What happened",
                List.of(
                        "It is retracted and is not to be used any more.",
                        "Why: " + Shorten.to(MAXIMUM_LINE, why.reason())),
                "Remove it from every step that holds it, so that nothing more of it goes out.",
                List.of(),
                Times.of(placement.publication().at(), placement.publication().zone(), null),
                Times.remark(placement.publication()),
                null,
                "For %s, who owns the sequence “%s”.".formatted(sequence.owner(), sequence.name()),
                null);
    }

    private static FollowUpView toRep(
            String subject,
            String heading,
            Signal signal,
            Placement placement,
            String factsLabel,
            List<String> facts,
            Rep rep,
            Agreement agreement,
            @Nullable String referenceUrl) {
        Story story = placement.story();
        return new FollowUpView(
                subject,
                heading,
                signal,
                story.outlet(),
                Phrases.label(story.format().word()),
                story.headline(),
                story.url() == null ? null : story.url().value(),
                factsLabel,
                facts,
                PingView.howTo(signal, story),
                signal == Signal.GREEN ? TaskView.paste(story) : List.of(),
                Times.of(placement.publication().at(), placement.publication().zone(), rep.zone()),
                Times.remark(placement.publication()),
                signal == Signal.RED ? null : referenceUrl,
                "For %s. Everybody who got the mail about this placement gets this one."
                                .formatted(rep.name())
                        + (agreement.prOwner() == null ? "" : " A reply goes to PR."),
                PingView.recordUrl(rep, agreement));
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
            case "url" -> "link";
            default -> field;
        };
    }

    String text() {
        TextPart text =
                new TextPart()
                        .paragraph(heading)
                        .paragraph("%s: %s".formatted(signal.word(), signal.rule()))
                        .paragraph(outlet + ", " + format, headline, url == null ? "" : url)
                        .list(factsLabel + ":", facts)
                        .paragraph("What to do: " + howTo);
        if (!forward.isEmpty()) {
            text.paragraph("To forward:", String.join("\n", forward));
        }
        if (referenceUrl != null) {
            text.paragraph("I used it in a deal: " + referenceUrl);
        }
        return text.list("Published:", times)
                .paragraph(timesRemark)
                .paragraph(footer)
                .paragraph(recordUrl == null ? "" : PingView.RECORD + ": " + recordUrl)
                .toString();
    }
}
