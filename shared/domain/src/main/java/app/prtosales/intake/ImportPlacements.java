package app.prtosales.intake;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.directory.Directory;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.intake.AdmitPlacement.Admitted;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import app.prtosales.placement.Story;
import app.prtosales.placement.StoryKey;
import app.prtosales.response.Response;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Responses;
import app.prtosales.text.FieldError;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Imports past placements (R4.8). Nobody is emailed about them; the file also says which sequences
/// they are in and which deals they were used in. Importing the same file again changes nothing.
public final class ImportPlacements {

    /// Larger imports have to be split into several files.
    public static final int MAXIMUM_ROWS = 2_000;

    private static final int WRITES_AT_ONCE = 16;

    private final Placements placements;
    private final EarlierStories earlier;
    private final AdmitPlacement admit;
    private final Responses responses;
    private final People people;
    private final Directory directory;
    private final InstantSource clock;

    public ImportPlacements(
            Placements placements,
            Responses responses,
            People people,
            Directory directory,
            InstantSource clock) {
        this.placements = placements;
        this.earlier = new EarlierStories(placements);
        this.admit = new AdmitPlacement(placements);
        this.responses = responses;
        this.people = people;
        this.directory = directory;
        this.clock = clock;
    }

    /// One row of a file.
    ///
    /// @param name the row's position as the sender finds it: `line 12` or `items[11]`
    /// @param sequence the sequence the placement is in, by id or name; null if none
    /// @param account the account it was used at, by id or name; null if it was not used
    /// @param how how it was used; null if no account is named
    public record Row(
            String name,
            Submission submission,
            @Nullable String sequence,
            @Nullable String stage,
            @Nullable String account,
            @Nullable String how) {

        /// One of its fields, as the sender finds it: `line 12: outlet` or `items[11].outlet`.
        private String at(String field) {
            return name + (name.endsWith("]") ? "." : ": ") + field;
        }
    }

    /// @param dryRun only report what would happen
    /// @param skipBad import the good rows even if there are bad ones
    public record Options(boolean dryRun, boolean skipBad) {}

    /// The result of an import.
    ///
    /// @param stored whether anything was stored: false for a dry run, and if a bad row stopped the
    ///   import
    /// @param added ids of the new placements
    /// @param known ids of the placements that already have the story
    /// @param errors every bad row, with its field
    /// @param warnings values that were accepted but should be checked
    public record Outcome(
            boolean stored,
            List<String> added,
            List<String> known,
            int inSequences,
            int usedInDeals,
            List<FieldError> errors,
            List<FieldError> warnings) {}

    /// A row that passed all checks.
    private record Good(Row row, Placement placement, List<Response> recorded) {}

    /// What an import does with a row.
    ///
    /// @param placement the new one, or the one that has the story already
    /// @param wasWithdrawn whether the story was withdrawn before
    private record Taken(Good good, Placement placement, boolean isNew, boolean wasWithdrawn) {

        /// Only for an imported placement: for others, sequence owners and reps answer (R2.2).
        List<Response> recorded() {
            return placement.backfill() ? good.recorded() : List.of();
        }
    }

    /// Every bad row with its field; nothing is stored.
    public List<FieldError> problems(List<Row> rows, Person by) {
        return run(rows, by, new Options(true, false)).errors();
    }

    public Outcome run(List<Row> rows, Person by, Options options) {
        RowReader reader = new RowReader(by, clock.instant(), OutcomeReader.of(directory));
        List<Good> good = rows.stream().flatMap(row -> reader.read(row).stream()).toList();
        Problems problems = reader.problems;
        Problems warnings = reader.warnings;
        boolean stores = !options.dryRun() && (!problems.any() || options.skipBad());
        if (stores) {
            people.remember(by);
        }
        List<Taken> taken =
                Concurrently.map(
                        good, WRITES_AT_ONCE, each -> stores ? store(each) : foreseen(each));
        taken.forEach(each -> warn(each, warnings));
        return new Outcome(
                stores,
                ids(taken, true),
                ids(taken, false),
                count(taken, InSequence.class),
                count(taken, Referenced.class),
                problems.asList(),
                warnings.asList());
    }

    private static void warn(Taken taken, Problems warnings) {
        Good good = taken.good();
        Placement placement = taken.placement();
        if (taken.wasWithdrawn()) {
            warnings.add(
                    good.row().at(identity(good)),
                    "This story was withdrawn before. Importing it adds it as a new one");
        }
        if (good.recorded().isEmpty()) {
            return;
        }
        String field = good.row().at(good.row().sequence() == null ? "account" : "sequence");
        if (!placement.backfill()) {
            warnings.add(
                    field,
                    "This story wasn’t imported, so its sequence and deal aren’t taken from the file: its sequence’s owner and the reps record them");
        } else if (placement.forwardability() != Forwardability.GREEN) {
            warnings.add(
                    field,
                    placement.forwardability() == Forwardability.AMBER
                            ? "This story is Amber, so its sequence and deal don’t count until it’s Green"
                            : "This story is Red, so its sequence and deal don’t count");
        }
    }

