package app.prtosales.overview;

import app.prtosales.delivery.CanReachTeam;
import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.delivery.SendingAccount;
import app.prtosales.delivery.SendingAccounts;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.id.RepId;
import app.prtosales.intake.Reading;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.SimilarPlacements;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.text.FieldError;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Tells what would come of a submission before it is sent: who is reached and who is not and why,
/// and whether the story is known. Nothing is stored or sent.
public final class ForeseePlacement {

    private static final Set<ListName> LISTS = Set.of(ListName.SEGMENTS, ListName.REPS);

    /// Nobody has submitted it.
    private static final String NOBODY = "preview";

    private final Placements placements;
    private final Directory directory;
    private final HoldMailbox mailboxes;
    private final SendingAccounts accounts;
    private final InstantSource clock;

    public ForeseePlacement(
            Placements placements,
            Directory directory,
            HoldMailbox mailboxes,
            SendingAccounts accounts,
            InstantSource clock) {
        this.placements = placements;
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// What would come of it.
    ///
    /// @param deadline the `D` that the product would hold itself to
    /// @param sentAt when the pings would go out; null where nobody would be mailed
    /// @param team how many reps count
    /// @param reached how many of them have an address that works, as far as is known
    /// @param skipped who gets no ping, or gets it where it will not arrive
    /// @param beside who gets a ping and is not counted, or gets it another way
    /// @param known the placement that tells this story already
    /// @param similar what may be the same story in another outlet
    public record Foreseen(
            Instant deadline,
            @Nullable Instant sentAt,
            int team,
            int reached,
            List<Note> skipped,
            List<Note> beside,
            @Nullable PlacementId known,
            List<StoryInBrief> similar,
            List<FieldError> warnings) {

        public Foreseen {
            skipped = List.copyOf(skipped);
            beside = List.copyOf(beside);
            similar = List.copyOf(similar);
            warnings = List.copyOf(warnings);
        }
    }

    /// Something about one rep.
    public record Note(RepId rep, String name, String reason) {}

    /// Empty where the submission would be refused.
    public Optional<Foreseen> foresee(Submission submission) {
        Instant now = clock.instant();
        Directory lists = directory.with(LISTS);
        return switch (SubmissionReader.read(submission, lists.segmentIds(), now)) {
            case Reading.Invalid invalid -> Optional.empty();
            case Reading.Valid valid ->
                    Optional.of(
                            foresee(
                                    Placement.accepted(valid.draft(), NOBODY, now),
                                    valid.warnings(),
                                    lists.roster(),
                                    now));
        };
    }

    private Foreseen foresee(
            Placement placement, List<FieldError> warnings, Roster roster, Instant now) {
        Supplier<Optional<SendingAccount>> account = accounts.ask();
        Map<String, Mailbox> held = mailboxes.held();
        List<Note> skipped = new ArrayList<>();
        List<Note> beside = new ArrayList<>();
        int reached = 0;
        for (Rep rep : roster.everybody()) {
            if (!rep.active()) {
                skipped.add(note(rep, "is marked inactive"));
            } else if (rep.isDistributor()) {
                distributor(rep, placement, skipped, beside);
            } else if (held.containsKey(Mailbox.idOf(rep.email()))) {
                reached += deadAddress(rep, held, skipped, beside);
            } else {
                reached++;
            }
        }
        int team = roster.teamAt(now).size();
        List<FieldError> all = new ArrayList<>(warnings);
        if (team == 0) {
            all.add(new FieldError("team", "there are no active reps to reach"));
        }
        account.get()
                .flatMap(known -> CanReachTeam.problem(placement, team, known, now))
                .ifPresent(problem -> all.add(new FieldError("deadline", problem)));
        return new Foreseen(
                placement.publication().deadline(),
                sentAt(placement, now),
                team,
                reached,
                skipped,
                beside,
                known(placement),
                new SimilarPlacements(placements).to(placement),
                all);
    }

    private static void distributor(
            Rep rep, Placement placement, List<Note> skipped, List<Note> beside) {
        if (placement.forwardability() == Forwardability.GREEN) {
            beside.add(note(rep, "distributor: gets it too, but isn’t counted"));
        } else {
            skipped.add(note(rep, "distributor: gets Green stories only"));
        }
    }

    /// How many are reached of this one.
    private static int deadAddress(
            Rep rep, Map<String, Mailbox> held, List<Note> skipped, List<Note> beside) {
        Optional<Rep> second =
                rep.atSecondAddress()
                        .filter(other -> !held.containsKey(Mailbox.idOf(other.email())));
        if (second.isPresent()) {
            beside.add(note(rep, "gets it at the second address, because the first bounced"));
            return 1;
        }
        skipped.add(note(rep, "has no working address: emails bounced"));
        return 0;
    }

    private static @Nullable Instant sentAt(Placement placement, Instant now) {
        if (placement.backfill()) {
            return null;
        }
        return placement.isPublicAt(now) ? now : placement.publication().at();
    }

    /// The placement that it would be a duplicate of; a copy's first one.
    private @Nullable PlacementId known(Placement placement) {
        return placement.storyKeys().stream()
                .flatMap(key -> placements.telling(key).stream())
                .findFirst()
                .map(placements::firstOf)
                .orElse(null);
    }

    private static Note note(Rep rep, String reason) {
        return new Note(rep.id(), rep.name(), reason);
    }
}
