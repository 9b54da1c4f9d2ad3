package app.prtosales.intake;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.concurrent.Concurrently.Both;
import app.prtosales.delivery.CanReachTeam;
import app.prtosales.delivery.SendingAccount;
import app.prtosales.delivery.SendingAccounts;
import app.prtosales.delivery.Sendings;
import app.prtosales.delivery.Stop;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.intake.AdmitPlacement.Admitted;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import app.prtosales.placement.SimilarPlacements;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.text.FieldError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Accepts a placement: exactly once, however often it is sent (I4).
public final class SubmitPlacement {

    private static final int TRIES = 5;

    /// The lists needed to check a submission and to answer it, read together.
    private static final Set<ListName> LISTS =
            Set.of(ListName.SEGMENTS, ListName.REPS, ListName.SEQUENCES, ListName.RULES);

    private final Placements placements;
    private final AdmitPlacement admit;
    private final People people;
    private final Directory directory;
    private final Announcements announcements;
    private final SendingAccounts accounts;
    private final Sendings sendings;
    private final InstantSource clock;

    public SubmitPlacement(
            Placements placements,
            People people,
            Directory directory,
            Announcements announcements,
            SendingAccounts accounts,
            Sendings sendings,
            InstantSource clock) {
        this.placements = placements;
        this.admit = new AdmitPlacement(placements);
        this.people = people;
        this.directory = directory;
        this.announcements = announcements;
        this.accounts = accounts;
        this.sendings = sendings;
        this.clock = clock;
    }

    /// @param idempotencyKey the client's name for the request; null if it gave none
    public SubmitOutcome submit(Submission submission, Person by, @Nullable String idempotencyKey) {
        Instant now = clock.instant();
        Both<Directory, List<Stop>> read =
                Concurrently.both(() -> directory.with(LISTS), sendings::stops);
        Directory lists = read.one();
        return switch (SubmissionReader.read(submission, lists.segmentIds(), now)) {
            case Reading.Invalid(var errors) -> new SubmitOutcome.Invalid(errors);
            case Reading.Valid valid ->
                    add(
                            new Candidate(
                                    Placement.accepted(valid.draft(), by.id(), now),
                                    valid.warnings(),
                                    by,
                                    new Request(by.id(), submission.digest(), idempotencyKey),
                                    submission.url()),
                            lists,
                            read.other());
        };
    }

    /// A valid submission.
    ///
    /// @param warnings values that should be checked
    /// @param pasted the address as it was pasted; null if the story has none
    private record Candidate(
            Placement placement,
            List<FieldError> warnings,
            Person by,
            Request request,
            @Nullable String pasted) {

        HistoryEntry entry() {
            return new HistoryEntry(
                    placement.id().value(),
                    placement.acceptedAt(),
                    by.id(),
                    placement.backfill() ? "imported from the past" : "accepted",
                    null);
        }
    }

    /// The field errors for which a submission would be refused; nothing is stored.
    public List<FieldError> problems(Submission submission) {
        Set<String> segments = directory.with(LISTS).segmentIds();
        return switch (SubmissionReader.read(submission, segments, clock.instant())) {
            case Reading.Invalid(var errors) -> errors;
            case Reading.Valid valid -> List.of();
        };
    }

    private SubmitOutcome add(Candidate candidate, Directory lists, List<Stop> stops) {
        Request request = candidate.request();
        Instant now = candidate.placement().acceptedAt();
        Supplier<Optional<SendingAccount>> account = accounts.ask();
        Both<Admitted, List<StoryInBrief>> added =
                Concurrently.both(
                        () -> admit(candidate),
                        () -> {
                            people.remember(candidate.by());
                            return similar(candidate);
                        });
        Placement taken = added.one().placement();
        return switch (added.one().admission()) {
            case Admission.Added() ->
                    new SubmitOutcome.Accepted(
                            taken,
                            added.one().entry(),
                            Stream.of(
                                            candidate.warnings().stream(),
                                            unreachable(taken, lists, account).stream(),
                                            stopped(taken, stops).stream())
                                    .flatMap(each -> each)
                                    .toList(),
                            announce(taken),
                            added.other(),
                            lists);
            case Admission.KeyRepeated(var created) ->
                    new SubmitOutcome.Again(placements.find(created).orElseThrow());
            case Admission.SameRequest(var existing) ->
                    new SubmitOutcome.Again(again(existing, request, now));
            case Admission.KeyReused() -> new SubmitOutcome.KeyReused();
            case Admission.StoryTaken(var existing) -> {
                PlacementId first = placements.firstOf(existing);
                name(request.person(), first, now);
                yield new SubmitOutcome.Known(first);
            }
        };
    }

    private Admitted admit(Candidate candidate) {
        return admit.admit(
                candidate.pasted(), candidate.placement(), candidate.request(), candidate.entry());
    }

    /// Placements that may be the same story (R5.4).
    private List<StoryInBrief> similar(Candidate candidate) {
        Placement placement = candidate.placement();
        return Stream.concat(
                        new EarlierStories(placements)
                                .possiblySame(candidate.pasted(), placement.story()).stream(),
                        new SimilarPlacements(placements).to(placement).stream())
                .distinct()
                .toList();
    }

    /// Warns at once if the mail system's quota is too small to make the deadline. If the quota
    /// cannot be queried, the senders find out later and tell ops.
    private static Optional<FieldError> unreachable(
            Placement placement, Directory lists, Supplier<Optional<SendingAccount>> account) {
        int team = lists.roster().teamAt(placement.acceptedAt()).size();
        return account.get()
                .flatMap(known ->
                        CanReachTeam.problem(placement, team, known, placement.acceptedAt()))
                .map(problem -> new FieldError("deadline", problem));
    }

    /// Warns that nothing is sent to reps until someone resumes sending.
    private static Optional<FieldError> stopped(Placement placement, List<Stop> stops) {
        return placement.backfill()
                ? Optional.empty()
                : stops.stream()
                        .filter(Stop::isCurrent)
                        .findFirst()
                        .map(stop ->
                                new FieldError(
                                        "sending",
                                        "Emails to reps are stopped: %s. Nothing goes out until sales ops resumes them, and the 24 hours keep running"
                                                .formatted(stop.why())));
    }

    /// The event only speeds things up: if it is lost, the placement's stored timer does the same
    /// work.
    private boolean announce(Placement placement) {
        if (placement.backfill() || !placement.isPublicAt(placement.acceptedAt())) {
            return true;
        }
        try {
            announcements.accepted(placement);
            return true;
        } catch (NotAnnounced theTimerStartsIt) {
            return false;
        }
    }

    /// What a request created before: the placement or, if it turned out to be a copy, the
    /// original, which then names the person too (R5.4).
    private Placement again(PlacementId created, Request request, Instant now) {
        PlacementId first = placements.firstOf(created);
        if (!first.equals(created)) {
            name(request.person(), first, now);
        }
        return placements.find(first).orElseThrow();
    }

    /// Records another person who submitted the same story, so that the placement names both
    /// (R5.4).
    private void name(String person, PlacementId existing, Instant now) {
        for (int i = 0; i < TRIES; i++) {
            Placement known = placements.find(existing).orElseThrow();
            if (known.submittedBy().contains(person)) {
                return;
            }
            HistoryEntry entry =
                    new HistoryEntry(existing.value(), now, person, "submitted as well", null);
            if (placements.replace(known.alsoSubmittedBy(person), List.of(entry))) {
                return;
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(existing));
    }
}
