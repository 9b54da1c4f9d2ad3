package app.prtosales.change;

import app.prtosales.change.Decision.Answer;
import app.prtosales.change.Decision.Write;
import app.prtosales.directory.Directory;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.intake.CorrectionReader;
import app.prtosales.intake.PublicationReader;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Correction;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Judgement;
import app.prtosales.placement.Move;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Question;
import app.prtosales.placement.Renewal;
import app.prtosales.placement.Resend;
import app.prtosales.placement.Status;
import app.prtosales.placement.Story;
import app.prtosales.placement.StoryKey;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Tone;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.FieldError;
import app.prtosales.text.Invisible;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import app.prtosales.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Changes a placement after it was accepted (R1.12, R1.13, R2.5, R5.3 to R5.6). Each change is one
/// conditional write with its history entry; asked for twice, it happens once. The mails that it
/// causes are not sent here: they stay with the placement until they are out.
public final class ChangePlacement {

    /// What a reason may have.
    public static final int MAXIMUM_REASON = 500;

    private static final int TRIES = 5;
    private static final int MAXIMUM_NAME = 200;

    /// So that a placement stays well within what the table takes.
    private static final int MAXIMUM_CHANGES = 30;

    private static final Duration LONGEST_SHELF_LIFE = Duration.ofDays(5 * 365);

    private static final String A_DAY = "the last day on which it may be used, such as 2027-06-30";

    private static final String TOO_MANY = "It was changed in this way %d times; that is the most.";

    private final Placements placements;
    private final EarlierStories earlier;
    private final People people;
    private final Directory directory;
    private final Announcements announcements;
    private final JudgePlacement judge;
    private final InstantSource clock;

    public ChangePlacement(
            Placements placements,
            People people,
            Directory directory,
            Announcements announcements,
            JudgePlacement judge,
            InstantSource clock) {
        this.placements = placements;
        this.earlier = new EarlierStories(placements);
        this.people = people;
        this.directory = directory;
        this.announcements = announcements;
        this.judge = judge;
        this.clock = clock;
    }

    /// Takes it back before anybody heard of it (R1.13).
    public ChangeOutcome withdraw(PlacementId id, @Nullable String reason, Person by) {
        Problems problems = new Problems();
        String why = reason(reason, problems);
        return problems.any()
                ? invalid(problems)
                : change(id, by, (placement, now) -> withdrawn(placement, now, why, by));
    }

    private static Decision withdrawn(Placement placement, Instant now, String why, Person by) {
        if (placement.status() == Status.WITHDRAWN) {
            return Decision.unchanged(placement);
        }
        if (placement.status() == Status.RETRACTED) {
            return Decision.conflict("It is retracted already.");
        }
        if (placement.isOut()) {
            return Decision.conflict(
                    "Its pings are out, so it cannot be withdrawn any more; retract it instead.");
        }
        return Decision.write(
                placement.withdrawn(new TakenBack(now, by.id(), why, null)), "withdrawn", why);
    }

    /// Says "stop using" to everybody who was told of it (R5.6).
    public ChangeOutcome retract(PlacementId id, @Nullable String reason, Person by) {
        Problems problems = new Problems();
        String why = reason(reason, problems);
        return problems.any()
                ? invalid(problems)
                : change(id, by, (placement, now) -> retracted(placement, now, why, by));
    }

    private static Decision retracted(Placement placement, Instant now, String why, Person by) {
        if (placement.status() == Status.RETRACTED) {
            return Decision.unchanged(placement);
        }
        if (placement.status() == Status.WITHDRAWN) {
            return Decision.conflict("It is withdrawn; nobody was told to use it.");
        }
        if (!placement.isOut() && !placement.backfill()) {
            return Decision.conflict("Nobody was told of it yet; withdraw it instead.");
        }
        return Decision.write(
                placement.retracted(new TakenBack(now, by.id(), why, null)), "retracted", why);
    }