    private static List<String> ids(List<Taken> taken, boolean areNew) {
        return taken.stream()
                .filter(each -> each.isNew() == areNew)
                .map(each -> each.placement().id().value())
                .toList();
    }

    private static int count(List<Taken> taken, Class<? extends Response> kind) {
        return (int)
                taken.stream()
                        .flatMap(each -> each.recorded().stream())
                        .filter(kind::isInstance)
                        .count();
    }

    /// Reads the rows of one file in order, and collects what is wrong with them.
    private static final class RowReader {

        final Problems problems = new Problems();
        final Problems warnings = new Problems();

        private final Person by;
        private final Instant now;
        private final OutcomeReader outcomes;

        /// The name of the first row with each story.
        private final Map<StoryKey, String> seen = new HashMap<>();

        RowReader(Person by, Instant now, OutcomeReader outcomes) {
            this.by = by;
            this.now = now;
            this.outcomes = outcomes;
        }

        /// The row, if it passes all checks.
        Optional<Good> read(Row row) {
            Reading reading = SubmissionReader.read(row.submission(), outcomes.segments(), now);
            List<FieldError> wrong = new ArrayList<>();
            if (reading instanceof Reading.Invalid(var errors)) {
                wrong.addAll(errors);
            }
            Problems own = new Problems();
            Optional<Response> inSequence = outcomes.inSequence(row, now, own);
            Instant at =
                    reading instanceof Reading.Valid read ? read.draft().publication().at() : now;
            Optional<Response> used = outcomes.used(row, by, at, own);
            wrong.addAll(own.asList());
            wrong.forEach(error -> problems.add(row.at(error.field()), message(error)));
            if (!wrong.isEmpty() || !(reading instanceof Reading.Valid valid)) {
                return Optional.empty();
            }
            valid.warnings().forEach(each -> warnings.add(row.at(each.field()), each.message()));
            List<Response> recorded = new ArrayList<>();
            inSequence.ifPresent(recorded::add);
            used.ifPresent(recorded::add);
            Placement placement = Placement.accepted(valid.draft(), by.id(), now);
            return Optional.of(new Good(row, placement, recorded)).filter(this::isFirst);
        }

        private boolean isFirst(Good good) {
            String first = seen.putIfAbsent(good.placement().story().key(), good.row().name());
            if (first != null) {
                problems.add(good.row().name(), "This is the same story as " + first);
            }
            return first == null;
        }

        /// Every row is a backfill without saying so, hence the only error about that: a later
        /// date.
        private static String message(FieldError error) {
            return error.field().equals("backfill")
                    ? "This story isn’t published yet. Check the date, or submit the story with the form"
                    : error.message();
        }
    }

    /// The field that tells which story it is.
    private static String identity(Good good) {
        return good.placement().story().url() == null ? "headline" : "url";
    }

    private Taken foreseen(Good good) {
        @Nullable String pasted = good.row().submission().url();
        Story story = good.placement().story();
        return earlier.holderOf(pasted, story)
                .map(holder -> earlier.present(holder, pasted, story))
                .map(present ->
                        present.canBeResubmitted()
                                ? new Taken(
                                        good,
                                        good.placement().named(earlier.nextId(present)),
                                        true,
                                        true)
                                : new Taken(good, present, false, false))
                .orElseGet(() -> new Taken(good, good.placement(), true, false));
    }

    private Taken store(Good good) {
        Placement placement = good.placement();
        String by = placement.submittedBy().getFirst();
        HistoryEntry entry =
                new HistoryEntry(
                        placement.id().value(),
                        placement.acceptedAt(),
                        by,
                        "imported from the past",
                        null);
        Submission submission = good.row().submission();
        Request request = new Request(by, submission.digest(), null);
        Admitted admitted = admit.admit(submission.url(), placement, request, entry);
        Placement first = admitted.existing().map(this::original).orElse(admitted.placement());
        boolean isNew = admitted.admission() instanceof Admission.Added;
        Taken taken = new Taken(good, first, isNew, isNew && !first.id().equals(placement.id()));
        for (Response each : taken.recorded()) {
            responses.add(
                    first,
                    each,
                    new HistoryEntry(
                            first.id().value(), placement.acceptedAt(), by, imported(each), null));
        }
        return taken;
    }

    private static String imported(Response recorded) {
        return recorded instanceof Referenced used
                ? "imported: used in a deal at " + used.accountName()
                : "imported: in a sequence";
    }

    private Placement original(PlacementId id) {
        return placements.findOriginal(id).orElseThrow();
    }
}
