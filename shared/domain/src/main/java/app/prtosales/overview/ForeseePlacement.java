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
import app.prtosales.placement.EarlierStories;
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

/// Previews a submission: who would be reached, who would not and why, and whether the story is
/// already known. Nothing is stored or sent.
public final class ForeseePlacement {

    private static final Set<ListName> LISTS = Set.of(ListName.SEGMENTS, ListName.REPS);

    /// Stands for the submitter, because nobody has submitted the placement yet.
    private static final String NOBODY = "preview";

    private final Placements placements;
    private final EarlierStories earlier;
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
        this.earlier = new EarlierStories(placements);
        this.directory = directory;
        this.mailboxes = mailboxes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /// The preview.
    ///
    /// @param deadline the deadline `D` that would apply
    /// @param sentAt when the pings would go out; null if none would
    /// @param team how many reps would count
    /// @param reached how many of them have a working address, as far as we know
    /// @param skipped reps who would get no ping, or one that would not arrive
    /// @param beside people who would get a ping without being counted, or would get it another way
    /// @param known the placement that already tells this story
    /// @param similar placements that may be the same story
    /// @param warnings what PR should look at before submitting
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

    /// A remark about one rep.
    public record Note(RepId rep, String name, String reason) {}

    /// Empty if the submission would be refused.
    public Optional<Foreseen> foresee(Submission submission) {
        Instant now = clock.instant();
        Directory lists = directory.with(LISTS);
        return switch (SubmissionReader.read(submission, lists.segmentIds(), now)) {
            case Reading.Invalid invalid -> Optional.empty();
            case Reading.Valid valid ->
                    Optional.of(
                            foresee(
                                    Placement.accepted(valid.draft(), NOBODY, now),
                                    submission.url(),
                                    valid.warnings(),
                                    lists.roster(),
                                    now));
        };
    }

    private Foreseen foresee(
            Placement placement,
            @Nullable String pasted,
            List<FieldError> warnings,
            Roster roster,
            Instant now) {
        Supplier<Optional<SendingAccount>> account = accounts.ask();
        Map<String, Mailbox> held = mailboxes.held();
        List<Note> skipped = new ArrayList<>();
        List<Note> beside = new ArrayList<>();
        int reached = 0;
        for (Rep rep : roster.everybody()) {
            @Nullable Mailbox mailbox = held.get(Mailbox.idOf(rep.email()));
            if (!rep.active()) {
                skipped.add(note(rep, "is marked inactive"));
            } else if (rep.isDistributor()) {
                noteDistributor(rep, placement, skipped, beside);
            } else if (mailbox != null) {
                reached += noteHeldAddress(rep, mailbox, held, skipped, beside);
            } else {
                reached++;
            }
        }
        int team = roster.teamAt(now).size();
        List<FieldError> all = new ArrayList<>(warnings);
        all.addAll(problems(placement, team, account.get(), now));
        return new Foreseen(
                placement.publication().deadline(),
                sentAt(placement, now),
                team,
                reached,
                skipped,
                beside,
                earlier.known(pasted, placement.story()).map(Placement::id).orElse(null),
                new SimilarPlacements(placements).to(placement),
                all);
    }

    private static List<FieldError> problems(
            Placement placement, int team, Optional<SendingAccount> account, Instant now) {
        List<FieldError> problems = new ArrayList<>();
        if (team == 0) {
            problems.add(new FieldError("team", "there are no active reps to reach"));
        }
        account.flatMap(known -> CanReachTeam.problem(placement, team, known, now))
                .ifPresent(problem -> problems.add(new FieldError("deadline", problem)));
        return problems;
    }

    private static void noteDistributor(
            Rep rep, Placement placement, List<Note> skipped, List<Note> beside) {
        if (placement.forwardability() == Forwardability.GREEN) {
            beside.add(note(rep, "distributor: gets it too, but isn’t counted"));
        } else {
            skipped.add(note(rep, "distributor: gets Green stories only"));
        }
    }

    /// Returns 1 if the rep can be reached at a second address, otherwise 0, and notes which. A rep
    /// who marked an email as spam wants none at any address.
    private static int noteHeldAddress(
            Rep rep,
            Mailbox first,
            Map<String, Mailbox> held,
            List<Note> skipped,
            List<Note> beside) {
        Optional<Rep> second = rep.atWorkingSecondAddress(first, held);
        if (second.isPresent()) {
            beside.add(note(rep, "gets it at the second address, because the first bounced"));
            return 1;
        }
        skipped.add(
                note(
                        rep,
                        first.isMarkedAsSpam()
                                ? "marked an email as spam, so gets none"
                                : "has no working address: emails bounced"));
        return 0;
    }

    private static @Nullable Instant sentAt(Placement placement, Instant now) {
        if (placement.backfill()) {
            return null;
        }
        return placement.isPublicAt(now) ? now : placement.publication().at();
    }

    private static Note note(Rep rep, String reason) {
        return new Note(rep.id(), rep.name(), reason);
    }
}