    /// Moves `P`, and with it everything that hangs on it; both versions are kept (R1.13).
    ///
    /// @param reason needed once the deadline has passed
    public ChangeOutcome move(
            PlacementId id,
            @Nullable String publishedAt,
            @Nullable String zone,
            @Nullable String reason,
            Person by) {
        Problems problems = new Problems();
        Problems warnings = new Problems();
        @Nullable String why = PlainText.oneLine("reason", reason, MAXIMUM_REASON, problems);
        @Nullable Publication to =
                new PublicationReader(clock.instant(), problems, warnings).read(publishedAt, zone);
        if (to == null || problems.any()) {
            return invalid(problems);
        }
        ChangeOutcome outcome =
                change(
                        id,
                        by,
                        (placement, now) -> moved(placement, now, to, why, warnings.asList(), by));
        if (outcome instanceof ChangeOutcome.Changed changed
                && changed.placement().judgement() != null) {
            judge.restate(id);
        }
        return outcome;
    }

    private Decision moved(
            Placement placement,
            Instant now,
            Publication to,
            @Nullable String why,
            List<FieldError> warnings,
            Person by) {
        Publication from = placement.publication();
        if (to.equals(from)) {
            return Decision.unchanged(placement);
        }
        if (placement.status().isOver()) {
            return over(placement);
        }
        if (why == null && now.isAfter(from.deadline())) {
            Problems problems = new Problems();
            problems.add("reason", "is required: the deadline has passed");
            return new Answer(invalid(problems));
        }
        if (placement.isOut() && to.at().isAfter(now)) {
            return Decision.conflict(
                    "Its pings are out, so it cannot be published in the future; retract it if it"
                            + " is not to be used.");
        }
        if (placement.backfill() && to.at().isAfter(now)) {
            return Decision.conflict("It was imported as published in the past.");
        }
        if (placement.changes().moves().size() >= MAXIMUM_CHANGES) {
            return Decision.conflict(TOO_MANY.formatted(MAXIMUM_CHANGES));
        }
        Move move = new Move(from, to, placement.judgement(), now, by.id(), why);
        Placement ahead = placement.moved(move, null);
        return new Write(
                placement.moved(move, verdictOf(placement, ahead, now)),
                "publication moved from %s to %s".formatted(from.at(), to.at()),
                why,
                warnings);
    }

    /// The verdict under the new deadline, from the same events; null while that lies ahead, or
    /// where the tick has yet to judge.
    private @Nullable Judgement verdictOf(Placement placement, Placement moved, Instant now) {
        Judgement stood = placement.judgement();
        if (placement.backfill() || stood == null) {
            return stood;
        }
        return placement.dispatchedAt() == null || now.isBefore(moved.publication().deadline())
                ? null
                : stood.restated(judge.verdict(moved), now);
    }

    /// Says that a question does not apply, with a reason and a name (R2.5).
    ///
    /// @param name on whose word; null where it is the person's own
    public ChangeOutcome exempt(
            PlacementId id,
            @Nullable String question,
            @Nullable String reason,
            @Nullable String name,
            Person by) {
        Problems problems = new Problems();
        String why = reason(reason, problems);
        @Nullable String whose = PlainText.oneLine("name", name, MAXIMUM_NAME, problems);
        Optional<Question> which = Question.read(question == null ? "" : question);
        if (which.isEmpty()) {
            problems.add(
                    "question",
                    "must be one of %s; whether the team was reached in time is computed, and nobody can exempt a placement from it"
                            .formatted(Question.all()));
        }
        if (problems.any() || which.isEmpty()) {
            return invalid(problems);
        }
        Question asked = which.get();
        return change(id, by, (placement, now) -> exempted(placement, now, asked, why, whose, by));
    }

    private static Decision exempted(
            Placement placement,
            Instant now,
            Question question,
            String why,
            @Nullable String name,
            Person by) {
        if (placement.status().isOver()) {
            return over(placement);
        }
        Optional<Exemption> stands = placement.changes().exemption(question);
        if (stands.isPresent()
                && stands.get().reason().equals(why)
                && Objects.equals(stands.get().name(), name)) {
            return Decision.unchanged(placement);
        }
        return Decision.write(
                placement.exempted(new Exemption(question, why, name, now, by.id())),
                name == null
                        ? "exempt from %s".formatted(question.word())
                        : "exempt from %s, as %s said".formatted(question.word(), name),
                why);
    }

