package app.prtosales.placement;

import app.prtosales.placement.PendingChange.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// A story in the media that the company earned, and its current state.
///
/// @param submittedBy ids of the people who submitted it; the first one's submission was accepted,
///   the others sent the same story later (R5.4)
/// @param backfill imported from the past: no ping, and no answer to question 1 (R4.8)
/// @param timers what it is waiting for; empty when nothing is left to do
/// @param dispatchedAt the instant at which the recipients were frozen: all reps active then; null
///   before dispatch
/// @param judgment null before the deadline
/// @param expiresAt when its shelf life ends (R5.3)
/// @param changes the changes since it was accepted, and the emails they still require
/// @param version increases by one with each change; a change based on an older version is refused
public record Placement(
        PlacementId id,
        Story story,
        Note note,
        Publication publication,
        Forwardability forwardability,
        boolean backfill,
        List<String> submittedBy,
        Instant acceptedAt,
        Status status,
        Map<Timer, Instant> timers,
        @Nullable Instant dispatchedAt,
        @Nullable Judgment judgment,
        Instant expiresAt,
        Changes changes,
        long version) {

    /// How long a sequence owner has to answer before being asked again (R2.6).
    public static final Duration OWNERS_ANSWER = Duration.ofDays(3);

    /// How long reps have to send the kit before they are reminded (R3.5).
    public static final Duration REPS_ARM = Duration.ofDays(7);

    /// How long before the end of the shelf life the owner is asked "still true?" (R5.3).
    public static final Duration STILL_TRUE_BEFORE = Duration.ofDays(14);

    public Placement {
        submittedBy = List.copyOf(submittedBy);
        timers = timers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(timers));
    }

    /// Turns an accepted submission into a scheduled placement and sets its first timers.
    public static Placement accepted(Draft draft, String by, Instant now) {
        Publication publication = draft.publication();
        boolean sent = !draft.backfill();
        Instant dispatch = later(publication.at(), now);
        Instant expiry = publication.at().plus(draft.story().format().shelfLife());
        return new Placement(
                        PlacementId.of(draft.story().key()),
                        draft.story(),
                        draft.note(),
                        publication,
                        draft.forwardability(),
                        draft.backfill(),
                        List.of(by),
                        now,
                        sent ? Status.SCHEDULED : Status.JUDGED,
                        sent
                                ? Map.of(
                                        Timer.DISPATCH,
                                        dispatch,
                                        Timer.VERDICT,
                                        later(publication.deadline(), dispatch))
                                : Map.of(),
                        null,
                        sent ? null : Judgment.of(Reached.notSent(), now),
                        expiry,
                        Changes.NONE,
                        1)
                .withShelfLifeUntil(expiry, now);
    }

    /// Sets timers for the question before the end of the shelf life and for the end itself; a
    /// backfill causes no question.
    private Placement withShelfLifeUntil(Instant end, Instant now) {
        return change().shelfLife(end, now).version(version).build();
    }

    /// Whether reps may see it: it is published, and neither withdrawn nor retracted (R1.13).
    public boolean isPublicAt(Instant now) {
        return !status.isOver() && !now.isBefore(publication.at());
    }

    /// Whether its story can be submitted again: it was withdrawn, and not because it is a copy
    /// (R1.13).
    public boolean canBeResubmitted() {
        return status == Status.WITHDRAWN && changes.copyOf().isEmpty();
    }

    /// Whether its pings have started going out, so that reps have to be told about later changes.
    public boolean isOut() {
        return dispatchedAt != null;
    }

    /// The pending changes whose emails may go out now.
    public List<PendingChange> dueChanges() {
        return changes.pending().stream().filter(change -> !isHeld(change)).toList();
    }

    /// The changes made by the latest write that somebody may already hear about.
    public List<PendingChange> newChanges() {
        return dueChanges().stream().filter(change -> change.version() == version).toList();
    }

    /// Whether nobody may hear about the change yet, not even a merged copy's readers, because its
    /// email would show a story that is not out (R1.13). A retraction waits for nothing.
    boolean isHeld(PendingChange change) {
        return !isOut()
                && !backfill
                && (change.kind() == Kind.TURN || change.kind() == Kind.CORRECTION);
    }

    /// The earliest instant at which something is due.
    public Optional<Instant> dueAt() {
        return timers.values().stream().min(Comparator.naturalOrder());
    }

    public boolean isDue(Timer timer, Instant now) {
        Instant due = timers.get(timer);
        return due != null && !now.isBefore(due);
    }

    /// The keys that identify the story: a submission with any of them is this placement (R5.4).
    public Set<StoryKey> storyKeys() {
        Set<StoryKey> keys = new LinkedHashSet<>();
        keys.add(story.key());
        keys.addAll(changes.formerKeys());
        changes.copies().stream()
                .filter(copy -> copy.placement() == null)
                .map(Copy::key)
                .forEach(keys::add);
        return keys;
    }

    /// Freezes the recipients and starts sending the pings. Emails about changes that waited for
    /// this go out after the pings, so that whoever gets a ping is not told again.
    ///
    /// @param warnAt the next warning step before the deadline; null if none is left
    public Placement dispatched(Instant at, Instant checkSendsAt, @Nullable Instant warnAt) {
        PlacementChange change = change();
        if (!changes.pending().isEmpty()) {
            change.timer(Timer.FOLLOW_UP, checkSendsAt);
        }
        return change.timer(Timer.WARNING, warnAt)
                .status(Status.DISTRIBUTING)
                .timer(Timer.DISPATCH, null)
                .timer(Timer.SENDS, checkSendsAt)
                .dispatchedAt(at)
                .forwardableSince(at)
                .build();
    }

    /// Sets the next time to warn someone who can act if any rep has not been reached (R1.9); null
    /// if no step is left.
    public Placement warningAt(@Nullable Instant next) {
        return change().timer(Timer.WARNING, next).build();
    }

    public Placement checkingSendsAt(Instant next) {
        return postponed(Set.of(Timer.SENDS), next);
    }

    /// Moves these timers.
    public Placement postponed(Set<Timer> these, Instant next) {
        PlacementChange change = change();
        these.forEach(timer -> change.timer(timer, next));
        return change.build();
    }

    /// All pings have been sent.
    public Placement distributed() {
        return change().status(status == Status.DISTRIBUTING ? Status.DISTRIBUTED : status)
                .timer(Timer.SENDS, null)
                .build();
    }

    /// Records the verdict. A retracted placement gets one too, and stays retracted.
    public Placement judged(Judgment verdict) {
        return change().status(status.isOver() ? status : Status.JUDGED)
                .timer(Timer.VERDICT, null)
                .timer(Timer.WARNING, null)
                .judgment(verdict)
                .build();
    }

    public Placement restated(Judgment verdict) {
        return change().judgment(verdict).build();
    }

    /// Sets the timer for starting the dispatch again, in case it gets lost once more.
    ///
    /// @param warnAt the next warning step before the deadline; null if none is left
    public Placement dispatchingAgainAt(Instant next, @Nullable Instant warnAt) {
        return change().timer(Timer.DISPATCH, next).timer(Timer.WARNING, warnAt).build();
    }

    /// The same placement with another id, for a story that is submitted again, and for samples
    /// whose ids appear in links and events.
    public Placement named(PlacementId name) {
        return change().id(name).version(version).build();
    }

    /// Adds a person who submitted the same story.
    public Placement alsoSubmittedBy(String person) {
        return change().submittedBy(and(submittedBy, person)).build();
    }

    /// Withdraws a placement that nobody has heard about (R1.13), or one that is a copy of another
    /// placement, so that nothing more is sent about it (R5.4). Unsent pings are canceled.
    public Placement withdrawn(TakenBack why) {
        PlacementChange change = over(Status.WITHDRAWN, why, Timer.SENDS);
        return why.copyOf() != null && (isOut() || backfill)
                ? change.followUp(Kind.FOLDED, 1, why.at()).build()
                : change.build();
    }

    /// Retracts the placement: it may no longer be used (R5.6). A verdict that is still due is
    /// still recorded, because the history of rule 1 stays as it was; if no pings have gone out,
    /// there is no verdict. Emails about earlier changes are dropped.
    public Placement retracted(TakenBack why) {
        PlacementChange change =
                isOut()
                        ? over(Status.RETRACTED, why, Timer.SENDS, Timer.VERDICT)
                        : over(Status.RETRACTED, why);
        return change.forwardability(Forwardability.RED)
                .followUp(Kind.RETRACTION, 1, why.at())
                .build();
    }

    /// The changes to tell a reader of, if the reader's email was written from an earlier version.
    ///
    /// @param told the version that the email was written from
    public List<PendingChange> changesAfter(long told) {
        return news((version, at) -> version > told);
    }

    /// The changes to tell a reader of, if the reader's email was about a copy.
    ///
    /// @param merged when the copy was merged into this placement
    public List<PendingChange> changesSince(Instant merged) {
        return news((version, at) -> version > 0 && !at.isBefore(merged));
    }

    private List<PendingChange> news(BiPredicate<Long, Instant> isNews) {
        return switch (status) {
            case RETRACTED -> List.of(new PendingChange(Kind.RETRACTION, 1, version));
            case WITHDRAWN -> List.of();
            case SCHEDULED, DISTRIBUTING, DISTRIBUTED, JUDGED -> changes.news(isNews);
        };
    }

    /// An email from before these changes turned out to have arrived after all: its reader is told
    /// too. Those who were told already are not told again.
    public Placement missed(List<PendingChange> missed, Instant now) {
        List<PendingChange> pending = new ArrayList<>(changes.pending());
        missed.forEach(change -> pending.add(change.again()));
        return change().pending(pending).timer(Timer.FOLLOW_UP, now).build();
    }

    private PlacementChange over(Status end, TakenBack why, Timer... kept) {
        PlacementChange change = change().status(end).takenBack(why).pending(List.of()).noTimers();
        for (Timer timer : kept) {
            change.timer(timer, timers.get(timer));
        }
        return change;
    }

    /// Moves `P` and everything that depends on it (R1.13).
    ///
    /// @param verdict the verdict under the new deadline; null if the deadline is still ahead
    public Placement moved(Move move, @Nullable Judgment verdict) {
        Duration by = Duration.between(publication.at(), move.to().at());
        PlacementChange change =
                change().publication(move.to())
                        .moves(and(changes.moves(), move.withoutNames()))
                        .shelfLife(expiresAt.plus(by), move.at())
                        .judgment(verdict);
        if (backfill) {
            return change.build();
        }
        Instant sent = dispatchedAt != null ? dispatchedAt : later(move.to().at(), move.at());
        if (dispatchedAt == null) {
            change.timer(Timer.DISPATCH, sent);
        }
        return verdict == null
                ? change.timer(Timer.VERDICT, later(move.to().deadline(), sent))
                        .timer(Timer.WARNING, warningAfter(move, by))
                        .status(status == Status.JUDGED ? Status.DISTRIBUTED : status)
                        .build()
                : change.timer(Timer.VERDICT, null).timer(Timer.WARNING, null).build();
    }

    /// The warning moves with the deadline. If the last step had passed, the steps before the new
    /// deadline are checked now.
    private @Nullable Instant warningAfter(Move move, Duration by) {
        Instant due = timers.get(Timer.WARNING);
        return dispatchedAt == null ? null : due == null ? move.at() : due.plus(by);
    }

    /// Changes what reps may do with the placement (R5.5), and notifies everyone who was told
    /// something different.
    public Placement turned(ColorChange turn) {
        PlacementChange change =
                change().forwardability(turn.to())
                        .turns(and(changes.turns(), turn.in(version + 1)));
        boolean isOut = isOut() || backfill;
        if (isOut) {
            change.forwardableSince(turn.at());
        }
        return isOut || changes.hasMergedCopies()
                ? change.followUp(Kind.TURN, turn.number(), turn.at()).build()
                : change.build();
    }

    /// Corrects what reps were told (R5.6); exactly those reps are notified.
    public Placement corrected(Story right, Note rightNote, Correction correction) {
        PlacementChange change =
                change().story(right)
                        .note(rightNote)
                        .corrections(and(changes.corrections(), correction.in(version + 1)));
        if (right.format() != story.format() && changes.renewals().isEmpty()) {
            change.shelfLife(publication.at().plus(right.format().shelfLife()), correction.at());
        }
        if (isOut() && right.tone() != story.tone()) {
            change.forwardableSince(correction.at());
        }
        if (isOut() && isMappedAnew(right, rightNote)) {
            change.timer(Timer.SEQUENCES, correction.at());
        }
        if (!right.key().equals(story.key()) && !changes.formerKeys().contains(story.key())) {
            change.formerKeys(and(changes.formerKeys(), story.key()));
        }
        return isOut() || changes.hasMergedCopies()
                ? change.followUp(Kind.CORRECTION, correction.number(), correction.at()).build()
                : change.build();
    }

    /// Whether different mapping rules may match now, in which case other owners are asked (R2.1).
    private boolean isMappedAnew(Story right, Note rightNote) {
        return right.format() != story.format()
                || !Objects.equals(right.topic(), story.topic())
                || !rightNote.segments().equals(note.segments())
                || !rightNote.personas().equals(note.personas());
    }

    /// The same placement with the stored version, for a change made in several steps but stored as
    /// one: the next step then gets the version that follows it.
    public Placement onVersion(long stored) {
        return change().version(stored).build();
    }

    /// Attaches a copy of the story published elsewhere; no clock moves (R5.4).
    public Placement withCopy(Copy copy) {
        return change().copies(and(changes.copies(), copy)).build();
    }

    /// Records an exemption, replacing any earlier one for the same question (R2.5).
    public Placement exempted(Exemption exemption) {
        return withExemption(exemption).build();
    }

    /// Undoes an exemption (R2.5). What it had stopped goes on: sequence owners are asked, or reps
    /// with an open deal are reminded of the kit.
    public Placement notExempt(Exemption exemption, Exemption.Undone undone) {
        PlacementChange change = withExemption(exemption.with(undone));
        if (!isOut() && !backfill) {
            return change.build();
        }
        if (exemption.question() == Question.IN_ACTIVE_SEQUENCE) {
            return change.timer(Timer.SEQUENCES, undone.at()).build();
        }
        return backfill || timers.containsKey(Timer.KIT_REMINDER)
                ? change.build()
                : change.timer(Timer.KIT_REMINDER, undone.at()).build();
    }

    private PlacementChange withExemption(Exemption exemption) {
        List<Exemption> all = new ArrayList<>(changes.exemptions());
        all.removeIf(each -> each.question() == exemption.question());
        return change().exemptions(and(all, exemption));
    }

    /// Records a choice, replacing any earlier one for the same sequence (R2.1). The owner is asked
    /// at once, unless the placement has not gone out yet.
    public Placement chosen(Choice choice) {
        List<Choice> all = new ArrayList<>(changes.choices());
        all.removeIf(each -> each.sequence().equals(choice.sequence()));
        PlacementChange change = change().choices(and(all, choice));
        return isOut() || backfill
                ? change.followUp(Kind.CHOICE, choice.number(), choice.at()).build()
                : change.build();
    }

    /// Sends the ping again to those it did not reach (R1.12).
    public Placement resent(Resend resend) {
        return change().resends(and(changes.resends(), resend))
                .followUp(Kind.RESEND, resend.number(), resend.at())
                .build();
    }

    /// Sets a new end of the shelf life (R5.3).
    public Placement renewed(Renewal renewal) {
        return change().renewals(and(changes.renewals(), renewal))
                .shelfLife(renewal.to(), renewal.at())
                .build();
    }

    /// The periods in which it could not be used although it had gone out, in the order in which
    /// they ended. A period that has not ended is not included.
    public List<Interruption> interruptions() {
        return Interruption.of(this);
    }

    /// The first one that ended after an instant.
    public Optional<Interruption> interruptionAfter(Instant instant) {
        return interruptions().stream().filter(each -> each.until().isAfter(instant)).findFirst();
    }

    public boolean isExpiredAt(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /// The color that applies at an instant: Red if the placement was taken back or has ended,
    /// whatever was decided (R5.5).
    public Forwardability forwardabilityAt(Instant now) {
        return status.isOver() || isExpiredAt(now) ? Forwardability.RED : forwardability;
    }

    /// The shelf life is about to end: the owner is asked about it.
    public Placement askingStillTrue(Instant now) {
        return change().timer(Timer.STILL_TRUE, null)
                .followUp(Kind.STILL_TRUE, shelfLife(), now)
                .build();
    }

    /// The shelf life has ended: sequence owners are asked to take the placement out.
    public Placement expired(Instant now) {
        return change().timer(Timer.EXPIRY, null).followUp(Kind.EXPIRY, shelfLife(), now).build();
    }

    /// The number of its current shelf life, from 1: a renewal, a move and a correction of the
    /// format each begin another.
    public int shelfLife() {
        long formats =
                changes.corrections().stream()
                        .flatMap(each -> each.amendments().stream())
                        .filter(each -> each.field().equals("format"))
                        .count();
        return changes.renewals().size() + changes.moves().size() + (int) formats + 1;
    }

    /// Sets the next time to check on sequence owners (R2.6); null if nobody is left to ask.
    public Placement askingOwnersAt(@Nullable Instant next) {
        return change().timer(Timer.SEQUENCES, next).build();
    }

    /// Sets the next time to check on reps with an open deal (R3.5).
    public Placement remindingOfKitAt(Instant next) {
        return change().timer(Timer.KIT_REMINDER, next).build();
    }

    /// Every rep with an open deal has been reminded of the kit (R3.5).
    public Placement remindedOfKit() {
        return change().timer(Timer.KIT_REMINDER, null).build();
    }

    /// Sets the next time to check the emails about its changes.
    public Placement followingUpAt(Instant next) {
        return change().timer(Timer.FOLLOW_UP, next).build();
    }

    /// The emails about these changes are out or cannot be sent.
    ///
    /// @param ownersAt the next time to check on sequence owners (R2.6); null to leave it as it is
    public Placement followedUp(
            List<PendingChange> done, Instant next, @Nullable Instant ownersAt) {
        List<PendingChange> left = new ArrayList<>(changes.pending());
        left.removeAll(done);
        boolean allHeld = left.stream().allMatch(this::isHeld);
        PlacementChange change =
                change().pending(left).timer(Timer.FOLLOW_UP, allHeld ? null : next);
        @Nullable Instant running = timers.get(Timer.SEQUENCES);
        boolean sooner = ownersAt != null && (running == null || ownersAt.isBefore(running));
        return sooner ? change.timer(Timer.SEQUENCES, ownersAt).build() : change.build();
    }

    private PlacementChange change() {
        return new PlacementChange(this);
    }

    static <T> List<T> and(List<T> all, T one) {
        List<T> more = new ArrayList<>(all);
        more.add(one);
        return more;
    }

    static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
