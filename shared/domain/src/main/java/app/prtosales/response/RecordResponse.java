package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.HistoryEntry;
import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.TakenBack;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.text.FieldError;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.Words;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a link in a mail opens, and the one thing that it does (R5.8). Opening changes nothing.
public final class RecordResponse {

    /// The choice that a form asks for, so that a scanner that presses its button records nothing.
    public static final String CHOICE = "choice";

    public static final String READ = "read";
    public static final String NOT_YET = "not-yet";

    private static final int MAXIMUM_ACCOUNT = 200;

    private final Placements placements;
    private final Directory directory;
    private final Responses responses;
    private final LinkTokens tokens;
    private final InstantSource clock;

    public RecordResponse(
            Placements placements,
            Directory directory,
            Responses responses,
            LinkTokens tokens,
            InstantSource clock) {
        this.placements = placements;
        this.directory = directory;
        this.responses = responses;
        this.tokens = tokens;
        this.clock = clock;
    }

    /// What a link opens.
    public sealed interface Opened {

        /// A rep may acknowledge.
        record ToAcknowledge(Placement placement, Rep rep) implements Opened {}

        /// A rep may say where it was used.
        ///
        /// @param accounts the rep's own first, target accounts before the others
        record ToReference(Placement placement, Rep rep, List<TargetAccount> accounts)
                implements Opened {}

        /// A sequence owner may say in which stage it is.
        record ToSequence(Placement placement, Sequence sequence) implements Opened {}

        /// The placement was withdrawn or retracted; there is nothing to do.
        record TakenBack(Placement placement) implements Opened {}

        /// Forged, expired, or about somebody or something that is no more: always the same answer.
        record NotALink() implements Opened {}
    }

    /// What came of pressing the button.
    public sealed interface Outcome {

        record Recorded(Placement placement, Response response) implements Outcome {}

        /// It was recorded before; it counts once.
        record AlreadyRecorded(Placement placement, Response response) implements Outcome {}

        /// The rep said that it is still to be read; nothing is recorded of that.
        record NotYet(Placement placement) implements Outcome {}

        /// Nothing was recorded; the page is shown again with what is wrong.
        record Invalid(Opened opened, List<FieldError> errors) implements Outcome {}

        record Refused(Opened opened) implements Outcome {}
    }

    /// Reads a link. This writes nothing, however often it is called, and by whomever.
    public Opened open(String token) {
        Optional<Link> link = tokens.read(token, clock.instant());
        return link.isEmpty() ? new Opened.NotALink() : open(link.get());
    }

    /// Does what the link is for.
    ///
    /// @param form the fields of the page behind the link
    public Outcome record(String token, Map<String, String> form) {
        Optional<Link> link = tokens.read(token, clock.instant());
        if (link.isEmpty()) {
            return new Outcome.Refused(new Opened.NotALink());
        }
        Opened opened = open(link.get());
        return switch (opened) {
            case Opened.ToAcknowledge page -> acknowledge(page, form);
            case Opened.ToReference page -> reference(page, form);
            case Opened.ToSequence page -> inSequence(page, form);
            case Opened.TakenBack refused -> new Outcome.Refused(refused);
            case Opened.NotALink refused -> new Outcome.Refused(refused);
        };
    }

    private Opened open(Link link) {
        if (link.purpose() == Purpose.AUDIT) {
            return new Opened.NotALink();
        }
        Optional<Placement> found = placements.find(link.placement()).map(this::firstOf);
        if (found.isEmpty()) {
            return new Opened.NotALink();
        }
        Placement placement = found.get();
        if (placement.status().isOver()) {
            return new Opened.TakenBack(placement);
        }
        if (link.purpose() == Purpose.SEQUENCE) {
            Sequence sequence = directory.sequences().get(link.person());
            return sequence == null
                    ? new Opened.NotALink()
                    : new Opened.ToSequence(placement, sequence);
        }
        Optional<Rep> rep = directory.roster().find(link.person()).filter(Rep::active);
        if (rep.isEmpty()) {
            return new Opened.NotALink();
        }
        return link.purpose() == Purpose.ACKNOWLEDGE
                ? new Opened.ToAcknowledge(placement, rep.get())
                : new Opened.ToReference(placement, rep.get(), accounts(rep.get()));
    }