    /// Turns what a rep may do with it (R5.5).
    ///
    /// @param seen what whoever turns it takes it for: where somebody else has turned it meanwhile,
    ///   nothing happens; null turns it whatever it is
    public ChangeOutcome turn(
            PlacementId id,
            @Nullable String forwardability,
            @Nullable String seen,
            @Nullable String reason,
            Person by) {
        Problems problems = new Problems();
        String why = reason(reason, problems);
        Optional<Forwardability> to =
                Words.read(Forwardability.class, forwardability == null ? "" : forwardability);
        if (to.isEmpty()) {
            problems.add("forwardability", "must be one of " + Words.all(Forwardability.class));
        }
        if (problems.any() || to.isEmpty()) {
            return invalid(problems);
        }
        Forwardability turned = to.get();
        return change(id, by, (placement, now) -> turned(placement, now, turned, seen, why, by));
    }

    private static Decision turned(
            Placement placement,
            Instant now,
            Forwardability to,
            @Nullable String seen,
            String why,
            Person by) {
        if (placement.status().isOver()) {
            return over(placement);
        }
        if (placement.forwardability() == to) {
            return Decision.unchanged(placement);
        }
        String is = placement.forwardability().word();
        if (seen != null && !seen.equals(is)) {
            return Decision.conflict(
                    "It is %s by now: somebody else has turned it. Look again.".formatted(is));
        }
        if (placement.story().tone() == Tone.NEGATIVE) {
            return Decision.conflict("Negative coverage is Red: nobody is to use it.");
        }
        if (to == Forwardability.GREEN && placement.isExpiredAt(now)) {
            return Decision.conflict(
                    "Its shelf life has ended. Set a new last day first, then turn it Green.");
        }
        int number = placement.changes().turns().size() + 1;
        if (number > MAXIMUM_CHANGES) {
            return Decision.conflict(TOO_MANY.formatted(MAXIMUM_CHANGES));
        }
        ColorChange turn =
                new ColorChange(number, placement.forwardability(), to, now, by.id(), why);
        return Decision.write(
                placement.turned(turn),
                "turned %s, was %s".formatted(to.word(), turn.from().word()),
                why);
    }

    /// Puts right what was told of it (R5.6).
    public ChangeOutcome correct(PlacementId id, CorrectionRequest request, Person by) {
        return change(id, by, (placement, now) -> corrected(placement, now, request, by));
    }

    private Decision corrected(
            Placement placement, Instant now, CorrectionRequest request, Person by) {
        Problems problems = new Problems();
        String why = reason(request.reason(), problems);
        CorrectionReader.Corrected right =
                new CorrectionReader(placement, directory.segmentIds(), problems)
                        .read(request.texts(), request.segments(), request.personas());
        if (problems.any()) {
            return new Answer(invalid(problems));
        }
        if (placement.status().isOver()) {
            return over(placement);
        }
        List<Correction> before = placement.changes().corrections();
        boolean said = before.stream().anyMatch(each -> each.reason().equals(why));
        if (right.amendments().isEmpty() && said) {
            return Decision.unchanged(placement);
        }
        if (before.size() >= MAXIMUM_CHANGES) {
            return Decision.conflict(TOO_MANY.formatted(MAXIMUM_CHANGES));
        }
        Optional<ChangeOutcome> taken =
                takenByAnother(placement, right.story(), request.texts().get("url"));
        if (taken.isPresent()) {
            return new Answer(taken.get());
        }
        Correction correction =
                new Correction(before.size() + 1, right.amendments(), now, by.id(), why);
        String fields =
                right.amendments().stream()
                        .map(Correction.Amendment::field)
                        .collect(Collectors.joining(", "));
        return Decision.write(
                placement.corrected(right.story(), right.note(), correction),
                "correction %d%s"
                        .formatted(correction.number(), fields.isEmpty() ? "" : ": " + fields),
                why);
    }

    /// @param pasted the address as it was sent; null where it stays
    private Optional<ChangeOutcome> takenByAnother(
            Placement placement, Story story, @Nullable String pasted) {
        return earlier.telling(pasted, story)
                .filter(other -> !other.equals(placement.id()))
                .map(other ->
                        new ChangeOutcome.Conflict(
                                "This address is another placement's already.", other));
    }

    /// Attaches the same story elsewhere; the clock stays with the first publication (R5.4). One
    /// that was submitted as a placement of its own is folded into the first: nothing more is sent
    /// of it.
    public ChangeOutcome attachCopy(
            PlacementId id,
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String reason,
            Person by) {
        Problems problems = new Problems();
        String why = reason(reason, problems);
        String where =
                PlainText.requiredLine("outlet", outlet, SubmissionReader.MAXIMUM_OUTLET, problems);
        @Nullable WebAddress address = address(url, problems);
        if (address == null || problems.any()) {
            return invalid(problems);
        }
        StoryKey key = new StoryKey(address.canonical().value());
        return change(
                id,
                by,
                (placement, now) -> {
                    Copy copy = new Copy(address, where, null, now, by.id(), why);
                    return attached(placement, key, copy, String.valueOf(url), by);
                });
    }

