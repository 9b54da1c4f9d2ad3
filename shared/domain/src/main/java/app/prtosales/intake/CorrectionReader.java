package app.prtosales.intake;

import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Note;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a correction: each field by the rule that it has in a submission.
public final class CorrectionReader {

    /// What of a long text is kept to tell what changed; the placement itself holds it whole.
    private static final int KEPT = 300;

    private final Placement placement;
    private final SubmissionReader fields;
    private final Problems problems;
    private final List<Amendment> amendments = new ArrayList<>();

    public CorrectionReader(Placement placement, Set<String> knownSegments, Problems problems) {
        this.placement = placement;
        this.fields = new SubmissionReader(knownSegments, placement.acceptedAt(), problems);
        this.problems = problems;
    }

    /// @param amendments what differs from what stood
    public record Corrected(Story story, Note note, List<Amendment> amendments) {}

    /// @param texts by their name in the API; what is not there stays, what is blank is taken out
    /// @return to be used only where no problem was found
    public Corrected read(
            Map<String, String> texts,
            @Nullable List<String> segments,
            @Nullable List<String> personas) {
        Story was = placement.story();
        Note noted = placement.note();
        Story story =
                new Story(
                        url(texts.get("url")),
                        required("outlet", texts, was.outlet(), SubmissionReader.MAXIMUM_OUTLET),
                        required(
                                "headline",
                                texts,
                                was.headline(),
                                SubmissionReader.MAXIMUM_HEADLINE),
                        was.format(),
                        was.tone(),
                        line("topic", texts, was.topic()),
                        line("spokesperson", texts, was.spokesperson()),
                        lines("quote", texts, was.quote()),
                        lines("whyItMatters", texts, was.whyItMatters()),
                        holdingLine(texts));
        @Nullable String note = texts.get("note");
        Note right =
                new Note(
                        note == null ? noted.text() : fields.note(note),
                        segments == null ? noted.segments() : fields.segments(segments),
                        personas == null ? noted.personas() : fields.personas(personas));
        amend("note", noted.text(), right.text());
        amend("segments", joined(noted.segments()), joined(right.segments()));
        amend("personas", joined(noted.personas()), joined(right.personas()));
        return new Corrected(story, right, List.copyOf(amendments));
    }

    private @Nullable WebAddress url(@Nullable String pasted) {
        @Nullable WebAddress was = placement.story().url();
        if (pasted == null) {
            return was;
        }
        @Nullable WebAddress right = fields.url(pasted);
        if (right == null && !problems.about("url")) {
            problems.add("url", "cannot be taken out; give the right address");
        }
        amend("url", was == null ? null : was.value(), right == null ? null : right.value());
        return right;
    }

    private String required(String field, Map<String, String> texts, String was, int maximum) {
        @Nullable String written = texts.get(field);
        String right =
                written == null ? was : PlainText.requiredLine(field, written, maximum, problems);
        amend(field, was, right);
        return right;
    }

    private @Nullable String line(String field, Map<String, String> texts, @Nullable String was) {
        @Nullable String written = texts.get(field);
        @Nullable String right =
                written == null
                        ? was
                        : PlainText.oneLine(
                                field, written, SubmissionReader.MAXIMUM_SHORT, problems);
        amend(field, was, right);
        return right;
    }

    /// It can be replaced, and not taken out while it is needed.
    private @Nullable String holdingLine(Map<String, String> texts) {
        Story was = placement.story();
        @Nullable String right = line("holdingLine", texts, was.holdingLine());
        if (right == null
                && was.holdingLine() != null
                && was.tone() == Tone.NEGATIVE
                && !problems.about("holdingLine")) {
            problems.add("holdingLine", SubmissionReader.NO_LINE);
        }
        return right;
    }

    private @Nullable String lines(String field, Map<String, String> texts, @Nullable String was) {
        @Nullable String written = texts.get(field);
        @Nullable String right =
                written == null
                        ? was
                        : PlainText.lines(field, written, SubmissionReader.MAXIMUM_TEXT, problems);
        amend(field, was, right);
        return right;
    }

    private void amend(String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            amendments.add(new Amendment(field, kept(before), kept(after)));
        }
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }

    private static @Nullable String kept(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return PlainText.length(text) <= KEPT
                ? text
                : text.substring(0, text.offsetByCodePoints(0, KEPT)) + "…";
    }
}