    /// What turned out to be a copy belongs to the first: a use of it is a use of that (R5.4).
    private Placement firstOf(Placement placement) {
        TakenBack back = placement.changes().takenBack();
        PlacementId first = back == null ? null : back.copyOf();
        return first == null ? placement : placements.find(first).orElse(placement);
    }

    private List<TargetAccount> accounts(Rep rep) {
        return directory.accounts().stream()
                .filter(account -> rep.id().equals(account.rep()))
                .sorted(
                        Comparator.comparing((TargetAccount account) -> !account.target())
                                .thenComparing(TargetAccount::name))
                .toList();
    }

    private Outcome acknowledge(Opened.ToAcknowledge page, Map<String, String> form) {
        String choice = form.getOrDefault(CHOICE, "");
        if (choice.equals(NOT_YET)) {
            return new Outcome.NotYet(page.placement());
        }
        if (!choice.equals(READ)) {
            return invalid(page, CHOICE, "choose one of the two");
        }
        return record(
                page.placement(),
                new Acknowledged(page.rep().id(), clock.instant()),
                "acknowledged");
    }

    private Outcome reference(Opened.ToReference page, Map<String, String> form) {
        Problems problems = new Problems();
        String chosen = form.getOrDefault("account", "");
        @Nullable String typed =
                PlainText.oneLine(
                        "accountName", form.get("accountName"), MAXIMUM_ACCOUNT, problems);
        Optional<TargetAccount> account =
                page.accounts().stream().filter(each -> each.id().equals(chosen)).findFirst();
        if (account.isEmpty() && typed == null && !problems.any()) {
            problems.add("account", "choose one of your accounts, or type its name");
        }
        Optional<How> how = Words.read(How.class, form.getOrDefault("how", ""));
        if (how.isEmpty()) {
            problems.add("how", "choose how you used it");
        }
        if (problems.any() || how.isEmpty()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        Instant now = clock.instant();
        Referenced reference =
                account.map(each ->
                                new Referenced(
                                        page.rep().id(), now, each.id(), each.name(), how.get()))
                        .orElseGet(() -> typed(page.rep(), now, typed, how.get()));
        return record(
                page.placement(),
                reference,
                "used on a deal at %s: %s"
                        .formatted(reference.accountName(), reference.how().label()));
    }

    /// A typed name that is an account of the directory is that account, whoever works it.
    private Referenced typed(Rep rep, Instant now, @Nullable String name, How how) {
        String written = name == null ? "" : name;
        return directory.accounts().stream()
                .filter(account -> account.name().equalsIgnoreCase(written))
                .findFirst()
                .map(account -> new Referenced(rep.id(), now, account.id(), account.name(), how))
                .orElseGet(() -> new Referenced(rep.id(), now, null, written, how));
    }

    private Outcome inSequence(Opened.ToSequence page, Map<String, String> form) {
        String stage = form.getOrDefault("stage", "");
        if (!page.sequence().stages().contains(stage)) {
            return invalid(page, "stage", "choose the stage you added it to");
        }
        return record(
                page.placement(),
                new InSequence(page.sequence().id(), clock.instant(), stage),
                "added to %s, stage %s".formatted(page.sequence().name(), stage));
    }

    private Outcome record(Placement placement, Response response, String what) {
        HistoryEntry entry =
                new HistoryEntry(
                        placement.id().value(), response.at(), response.person(), what, null);
        return responses.add(placement.id(), response, entry)
                ? new Outcome.Recorded(placement, response)
                : new Outcome.AlreadyRecorded(placement, response);
    }

    private static Outcome invalid(Opened page, String field, String message) {
        return new Outcome.Invalid(page, List.of(new FieldError(field, message)));
    }
}
