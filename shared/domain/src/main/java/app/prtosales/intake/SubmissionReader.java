package app.prtosales.intake;

import app.prtosales.placement.Draft;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Note;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Story;
import app.prtosales.placement.Tone;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.Invisible;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.ReaderClock;
import app.prtosales.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a submission: checks every field and reports all errors at once.
public final class SubmissionReader {

    /// Coverage older than this is rarely news, so PR has to confirm that it should be sent (R4.8).
    public static final Duration NEWS = Duration.ofDays(30);

    public static final int MAXIMUM_OUTLET = 200;
    static final int MAXIMUM_HEADLINE = 2_000;
    static final int MAXIMUM_SHORT = 300;
    static final int MAXIMUM_TEXT = 4_000;
    private static final int MAXIMUM_PERSONAS = 10;

    /// How many characters of a text an error quotes.
    private static final int QUOTED = 40;

    private static final String NO_LINE =
            "Reps have no line for customers who ask. Their email asks them not to comment and to send questions to PR. Add a line with a correction";

    static final String ALWAYS_RED = "negative coverage is always red";

    private final KnownSegments knownSegments;

    private final Instant now;
    private final Problems problems;
    private final Problems warnings = new Problems();

    /// @param knownSegments ids of the directory's segments
    /// @param problems collects the errors
    SubmissionReader(Set<String> knownSegments, Instant now, Problems problems) {
        this(KnownSegments.of(knownSegments), now, problems);
    }

    private SubmissionReader(KnownSegments knownSegments, Instant now, Problems problems) {
        this.knownSegments = knownSegments;
        this.now = now;
        this.problems = problems;
    }

    /// @param knownSegments ids of the directory's segments
    public static Reading read(Submission submission, Set<String> knownSegments, Instant now) {
        return new SubmissionReader(knownSegments, now, new Problems()).read(submission);
    }

    /// For a person's file, whose errors name the segments as people do.
    static Reading read(Submission submission, KnownSegments knownSegments, Instant now) {
        return new SubmissionReader(knownSegments, now, new Problems()).read(submission);
    }

    private Reading read(Submission from) {
        @Nullable WebAddress url = url(from.url());
        String outlet = PlainText.requiredLine("outlet", from.outlet(), MAXIMUM_OUTLET, problems);
        String headline =
                PlainText.requiredLine("headline", from.headline(), MAXIMUM_HEADLINE, problems);
        Format format = choice(Format.class, "format", from.format(), true, Format.NEWS_MENTION);
        Tone tone = choice(Tone.class, "tone", from.tone(), false, Tone.POSITIVE);
        Forwardability forwardability =
                choice(
                        Forwardability.class,
                        "forwardability",
                        from.forwardability(),
                        false,
                        Forwardability.AMBER);
        @Nullable Publication publication =
                new PublicationReader(now, problems, warnings)
                        .read(from.publishedAt(), from.zone());
        List<String> segments = segments(from.segments());
        String note = note(from.note());
        Story story =
                new Story(
                        url,
                        outlet,
                        headline,
                        format,
                        tone,
                        PlainText.oneLine("topic", from.topic(), MAXIMUM_SHORT, problems),
                        PlainText.oneLine(
                                "spokesperson", from.spokesperson(), MAXIMUM_SHORT, problems),
                        PlainText.lines("quote", from.quote(), MAXIMUM_TEXT, problems),
                        PlainText.lines(
                                "whyItMatters", from.whyItMatters(), MAXIMUM_TEXT, problems),
                        holdingLine(from, tone));
        List<String> personas = personas(from.personas());
        if (publication == null) {
            return new Reading.Invalid(problems.asList());
        }
        boolean backfill = backfill(from.backfill(), publication);
        if (problems.any()) {
            return new Reading.Invalid(problems.asList());
        }
        if (format == Format.SPONSORED && tone == Tone.NEGATIVE) {
            warnings.add("tone", "Sponsored content marked negative: is that right?");
        }
        if (tone == Tone.NEGATIVE && forwardability == Forwardability.GREEN) {
            warnings.add("forwardability", "It is red instead: " + ALWAYS_RED);
        }
        if (!backfill && tone != Tone.NEGATIVE) {
            warnIfExpired(format, publication);
        }
        return new Reading.Valid(
                new Draft(
                        story,
                        new Note(note, segments, personas),
                        publication,
                        tone == Tone.NEGATIVE ? Forwardability.RED : forwardability,
                        backfill),
                warnings.asList());
    }

    @Nullable WebAddress url(@Nullable String pasted) {
        return pasted == null || Invisible.isAllOf(pasted)
                ? null
                : WebAddress.read("url", pasted, problems);
    }

