package app.prtosales.intake;

import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.Person;
import app.prtosales.intake.ImportPlacements.Row;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.SameName;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the outcomes in a row of past placements: the sequence it is in and the deal it was used
/// in.
///
/// @param byId the accounts by id, and by the id in lower case where no account has that
/// @param byName the accounts by [SameName#key]; of those with the same name, the first
/// @param sequences the names of the sequences, as an error lists them
record OutcomeReader(
        Directory directory,
        Map<String, TargetAccount> byId,
        Map<String, TargetAccount> byName,
        KnownSegments segments,
        String sequences) {

    private static final int MAXIMUM_NAME = 200;

    /// How many characters of a cell an error quotes.
    private static final int QUOTED = 40;

    static OutcomeReader of(Directory store) {
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
        return new OutcomeReader(
                directory,
                byId,
                byName,
                KnownSegments.of(directory.segmentNames()),
                PlainText.listed(
                        directory.sequences().values().stream()
                                .map(Sequence::name)
                                .sorted()
                                .toList()));
    }

    Optional<Response> inSequence(Row row, Instant now, Problems problems) {
        String named = row.sequence();
        if (named == null) {
            if (row.stage() != null) {
                problems.add("stage", "Enter the sequence this stage belongs to");
            }
            return Optional.empty();
        }
        List<Sequence> found = sequencesNamed(named);
        if (found.size() != 1) {
            problems.add(
                    "sequence", found.isEmpty() ? unknownSequence(named) : ambiguous(named, found));
            return Optional.empty();
        }
        Sequence sequence = found.getFirst();
        String stage = row.stage();
        Optional<String> known = stage == null ? Optional.empty() : sequence.stage(stage.strip());
        if (known.isEmpty()) {
            String names = PlainText.listed(sequence.stages());
            problems.add(
                    "stage",
                    stage == null
                            ? "Enter a stage of %s: %s".formatted(sequence.name(), names)
                            : "Replace “%s” with a stage of %s: %s"
                                    .formatted(shortened(stage), sequence.name(), names));
            return Optional.empty();
        }
        return Optional.of(new InSequence(sequence.id(), now, known.get()));
    }

    /// @param at when the story was published, used because nobody knows when it was used; the time
    ///   of the import would count it in the wrong week
    Optional<Response> used(Row row, Person by, Instant at, Problems problems) {
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
            problems.add("how", unknownWay(asWritten));
            return Optional.empty();
        }
        Optional<TargetAccount> account = account(written);
        return Optional.of(
                account.map(each ->
                                new Referenced(
                                        person(each, by), at, each.id(), each.name(), how.get()))
                        .orElseGet(() -> new Referenced(by.id(), at, null, written, how.get())));
    }

    /// An exact id is one sequence; a name, or an id in another case, may be several.
    private List<Sequence> sequencesNamed(String idOrName) {
        Collection<Sequence> all = directory.sequences().values();
        return all.stream()
                .filter(each -> each.id().value().equals(idOrName.strip()))
                .findFirst()
                .map(List::of)
                .orElseGet(() ->
                        all.stream()
                                .filter(each -> is(idOrName, each.id().value(), each.name()))
                                .toList());
    }

    private static String ambiguous(String named, List<Sequence> found) {
        return "You have several sequences called “%s”. Enter the ID of one: %s"
                .formatted(
                        shortened(named),
                        PlainText.listed(
                                found.stream().map(each -> each.id().value()).sorted().toList()));
    }

    private String unknownSequence(String named) {
        return "“%s” isn’t on your list of sequences. Your list has %s"
                .formatted(shortened(named), sequences.isEmpty() ? "none yet" : sequences);
    }

    private static String unknownWay(@Nullable String written) {
        String known = Words.all(How.class).replace('-', ' ');
        return written == null
                ? "Say how it was used, with one of these: " + known
                : "Replace “%s” with one of these: %s".formatted(shortened(written), known);
    }

    private static String shortened(String text) {
        return PlainText.shortened(text.strip(), QUOTED);
    }

    private static String person(TargetAccount account, Person by) {
        return account.rep() == null ? by.id() : account.rep().value();
    }

    private static boolean is(String written, String id, String name) {
        return written.strip().equalsIgnoreCase(id)
                || SameName.key(written).equals(SameName.key(name));
    }

    /// An id in another case means its account, but in some CRMs two ids differ by nothing else.
    private Optional<TargetAccount> account(String idOrName) {
        String id = idOrName.strip();
        return Optional.ofNullable(byId.get(id))
                .or(() -> Optional.ofNullable(byId.get(id.toLowerCase(Locale.ROOT))))
                .or(() -> Optional.ofNullable(byName.get(SameName.key(idOrName))));
    }
}
