package app.prtosales.intake;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.intake.AdmitPlacement.Admitted;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import app.prtosales.placement.Story;
import app.prtosales.placement.StoryKey;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Responses;
import app.prtosales.text.FieldError;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.SameName;
import app.prtosales.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Imports past placements (R4.8). Nobody is emailed about them; the file also says which sequences
/// they are in and which deals they were used in. Importing the same file again changes nothing.
public final class ImportPlacements {

    /// Larger imports have to be split into several files.
    public static final int MAXIMUM_ROWS = 2_000;

    private static final int MAXIMUM_NAME = 200;
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

    /// The lists that rows refer to.
    ///
    /// @param byId the accounts by id, and by the id in lower case where no account has that
    /// @param byName the accounts by [SameName#key]; of those with the same name, the first
    private record Lists(
            Directory directory,
            Map<String, TargetAccount> byId,
            Map<String, TargetAccount> byName) {

        static Lists current(Directory store) {
            Directory directory =
                    store.with(Set.of(ListName.SEGMENTS, ListName.SEQUENCES, ListName.ACCOUNTS));
            Map<String, TargetAccount> byId = new HashMap<>();
            Map<String, TargetAccount> byName = new HashMap<>();
            List<TargetAccount> accounts = directory.accounts();
            accounts.forEach(account -> byId.put(account.id().value(), account));
            for (TargetAccount account : accounts) {
                byId.putIfAbsent(account.id().value().toLowerCase(Locale.ROOT), account);
                byName.putIfAbsent(SameName.key(account.name()), account);
            }
            return new Lists(directory, byId, byName);
        }

        /// An id in another case means its account, but in some CRMs two ids differ by nothing
        /// else.
        Optional<TargetAccount> account(String idOrName) {
            String id = idOrName.strip();
            return Optional.ofNullable(byId.get(id))
                    .or(() -> Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT))))
                    .or(() -> Optional.ofNullable(byName.get(SameName.key(idOrName))));
        }
    }

    /// What an import does with a row.
    ///
    /// @param id of the new placement, or of the one that has the story already
    /// @param cameAgain whether the story was withdrawn before
    private record Taken(PlacementId id, boolean isNew, boolean cameAgain) {}

    /// Every bad row with its field; nothing is stored.
    public List<FieldError> problems(List<Row> rows, Person by) {
        return run(rows, by, new Options(true, false)).errors();
    }

    public Outcome run(List<Row> rows, Person by, Options options) {
        Instant now = clock.instant();
        Lists lists = Lists.current(directory);
        Problems problems = new Problems();
        Problems warnings = new Problems();
        List<Good> good = new ArrayList<>();
        Map<StoryKey, String> seen = new HashMap<>();
        for (Row row : rows) {
            read(row, by, now, lists, problems, warnings)
                    .filter(each -> isFirst(each, seen, problems))
                    .ifPresent(good::add);
        }
        boolean stores = !options.dryRun() && (!problems.any() || options.skipBad());
        if (stores) {
            people.remember(by);
        }
        List<Taken> taken =
                Concurrently.map(
                        good, WRITES_AT_ONCE, each -> stores ? store(each) : foreseen(each));
        List<String> added = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            (taken.get(i).isNew() ? added : known).add(taken.get(i).id().value());
            if (taken.get(i).cameAgain()) {
                warnings.add(
                        good.get(i).row().at(identity(good.get(i))),
                        "This story was withdrawn before. Importing it adds it as a new one");
            }
        }
        return new Outcome(
                stores,
                added,
                known,
                count(good, InSequence.class),
                count(good, Referenced.class),
                problems.asList(),
                warnings.asList());
    }

    private static int count(List<Good> good, Class<? extends Response> kind) {
        return (int)
                good.stream()
                        .flatMap(each -> each.recorded().stream())
                        .filter(kind::isInstance)
                        .count();
    }

    private static boolean isFirst(Good good, Map<StoryKey, String> seen, Problems problems) {
        String first = seen.putIfAbsent(good.placement().story().key(), good.row().name());
        if (first != null) {
            problems.add(good.row().name(), "This is the same story as " + first);
        }
        return first == null;
    }

    private Optional<Good> read(
            Row row, Person by, Instant now, Lists lists, Problems problems, Problems warnings) {
        Submission submission = row.submission();
        Reading reading = SubmissionReader.read(submission, lists.directory().segmentIds(), now);
        List<FieldError> wrong = new ArrayList<>();
        if (reading instanceof Reading.Invalid(var errors)) {
            wrong.addAll(errors);
        }
        Problems own = new Problems();
        Optional<Response> inSequence = inSequence(row, now, lists.directory(), own);
        Optional<Response> used =
                used(
                        row,
                        by,
                        reading instanceof Reading.Valid read
                                ? read.draft().publication().at()
                                : now,
                        lists,
                        own);
        wrong.addAll(own.asList());
        wrong.forEach(error -> problems.add(row.at(error.field()), error.message()));
        if (!wrong.isEmpty() || !(reading instanceof Reading.Valid valid)) {
            return Optional.empty();
        }
        valid.warnings().forEach(each -> warnings.add(row.at(each.field()), each.message()));
        List<Response> recorded = new ArrayList<>();
        inSequence.ifPresent(recorded::add);
        used.ifPresent(recorded::add);
        return Optional.of(
                new Good(row, Placement.accepted(valid.draft(), by.id(), now), recorded));
    }

    private static Optional<Response> inSequence(
            Row row, Instant now, Directory lists, Problems problems) {
        String named = row.sequence();
        if (named == null) {
            if (row.stage() != null) {
                problems.add("stage", "Enter the sequence this stage belongs to");
            }
            return Optional.empty();
        }
        Optional<Sequence> sequence =
                lists.sequences().values().stream()
                        .filter(each -> is(named, each.id().value(), each.name()))
                        .min(
                                Comparator.comparing(
                                        each -> !each.id().value().equals(named.strip())));
        if (sequence.isEmpty()) {
            problems.add("sequence", "Enter a sequence from your list, by its name or ID");
            return Optional.empty();
        }
        String stage = row.stage();
        Optional<String> known =
                stage == null
                        ? Optional.empty()
                        : sequence.get().stages().stream()
                                .filter(stage.strip()::equalsIgnoreCase)
                                .findFirst();
        if (known.isEmpty()) {
            problems.add(
                    "stage",
                    "Enter one of the sequence’s stages: %s"
                            .formatted(String.join(", ", sequence.get().stages())));
            return Optional.empty();
        }
        return Optional.of(new InSequence(sequence.get().id(), now, known.get()));
    }

    /// @param at when the story was published, used because nobody knows when it was used; the time
    ///   of the import would count it in the wrong week
    private static Optional<Response> used(
            Row row, Person by, Instant at, Lists lists, Problems problems) {
        String written = PlainText.oneLine("account", row.account(), MAXIMUM_NAME, problems);
        if (written == null) {
            if (row.how() != null && !problems.about("account")) {
                problems.add("how", "Enter the account where it was used");
            }
            return Optional.empty();
        }
        String asWritten = row.how();
        Optional<How> how =
                asWritten == null
                        ? Optional.empty()
                        : Words.read(How.class, asWritten.replace(' ', '-'));
        if (how.isEmpty()) {
            problems.add("how", "Use one of: %s".formatted(Words.all(How.class)));
            return Optional.empty();
        }
        Optional<TargetAccount> account = lists.account(written);
        return Optional.of(
                account.map(each ->
                                new Referenced(
                                        person(each, by), at, each.id(), each.name(), how.get()))
                        .orElseGet(() -> new Referenced(by.id(), at, null, written, how.get())));
    }

    private static String person(TargetAccount account, Person by) {
        return account.rep() == null ? by.id() : account.rep().value();
    }

    private static boolean is(String written, String id, String name) {
        return written.strip().equalsIgnoreCase(id)
                || SameName.key(written).equals(SameName.key(name));
    }

    /// The field that tells which story it is.
    private static String identity(Good good) {
        return good.placement().story().url() == null ? "headline" : "url";
    }

    private Taken foreseen(Good good) {
        @Nullable String pasted = good.row().submission().url();
        Story story = good.placement().story();
        return earlier.telling(pasted, story)
                .map(holder -> earlier.present(holder, pasted, story))
                .map(present ->
                        present.canBeResubmitted()
                                ? new Taken(earlier.again(present), true, true)
                                : new Taken(present.id(), false, false))
                .orElseGet(() -> new Taken(good.placement().id(), true, false));
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
        for (Response each : good.recorded()) {
            responses.add(
                    first,
                    each,
                    new HistoryEntry(
                            first.id().value(), placement.acceptedAt(), by, imported(each), null));
        }
        boolean isNew = admitted.admission() instanceof Admission.Added;
        return new Taken(first.id(), isNew, isNew && !first.id().equals(placement.id()));
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
