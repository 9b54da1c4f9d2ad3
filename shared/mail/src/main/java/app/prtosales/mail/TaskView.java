package app.prtosales.mail;

import app.prtosales.directory.Sequence;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import java.util.ArrayList;
import java.util.List;

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
        List<String> paste,
        List<Times.Reading> times,
        String timesRemark,
        String confirmUrl,
        String footer) {

    private static final int MAXIMUM_PASTED = 600;

    static final String NOT_YET = "It counts as being in the sequence only after you confirm it.";

    static TaskView of(
            String subject,
            Placement placement,
            Sequence sequence,
            String stage,
            String why,
            String confirmUrl) {
        Story story = placement.story();
        return new TaskView(
                subject,
                "Add this placement to “%s”, stage “%s”.".formatted(sequence.name(), stage),
                why,
                Signal.of(placement.forwardability()),
                story.outlet(),
                Phrases.label(story.format().word()),
                story.headline(),
                paste(story),
                Times.of(placement.publication().at(), placement.publication().zone(), null),
                Times.remark(placement.publication()),
                confirmUrl,
                "For %s, who owns the sequence “%s”.".formatted(sequence.owner(), sequence.name()));
    }

    String text() {
        return new TextPart()
                .paragraph(request)
                .paragraph("Why: " + why)
                .paragraph("%s: %s".formatted(signal.word(), signal.rule()))
                .paragraph(outlet + ", " + format, headline)
                .paragraph("To paste:", String.join("\n", paste))
                .list("Published:", times)
                .paragraph(timesRemark)
                .paragraph("I added it: " + confirmUrl)
                .paragraph(NOT_YET)
                .paragraph(footer)
                .toString();
    }

    /// A touch of a sequence, as it goes to a buyer.
    static List<String> paste(Story story) {
        List<String> lines = new ArrayList<>();
        lines.add("%s:".formatted(Attribution.sentence(story)));
        lines.add(story.headline());
        if (story.whyItMatters() != null) {
            lines.addAll(Shorten.to(MAXIMUM_PASTED, story.whyItMatters()).lines().toList());
        }
        if (story.quote() != null) {
            lines.addAll(
                    "“%s”".formatted(Shorten.to(MAXIMUM_PASTED, story.quote())).lines().toList());
        }
        if (story.url() != null) {
            lines.add(story.url().value());
        }
        return List.copyOf(lines);
    }
}
