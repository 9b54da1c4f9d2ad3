package app.prtosales.response;

import app.prtosales.directory.Directory;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Sequence;
import app.prtosales.directory.TargetAccount;
import app.prtosales.history.HistoryEntry;
import app.prtosales.kit.ChampionKit;
import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.OfSequence;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Removed;
import app.prtosales.response.Response.Undone;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.text.Digest;
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
    public static final String REMOVED = "removed";

    /// In the place of a stage: the owner does not put it into the sequence.
    public static final String NOT_HERE = "~not-here";

    /// The field with the key of what is to be taken back.
    public static final String UNDO = "undo";

    private static final String ACCOUNT = "account";
    private static final String CHAMPION = "champion";
    private static final int TRIES = 5;
    private static final int MAXIMUM_CHAMPION = 120;
    private static final int MAXIMUM_REASON = 500;

    private static final int MAXIMUM_ACCOUNT = 200;

    private final Placements placements;
    private final Directory directory;
    private final Responses responses;
    private final ResponseListener followers;
    private final LinkTokens tokens;
    private final InstantSource clock;

    public RecordResponse(
            Placements placements,
            Directory directory,
            Responses responses,
            ResponseListener followers,
            LinkTokens tokens,
            InstantSource clock) {
        this.placements = placements;
        this.directory = directory;
        this.responses = responses;
        this.followers = followers;
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
        /// @param undoable what the rep recorded and can still take back
        record ToReference(
                Placement placement, Rep rep, List<TargetAccount> accounts, List<Response> undoable)
                implements Opened {}

        /// A rep may read the champion kit, and say to whom it went.
        ///
        /// @param accounts the rep's own, those with an open deal before the others
        /// @param undoable what the rep recorded and can still take back
        record ToSendKit(
                Placement placement, Rep rep, List<TargetAccount> accounts, List<Response> undoable)
                implements Opened {}

        /// A rep may say what is wrong about them.
        record ToFixRecord(Placement placement, Rep rep) implements Opened {}

        /// A sequence owner may say in which stage it is, or where else it belongs.
        ///
        /// @param answer what was answered before; null where nothing was
        /// @param others the other sequences that run, by their names
        record ToSequence(
                Placement placement,
                Sequence sequence,
                Response.@Nullable OfSequence answer,
                List<Sequence> others)
                implements Opened {}

        /// A sequence owner may say that it is taken out.
        record ToRemove(Placement placement, Sequence sequence) implements Opened {}

        /// Its shelf life has ended: it goes into no sequence any more (R5.3).
        ///
        /// @param inSequence whether the owner had confirmed it
        /// @param prOwner whom to ask where it is still true; null where the agreement names nobody
        record Ended(
                Placement placement,
                Sequence sequence,
                boolean inSequence,
                @Nullable String prOwner)
                implements Opened {}

        /// The placement was withdrawn or retracted; there is nothing to do.
        record TakenBack(Placement placement) implements Opened {}

        /// The kit may not be sent.
        ///
        /// @param why in a sentence
        record NoKit(Placement placement, String why) implements Opened {}

        /// Forged, expired, or about somebody or something that is no more: always the same answer.
        record NotALink() implements Opened {}
    }

    /// What came of pressing the button.
    public sealed interface Outcome {

        /// @param opened the page that it was recorded from
        record Recorded(Opened opened, Placement placement, Response response) implements Outcome {}

        /// It was recorded before; it counts once.
        record AlreadyRecorded(Opened opened, Placement placement, Response response)
                implements Outcome {}

        /// They said that it is still to be done; nothing is recorded of that.
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
            case Opened.ToReference page ->
                    form.containsKey(UNDO)
                            ? undo(page, page.placement(), page.rep(), page.undoable(), form)
                            : reference(page, form);
            case Opened.ToSendKit page ->
                    form.containsKey(UNDO)
                            ? undo(page, page.placement(), page.rep(), page.undoable(), form)
                            : sentKit(page, form);
            case Opened.ToFixRecord page -> fix(page, form);
            case Opened.ToSequence page -> ofSequence(page, form);
            case Opened.ToRemove page -> remove(page, form);
            case Opened.Ended refused -> new Outcome.Refused(refused);
            case Opened.TakenBack refused -> new Outcome.Refused(refused);
            case Opened.NoKit refused -> new Outcome.Refused(refused);
            case Opened.NotALink refused -> new Outcome.Refused(refused);
        };
    }

    private Opened open(Link link) {
        if (link.purpose() == Purpose.AUDIT) {
            return new Opened.NotALink();
        }
        // It is the copy itself that is taken out of a sequence.
        boolean itself = link.purpose() == Purpose.REMOVAL;
        Optional<Placement> found =
                placements
                        .find(link.placement())
                        .map(placement -> itself ? placement : firstOf(placement));
        if (found.isEmpty()) {
            return new Opened.NotALink();
        }
        Placement placement = found.get();
        return switch (link.purpose()) {
            case AUDIT -> new Opened.NotALink();
            case SEQUENCE, REMOVAL -> ofSequence(link, placement);
            case ACKNOWLEDGE, REFERENCE, KIT, RECORD ->
                    directory
                            .roster()
                            .find(link.person())
                            .filter(Rep::active)
                            .map(rep -> ofRep(link.purpose(), placement, rep))
                            .orElseGet(Opened.NotALink::new);
        };
    }

    private Opened ofSequence(Link link, Placement placement) {
        Map<String, Sequence> sequences = directory.sequences();
        Sequence sequence = sequences.get(link.person());
        if (sequence == null) {
            return new Opened.NotALink();
        }
        if (link.purpose() == Purpose.REMOVAL && !ChampionKit.isReady(placement, clock.instant())) {
            return new Opened.ToRemove(placement, sequence);
        }
        if (placement.status().isOver()) {
            return new Opened.TakenBack(placement);
        }
        Response.@Nullable OfSequence answer = answer(placement, sequence.id());
        if (placement.isExpiredAt(clock.instant())) {
            return new Opened.Ended(
                    placement,
                    sequence,
                    answer instanceof InSequence,
                    directory.agreement().prOwner());
        }
        List<Sequence> others =
                sequences.values().stream()
                        .filter(each -> !each.id().equals(sequence.id()))
                        .filter(each -> each.status() == Sequence.Status.ACTIVE)
                        .sorted(Comparator.comparing(Sequence::name))
                        .toList();
        return new Opened.ToSequence(placement, sequence, answer, others);
    }

    private Response.@Nullable OfSequence answer(Placement placement, String sequence) {
        for (Response each : Response.standing(responses.recorded(placement))) {
            if (each instanceof OfSequence answer && answer.person().equals(sequence)) {
                return answer;
            }
        }
        return null;
    }

    private Opened ofRep(Purpose purpose, Placement placement, Rep rep) {
        if (purpose == Purpose.RECORD) {
            return new Opened.ToFixRecord(placement, rep);
        }
        if (placement.status().isOver()) {
            return new Opened.TakenBack(placement);
        }
        if (purpose == Purpose.ACKNOWLEDGE) {
            return new Opened.ToAcknowledge(placement, rep);
        }
        List<TargetAccount> accounts = accounts(rep);
        if (purpose == Purpose.REFERENCE) {
            return new Opened.ToReference(
                    placement, rep, accounts, undoable(placement, rep, Referenced.class));
        }
        Optional<String> whyNot = ChampionKit.whyNot(placement, clock.instant());
        return whyNot.isPresent()
                ? new Opened.NoKit(placement, whyNot.get())
                : new Opened.ToSendKit(
                        placement, rep, accounts, undoable(placement, rep, KitSent.class));
    }

    /// What turned out to be a copy belongs to the first: a use of it is a use of that (R5.4).
    private Placement firstOf(Placement placement) {
        return placement.changes().copyOf().flatMap(placements::find).orElse(placement);
    }

    private List<TargetAccount> accounts(Rep rep) {
        Roster roster = directory.roster();
        return directory.accounts().stream()
                .filter(account -> account.isWorkedBy(rep, roster))
                .sorted(
                        Comparator.comparing((TargetAccount account) -> !account.target())
                                .thenComparing(TargetAccount::name))
                .toList();
    }

    private List<Response> undoable(Placement placement, Rep rep, Class<? extends Response> kind) {
        Instant since = clock.instant().minus(Response.UNDO);
        Roster roster = directory.roster();
        return responses.thatCount(placement).stream()
                .filter(kind::isInstance)
                .filter(each -> roster.isSame(each.person(), rep.id()))
                .filter(each -> !each.at().isBefore(since))
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
        // Under the first of the rep's ids, so that it counts once whichever link they take.
        String first = directory.roster().idsOf(page.rep().id()).getLast();
        Acknowledged read = new Acknowledged(first, clock.instant());
        return added(page.placement(), read, "acknowledged")
                ? new Outcome.Recorded(page, page.placement(), read)
                : new Outcome.AlreadyRecorded(page, page.placement(), read);
    }

    private Outcome reference(Opened.ToReference page, Map<String, String> form) {
        Problems problems = new Problems();
        Optional<Account> account = account(page.accounts(), form, problems);
        Optional<How> how = Words.read(How.class, form.getOrDefault("how", ""));
        if (how.isEmpty()) {
            problems.add("how", "choose how you used it");
        }
        @Nullable String champion =
                PlainText.oneLine(CHAMPION, form.get(CHAMPION), MAXIMUM_CHAMPION, problems);
        if (problems.any() || how.isEmpty() || account.isEmpty()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        Referenced reference =
                new Referenced(
                        page.rep().id(),
                        clock.instant(),
                        account.get().id(),
                        account.get().name(),
                        how.get(),
                        champion,
                        1);
        return record(
                page,
                page.placement(),
                reference,
                "used in a deal at %s: %s%s"
                        .formatted(
                                reference.accountName(),
                                reference.how().label(),
                                champion == null ? "" : ", and a champion there uses it"));
    }

    private Outcome sentKit(Opened.ToSendKit page, Map<String, String> form) {
        Problems problems = new Problems();
        Optional<Account> account = account(page.accounts(), form, problems);
        String champion =
                PlainText.requiredLine(CHAMPION, form.get(CHAMPION), MAXIMUM_CHAMPION, problems);
        if (problems.any() || account.isEmpty()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        KitSent sent =
                new KitSent(
                        page.rep().id(),
                        clock.instant(),
                        account.get().id(),
                        account.get().name(),
                        account.get().openDeal(),
                        champion,
                        1);
        return record(
                page,
                page.placement(),
                sent,
                "champion kit sent to a champion at %s".formatted(sent.accountName()));
    }

    /// An account that was chosen or typed.
    ///
    /// @param id null where the directory does not know it
    private record Account(@Nullable String id, String name, boolean openDeal) {

        static Account of(TargetAccount account) {
            return new Account(account.id(), account.name(), account.openDeal());
        }
    }

    /// A typed name that is an account of the directory is that account, whoever works it.
    private Optional<Account> account(
            List<TargetAccount> own, Map<String, String> form, Problems problems) {
        String chosen = form.getOrDefault(ACCOUNT, "");
        @Nullable String typed =
                PlainText.oneLine(
                        "accountName", form.get("accountName"), MAXIMUM_ACCOUNT, problems);
        Optional<TargetAccount> account =
                own.stream().filter(each -> each.id().equals(chosen)).findFirst();
        if (account.isPresent()) {
            return account.map(Account::of);
        }
        if (typed == null) {
            if (!problems.about("accountName")) {
                problems.add(ACCOUNT, "choose one of your accounts, or type its name");
            }
            return Optional.empty();
        }
        return directory.accounts().stream()
                .filter(each -> each.name().equalsIgnoreCase(typed))
                .findFirst()
                .map(Account::of)
                .or(() -> Optional.of(new Account(null, typed, false)));
    }

    /// Takes back what the rep recorded, while that is possible.
    private Outcome undo(
            Opened page,
            Placement placement,
            Rep rep,
            List<Response> undoable,
            Map<String, String> form) {
        String key = form.getOrDefault(UNDO, "");
        Optional<Response> wrong =
                undoable.stream().filter(each -> keyOf(each).equals(key)).findFirst();
        if (wrong.isEmpty()) {
            return notUndoable(page, placement, rep, key);
        }
        Undone undone = new Undone(wrong.get().person(), clock.instant(), wrong.get().subject(), 1);
        return record(page, placement, undone, "took back what was recorded " + told(wrong.get()));
    }

    /// It was taken back before, or too long ago, or is nothing of theirs.
    private Outcome notUndoable(Opened page, Placement placement, Rep rep, String key) {
        Roster roster = directory.roster();
        List<Response> all =
                responses.recorded(placement).stream()
                        .filter(each -> roster.isSame(each.person(), rep.id()))
                        .toList();
        Optional<Response> meant = all.stream().filter(each -> keyOf(each).equals(key)).findFirst();
        if (meant.isEmpty()) {
            return invalid(page, UNDO, "choose what to take back; it can be for 24 hours");
        }
        return all.stream()
                .filter(Undone.class::isInstance)
                .map(Undone.class::cast)
                .filter(undone -> undone.subject().equals(meant.get().subject()))
                .findFirst()
                .<Outcome>map(undone -> new Outcome.AlreadyRecorded(page, placement, undone))
                .orElseGet(() ->
                        invalid(
                                page,
                                UNDO,
                                "the 24 hours for taking it back are over; ask sales ops"));
    }

    private static String told(Response wrong) {
        return switch (wrong) {
            case Referenced used -> "of a deal at " + used.accountName();
            case KitSent sent -> "of a kit sent to a champion at " + sent.accountName();
            default -> "before";
        };
    }

    /// What a page calls something that was recorded; it tells nothing of it.
    public static String keyOf(Response response) {
        return Digest.of(response.key()).substring(0, 16);
    }

    private Outcome fix(Opened.ToFixRecord page, Map<String, String> form) {
        Problems problems = new Problems();
        String what = PlainText.requiredLine("what", form.get("what"), MAXIMUM_REASON, problems);
        if (problems.any()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        WrongRecord fix = new WrongRecord(page.rep().id(), clock.instant(), what, 1);
        Outcome outcome =
                record(page, page.placement(), fix, "asked to have their record put right");
        // Also when it was recorded before: a first attempt may have stopped between the two.
        if (recorded(outcome) instanceof WrongRecord stored) {
            followers.recordToFix(page.placement().id(), stored);
        }
        return outcome;
    }

    private static @Nullable Response recorded(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Recorded done -> done.response();
            case Outcome.AlreadyRecorded before -> before.response();
            case Outcome.NotYet nothing -> null;
            case Outcome.Invalid nothing -> null;
            case Outcome.Refused nothing -> null;
        };
    }

    private Outcome ofSequence(Opened.ToSequence page, Map<String, String> form) {
        String stage = form.getOrDefault("stage", "");
        if (page.sequence().stages().contains(stage)) {
            Outcome outcome =
                    record(
                            page,
                            page.placement(),
                            new InSequence(page.sequence().id(), clock.instant(), stage),
                            "added to %s, stage %s".formatted(page.sequence().name(), stage));
            if (!ChampionKit.isReady(page.placement(), clock.instant())) {
                followers.ownersToAsk(page.placement().id());
            }
            return outcome;
        }
        return stage.equals(NOT_HERE)
                ? decline(page, form)
                : invalid(page, "stage", "choose the stage you added it to, or that you did not");
    }

    private Outcome decline(Opened.ToSequence page, Map<String, String> form) {
        Problems problems = new Problems();
        String reason =
                PlainText.requiredLine("reason", form.get("reason"), MAXIMUM_REASON, problems);
        String said = form.getOrDefault("elsewhere", "");
        Optional<Sequence> other =
                page.others().stream().filter(each -> each.id().equals(said)).findFirst();
        boolean known =
                said.isEmpty()
                        || said.equals(Declined.PRESS_PAGE)
                        || said.equals(Declined.SOCIAL_MEDIA)
                        || other.isPresent();
        if (!known) {
            problems.add("elsewhere", "choose one of these, or none");
        }
        if (problems.any()) {
            return new Outcome.Invalid(page, problems.asList());
        }
        Declined declined =
                new Declined(
                        page.sequence().id(),
                        clock.instant(),
                        reason,
                        said.isEmpty() ? null : said,
                        1);
        Outcome outcome =
                record(
                        page,
                        page.placement(),
                        declined,
                        "not added to %s%s"
                                .formatted(
                                        page.sequence().name(),
                                        other.map(to -> "; it belongs in " + to.name()).orElse("")),
                        reason);
        if (other.isPresent()) {
            followers.ownersToAsk(page.placement().id());
        }
        return outcome;
    }

    private Outcome remove(Opened.ToRemove page, Map<String, String> form) {
        String choice = form.getOrDefault(CHOICE, "");
        if (choice.equals(NOT_YET)) {
            return new Outcome.NotYet(page.placement());
        }
        if (!choice.equals(REMOVED)) {
            return invalid(page, CHOICE, "choose one of the two");
        }
        return record(
                page,
                page.placement(),
                new Removed(page.sequence().id(), clock.instant(), 1),
                "taken out of %s".formatted(page.sequence().name()));
    }

    private Outcome record(Opened page, Placement placement, Response response, String what) {
        return record(page, placement, response, what, null);
    }

    /// Records it as the next answer to its subject; the same answer again counts once.
    private Outcome record(
            Opened page,
            Placement placement,
            Response response,
            String what,
            @Nullable String reason) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Response> stands =
                    Response.standing(responses.recorded(placement)).stream()
                            .filter(each -> each.subject().equals(response.subject()))
                            .findFirst();
            if (stands.isPresent() && isSaid(stands.get(), response)) {
                return new Outcome.AlreadyRecorded(page, placement, stands.get());
            }
            Response next =
                    response.as(response.at(), stands.map(each -> each.number() + 1).orElse(1));
            if (added(placement, next, what, reason)) {
                return new Outcome.Recorded(page, placement, next);
            }
        }
        throw new IllegalStateException(
                "what was recorded of %s keeps changing".formatted(placement.id()));
    }

    /// A use at an account is recorded once, unless it comes with a champion whom the first did not
    /// name.
    private static boolean isSaid(Response stands, Response response) {
        return stands instanceof Referenced before && response instanceof Referenced now
                ? now.champion() == null || now.champion().equals(before.champion())
                : stands.saysTheSameAs(response);
    }

    private boolean added(Placement placement, Response response, String what) {
        return added(placement, response, what, null);
    }

    private boolean added(
            Placement placement, Response response, String what, @Nullable String reason) {
        String by =
                response instanceof OfSequence
                        ? HistoryEntry.ownerOf(response.person())
                        : response.person();
        return responses.add(
                placement,
                response,
                new HistoryEntry(placement.id().value(), response.at(), by, what, reason));
    }

    private static Outcome invalid(Opened page, String field, String message) {
        return new Outcome.Invalid(page, List.of(new FieldError(field, message)));
    }
}