    String note(@Nullable String written) {
        if (written != null && written.strip().codePoints().anyMatch(c -> c == '\n' || c == '\r')) {
            problems.add("note", "Put the note on one line: remove the line break");
            return "";
        }
        return PlainText.requiredLine("note", written, Note.MAXIMUM_LENGTH, problems);
    }

    /// Reps get a story that has expired as Red, whatever color was chosen (R5.3).
    private void warnIfExpired(Format format, Publication publication) {
        Instant end = publication.at().plus(format.shelfLife());
        if (!end.isAfter(now)) {
            warnings.add(
                    "publishedAt",
                    "It expired on %s, %d days after it was published, so reps get it as “Red: Do not use.” If it’s still true, choose “Expiration” on the story’s page and pick a new date"
                            .formatted(
                                    new ReaderClock(publication.zone(), now).day(end),
                                    format.shelfLife().toDays()));
        }
    }

    private @Nullable String holdingLine(Submission from, Tone tone) {
        @Nullable String line =
                PlainText.oneLine("holdingLine", from.holdingLine(), MAXIMUM_SHORT, problems);
        if (line == null) {
            warnIfNoLine(tone, Boolean.TRUE.equals(from.backfill()), warnings);
        }
        return line;
    }

    /// Nobody is emailed about a backfill, so it needs no holding line.
    static void warnIfNoLine(Tone tone, boolean backfill, Problems warnings) {
        if (tone == Tone.NEGATIVE && !backfill) {
            warnings.add("holdingLine", NO_LINE);
        }
    }

    List<String> segments(List<String> written) {
        if (knownSegments.names().isEmpty() && !problems.about("segments")) {
            problems.add(
                    "segments",
                    "There are no segments yet. Sales ops has to load the list of segments first");
        }
        Set<String> chosen = new LinkedHashSet<>();
        for (String segment : written) {
            String id = segment.strip();
            if (knownSegments.contains(id)) {
                chosen.add(id);
            } else if (!problems.about("segments")) {
                problems.add("segments", unknownSegment(id));
            }
        }
        if (chosen.isEmpty() && !problems.about("segments")) {
            problems.add(
                    "segments",
                    "Choose at least one segment: %s".formatted(knownSegments.listed()));
        }
        return List.copyOf(chosen);
    }

    private String unknownSegment(String written) {
        String quoted = PlainText.shortened(written, QUOTED);
        List<String> sameName = knownSegments.named(written);
        return sameName.size() > 1
                ? "“%s” is the name of %d segments. Enter the ID of one: %s"
                        .formatted(quoted, sameName.size(), PlainText.listed(sameName))
                : "“%s” isn’t one of your segments. Choose from %s%s"
                        .formatted(
                                quoted,
                                knownSegments.listed(),
                                written.contains(",") ? ". Separate several with “;”" : "");
    }

    List<String> personas(List<String> written) {
        Set<String> personas = new LinkedHashSet<>();
        for (String each : written) {
            @Nullable String persona = PlainText.oneLine("personas", each, 60, problems);
            if (persona != null) {
                personas.add(persona);
            }
        }
        if (personas.size() > MAXIMUM_PERSONAS) {
            problems.add("personas", "Enter at most %d roles".formatted(MAXIMUM_PERSONAS));
        }
        return List.copyOf(personas);
    }

    /// @param otherwise the value if the field is missing or wrong
    private <E extends Enum<E>> E choice(
            Class<E> choices,
            String field,
            @Nullable String written,
            boolean required,
            E otherwise) {
        if (written == null || Invisible.isAllOf(written)) {
            if (required) {
                problems.add(field, "Choose a %s: %s".formatted(field, Words.all(choices)));
            }
            return otherwise;
        }
        Optional<E> chosen = Words.read(choices, written);
        if (chosen.isEmpty()) {
            problems.add(
                    field,
                    "Replace “%s” with one of these: %s"
                            .formatted(
                                    PlainText.shortened(written.strip(), QUOTED),
                                    Words.all(choices)));
        }
        return chosen.orElse(otherwise);
    }

    private boolean backfill(@Nullable Boolean answered, Publication publication) {
        boolean old = publication.at().isBefore(now.minus(NEWS));
        if (answered == null && old) {
            problems.add(
                    "backfill",
                    "This is more than 30 days old. Choose whether to keep it as history or send it to every rep now");
        }
        if (Boolean.TRUE.equals(answered) && publication.at().isAfter(now)) {
            problems.add(
                    "backfill",
                    "Choose to send it: it isn’t published yet, so it can’t be history");
        }
        return Boolean.TRUE.equals(answered);
    }
}
