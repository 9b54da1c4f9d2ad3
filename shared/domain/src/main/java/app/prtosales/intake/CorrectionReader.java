package app.prtosales.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Note;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.FieldError;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.Words;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a correction: each field follows the same rule as in a submission.
public final class CorrectionReader {

    /// How much of a long text an amendment keeps to show what changed, in characters and in bytes;
    /// the placement itself keeps the whole text.
    private static final int KEPT = 300;

    private static final int KEPT_BYTES = 600;
    private static final String NOT_TAKEN_OUT =
            "You can’t remove the link. Enter the corrected one";
    private static final String LINE_NOT_TAKEN_OUT =
            "For negative coverage, enter the one line reps should say if a customer asks";

    private final Placement placement;
    private final Instant now;
    private final Problems warnings = new Problems();
    private final SubmissionReader fields;
    private final Problems problems;
    private final List<Amendment> amendments = new ArrayList<>();

    public CorrectionReader(
            Placement placement, Set<String> knownSegments, Instant now, Problems problems) {
        this.placement = placement;
        this.now = now;
        this.fields = new SubmissionReader(knownSegments, placement.acceptedAt(), problems);
        this.problems = problems;
    }

    /// @param amendments the differences from the previous values
    /// @param warnings values that were accepted but should be checked
    public record Corrected(
            Story story,
            Note note,
            Publication publication,
            Forwardability forwardability,
            List<Amendment> amendments,
            List<FieldError> warnings) {

        /// Whether reps have to be told, because what they were told was wrong.
        public boolean isToBeTold() {
            return amendments.stream().anyMatch(each -> !each.field().equals("forwardability"));
        }
    }

    /// @param texts by the field's name in the API; a missing field stays as it is, a blank one is
    ///   removed
    /// @return use only if there are no problems
    public Corrected read(
            Map<String, String> texts,
            @Nullable List<String> segments,
            @Nullable List<String> personas) {
        Story before = placement.story();
        Note noted = placement.note();
        Story story =
                new Story(
                        url(texts.get("url")),
                        required("outlet", texts, before.outlet(), SubmissionReader.MAXIMUM_OUTLET),
                        required(
                                "headline",
                                texts,
                                before.headline(),
                                SubmissionReader.MAXIMUM_HEADLINE),
                        choice(Format.class, "format", texts, before.format()),
                        choice(Tone.class, "tone", texts, before.tone()),
                        line("topic", texts, before.topic()),
                        line("spokesperson", texts, before.spokesperson()),
                        lines("quote", texts, before.quote()),
                        lines("whyItMatters", texts, before.whyItMatters()),
                        holdingLine(texts));
        @Nullable String note = texts.get("note");
        Note corrected =
                new Note(
                        note == null ? noted.text() : fields.note(note),
                        chosen(segments, noted),
                        personas == null ? noted.personas() : fields.personas(personas));
        amend("note", noted.text(), corrected.text());
        amend("segments", joined(noted.segments()), joined(corrected.segments()));
        amend("personas", joined(noted.personas()), joined(corrected.personas()));
        Publication publication = publication(texts);
        return new Corrected(
                story,
                corrected,
                publication,
                forwardability(texts, story),
                List.copyOf(amendments),
                warnings.asList());
    }

    /// The same segments in another order are not a change.
    private List<String> chosen(@Nullable List<String> segments, Note before) {
        if (segments == null) {
            return before.segments();
        }
        List<String> read = fields.segments(segments);
        return Set.copyOf(read).equals(Set.copyOf(before.segments())) ? before.segments() : read;
    }

    private <E extends Enum<E>> E choice(
            Class<E> choices, String field, Map<String, String> texts, E before) {
        E chosen = chosen(choices, field, texts, before);
        amend(field, Words.of(before), Words.of(chosen));
        return chosen;
    }

    private <E extends Enum<E>> E chosen(
            Class<E> choices, String field, Map<String, String> texts, E before) {
        @Nullable String written = texts.get(field);
        if (written == null) {
            return before;
        }
        Optional<E> corrected = Words.read(choices, written);
        if (corrected.isEmpty()) {
            problems.add(field, "Use one of: " + Words.all(choices));
        }
        return corrected.orElse(before);
    }