    private static @Nullable WebAddress address(@Nullable String pasted, Problems problems) {
        if (pasted == null || Invisible.strip(pasted).isEmpty()) {
            problems.add("url", "is required; it must not be blank");
            return null;
        }
        return WebAddress.read("url", pasted, problems);
    }

    private Decision attached(
            Placement placement, StoryKey key, Copy copy, String pasted, Person by) {
        boolean known =
                placement.changes().copies().stream()
                        .anyMatch(each -> each.url().canonical().equals(copy.url().canonical()));
        if (known || placement.storyKeys().contains(key)) {
            return Decision.unchanged(placement);
        }
        if (placement.status().isOver()) {
            return over(placement);
        }
        if (placement.changes().copies().size() >= MAXIMUM_CHANGES) {
            return Decision.conflict(TOO_MANY.formatted(MAXIMUM_CHANGES));
        }
        if (!placements.hasRoom(placement.withCopy(copy))) {
            return new Answer(full("url"));
        }
        String what = "copy attached: %s, %s".formatted(copy.outlet(), copy.url());
        Optional<PlacementId> other = earlier.telling(pasted, copy.url());
        if (other.isEmpty() || other.get().equals(placement.id())) {
            return Decision.write(placement.withCopy(copy), what, copy.reason());
        }
        return switch (fold(other.get(), placement.id(), copy.reason(), by)) {
            case ChangeOutcome.Changed folded ->
                    Decision.write(placement.withCopy(of(copy, other.get())), what, copy.reason());
            case ChangeOutcome.Unchanged folded ->
                    Decision.write(placement.withCopy(of(copy, other.get())), what, copy.reason());
            case ChangeOutcome.Conflict conflict -> new Answer(conflict);
            case ChangeOutcome.Invalid invalid -> new Answer(invalid);
            case ChangeOutcome.NoSuchPlacement none -> new Answer(none);
        };
    }

    private static Copy of(Copy copy, PlacementId placement) {
        return new Copy(
                copy.url(), copy.outlet(), placement, copy.attachedAt(), copy.by(), copy.reason());
    }

    /// What was submitted as a story of its own is a copy of the first. Written before the first
    /// is: interrupted in between, the same request ends it.
    private ChangeOutcome fold(PlacementId id, PlacementId first, String why, Person by) {
        return change(
                id,
                by,
                (placement, now) -> {
                    if (placement.changes().copyOf().filter(first::equals).isPresent()) {
                        return Decision.unchanged(placement);
                    }
                    if (placement.status().isOver()) {
                        return new Answer(
                                new ChangeOutcome.Conflict(
                                        "This address is a placement that is %s."
                                                .formatted(placement.status().word()),
                                        id));
                    }
                    if (!placement.changes().copies().isEmpty()) {
                        return new Answer(
                                new ChangeOutcome.Conflict(
                                        "This address is a placement that has copies of its own.",
                                        id));
                    }
                    return Decision.write(
                            placement.withdrawn(new TakenBack(now, by.id(), why, first)),
                            "is a copy of %s".formatted(first),
                            why);
                });
    }

    /// Moves the end of its shelf life: it is still true, or no longer (R5.3).
    ///
    /// @param until the last day on which it may be used, in the zone of its publication
    public ChangeOutcome renew(
            PlacementId id, @Nullable String until, @Nullable String reason, Person by) {
        Problems problems = new Problems();
        String why = reason(reason, problems);
        @Nullable LocalDate last = day(until, problems);
        return last == null || problems.any()
                ? invalid(problems)
                : change(id, by, (placement, now) -> renewed(placement, now, last, why, by));
    }

    private static @Nullable LocalDate day(@Nullable String written, Problems problems) {
        try {
            if (written != null && !written.isBlank()) {
                return LocalDate.parse(written.strip());
            }
            problems.add("until", "is required: " + A_DAY);
        } catch (DateTimeParseException noDay) {
            problems.add("until", "must be " + A_DAY);
        }
        return null;
    }