    /// If only the zone is given, the previous local time is read in the new zone.
    private Publication publication(Map<String, String> texts) {
        Publication before = placement.publication();
        @Nullable String at = texts.get("publishedAt");
        @Nullable String zone = texts.get("zone");
        if (at == null && zone == null) {
            return before;
        }
        Publication corrected =
                new PublicationReader(now, problems, warnings)
                        .read(
                                at == null ? local(before) : at,
                                zone == null ? before.zone().getId() : zone);
        if (corrected == null) {
            return before;
        }
        if (!when(before).equals(when(corrected))) {
            amendments.add(new Amendment("publishedAt", when(before), when(corrected)));
        }
        amend("zone", before.zone().getId(), corrected.zone().getId());
        return corrected;
    }

    private static String local(Publication publication) {
        ZonedDateTime at = publication.at().atZone(publication.zone());
        return publication.dateOnly()
                ? at.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(at);
    }

    private static Correction.Value when(Publication publication) {
        return publication.dateOnly()
                ? new Correction.Text(local(publication))
                : new Correction.Time(publication.at());
    }

    /// Negative coverage is always Red (R5.7), so no other color can be asked for.
    private Forwardability forwardability(Map<String, String> texts, Story story) {
        Forwardability before = placement.forwardability();
        if (story.tone() != Tone.NEGATIVE) {
            return choice(Forwardability.class, "forwardability", texts, before);
        }
        Forwardability asked = chosen(Forwardability.class, "forwardability", texts, before);
        if (asked != Forwardability.RED && asked != before) {
            problems.add("forwardability", "Use red: " + SubmissionReader.ALWAYS_RED);
        }
        amend("forwardability", before.word(), Forwardability.RED.word());
        return Forwardability.RED;
    }

    private @Nullable WebAddress url(@Nullable String pasted) {
        @Nullable WebAddress before = placement.story().url();
        if (pasted == null) {
            return before;
        }
        @Nullable WebAddress corrected = fields.url(pasted);
        if (corrected == null && !problems.about("url")) {
            problems.add("url", NOT_TAKEN_OUT);
        }
        amend(
                "url",
                before == null ? null : before.value(),
                corrected == null ? null : corrected.value());
        return corrected;
    }

    private String required(String field, Map<String, String> texts, String before, int maximum) {
        @Nullable String written = texts.get(field);
        String corrected =
                written == null
                        ? before
                        : PlainText.requiredLine(field, written, maximum, problems);
        amend(field, before, corrected);
        return corrected;
    }

    private @Nullable String line(
            String field, Map<String, String> texts, @Nullable String before) {
        @Nullable String written = texts.get(field);
        @Nullable String corrected =
                written == null
                        ? before
                        : PlainText.oneLine(
                                field, written, SubmissionReader.MAXIMUM_SHORT, problems);
        amend(field, before, corrected);
        return corrected;
    }

    /// The holding line can be replaced, but not removed while reps rely on it.
    private @Nullable String holdingLine(Map<String, String> texts) {
        Story before = placement.story();
        @Nullable String corrected = line("holdingLine", texts, before.holdingLine());
        Tone tone = Words.read(Tone.class, texts.getOrDefault("tone", "")).orElse(before.tone());
        if (corrected != null || problems.about("holdingLine")) {
            return corrected;
        }
        if (before.holdingLine() == null) {
            SubmissionReader.warnIfNoLine(tone, placement.backfill(), warnings);
        } else if (tone == Tone.NEGATIVE && !placement.backfill()) {
            problems.add("holdingLine", LINE_NOT_TAKEN_OUT);
        }
        return null;
    }

    private @Nullable String lines(
            String field, Map<String, String> texts, @Nullable String before) {
        @Nullable String written = texts.get(field);
        @Nullable String corrected =
                written == null
                        ? before
                        : PlainText.lines(field, written, SubmissionReader.MAXIMUM_TEXT, problems);
        amend(field, before, corrected);
        return corrected;
    }

    private void amend(String field, @Nullable String before, @Nullable String after) {
        if (!Objects.equals(before, after)) {
            amendments.add(new Amendment(field, shortened(before), shortened(after)));
        }
    }

    private static String joined(List<String> values) {
        return String.join(", ", values);
    }

    private static @Nullable String shortened(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        int end = text.offsetByCodePoints(0, Math.min(KEPT, PlainText.length(text)));
        while (text.substring(0, end).getBytes(UTF_8).length > KEPT_BYTES) {
            end = text.offsetByCodePoints(end, -1);
        }
        return end == text.length() ? text : text.substring(0, end) + "…";
    }
}