    private static Decision renewed(
            Placement placement, Instant now, LocalDate last, String why, Person by) {
        if (placement.status().isOver()) {
            return over(placement);
        }
        ZoneId zone = placement.publication().zone();
        Instant end = last.plusDays(1).atStartOfDay(zone).toInstant();
        if (end.equals(placement.expiresAt())) {
            return Decision.unchanged(placement);
        }
        if (!end.isAfter(now) || end.isAfter(now.plus(LONGEST_SHELF_LIFE))) {
            Problems problems = new Problems();
            LocalDate today = LocalDate.ofInstant(now, zone);
            problems.add(
                    "until",
                    "must be a day from %s to %s"
                            .formatted(today, today.plusDays(LONGEST_SHELF_LIFE.toDays() - 1)));
            return new Answer(invalid(problems));
        }
        int number = placement.changes().renewals().size() + 1;
        if (number > MAXIMUM_CHANGES) {
            return Decision.conflict(TOO_MANY.formatted(MAXIMUM_CHANGES));
        }
        return Decision.write(
                placement.renewed(
                        new Renewal(number, placement.expiresAt(), end, now, by.id(), why)),
                "may be used until %s".formatted(last),
                why);
    }

    /// Sends the ping once more, to those not reached only (R1.12).
    public ChangeOutcome resend(PlacementId id, @Nullable String reason, Person by) {
        Problems problems = new Problems();
        String why = reason(reason, problems);
        return problems.any()
                ? invalid(problems)
                : change(id, by, (placement, now) -> resent(placement, now, why, by));
    }

    private Decision resent(Placement placement, Instant now, String why, Person by) {
        if (placement.status().isOver()) {
            return over(placement);
        }
        if (!placement.isOut()) {
            return Decision.conflict(
                    placement.backfill()
                            ? "It was imported from the past and never sent."
                            : "It was not sent yet.");
        }
        List<Resend> before = placement.changes().resends();
        boolean underWay =
                placement.changes().pending().stream()
                        .anyMatch(each -> each.kind() == PendingChange.Kind.RESEND);
        if (underWay || judge.notReached(placement).isEmpty()) {
            return Decision.unchanged(placement);
        }
        if (before.size() >= MAXIMUM_CHANGES) {
            return Decision.conflict(TOO_MANY.formatted(MAXIMUM_CHANGES));
        }
        int number = before.size() + 1;
        return Decision.write(
                placement.resent(new Resend(number, now, by.id(), why)),
                "resend %d to those not reached".formatted(number),
                why);
    }

    private ChangeOutcome change(PlacementId id, Person by, Step step) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> found = placements.find(id);
            if (found.isEmpty()) {
                return new ChangeOutcome.NoSuchPlacement();
            }
            Instant now = clock.instant();
            switch (step.on(found.get(), now)) {
                case Answer(var outcome) -> {
                    return outcome;
                }
                case Write(var changed, var what, var reason, var warnings) -> {
                    if (!placements.hasRoom(changed)) {
                        return full("reason");
                    }
                    people.remember(by);
                    HistoryEntry entry = new HistoryEntry(id.value(), now, by.id(), what, reason);
                    if (placements.replace(changed, List.of(entry))) {
                        return new ChangeOutcome.Changed(changed, warnings, announce(changed));
                    }
                }
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    private static ChangeOutcome full(String field) {
        Problems problems = new Problems();
        problems.add(
                field,
                "cannot be added: this placement has been changed so often, or with such long texts"
                        + " and addresses, that it holds no more. Submit what is new as a placement"
                        + " of its own");
        return invalid(problems);
    }

    /// The event only makes it fast: the placement's timer is stored.
    private boolean announce(Placement changed) {
        if (changed.changes().pending().isEmpty()) {
            return true;
        }
        try {
            announcements.changed(changed);
            return true;
        } catch (NotAnnounced theTimerSeesToIt) {
            return false;
        }
    }

    private static String reason(@Nullable String written, Problems problems) {
        return PlainText.requiredLine("reason", written, MAXIMUM_REASON, problems);
    }

    private static Decision over(Placement placement) {
        return Decision.conflict("It is %s.".formatted(placement.status().word()));
    }

    private static ChangeOutcome invalid(Problems problems) {
        return new ChangeOutcome.Invalid(problems.asList());
    }
}
