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
import org.jspecify.annotations.Nullable;

/// One story in the media that the company earned, and where it is in its life.
///
/// @param submittedBy ids of the persons who submitted it; the first is the one whose submission
///   was accepted, the others sent the same story later (R5.4)
/// @param backfill imported from the past: no ping, and no answer to question 1 (R4.8)
/// @param timers what it waits for; empty when nothing is left to do
/// @param dispatchedAt the instant that froze its recipients: the reps active then; null before
/// @param judgement null before the deadline
/// @param expiresAt when its shelf life ends (R5.3)
/// @param changes what was changed since it was accepted, and the mails that this still causes
/// @param version grows by one with each change; a change based on an older one is refused
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
        @Nullable Judgement judgement,
        Instant expiresAt,
        Changes changes,
        long version) {

    /// How long the owner of a sequence has to answer before somebody looks (R2.6).
    public static final Duration OWNERS_ANSWER = Duration.ofDays(3);

    /// How long reps have to send the kit before they are reminded (R3.5).
    public static final Duration REPS_ARM = Duration.ofDays(7);

    /// The owner is asked "still true?" this long before the shelf life ends (R5.3).
    public static final Duration STILL_TRUE_BEFORE = Duration.ofDays(14);

    public Placement {
        submittedBy = List.copyOf(submittedBy);
        timers = timers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(timers));
    }

    /// A submission becomes a placement: scheduled, and its first timers set.
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
                        sent ? null : Judgement.of(Reached.notSent(), now),
                        expiry,
                        Changes.NONE,
                        1)
                .withShelfLifeUntil(expiry, now);
    }

    /// Both ends of a shelf life are waited for; whoever imports the past is not asked about it.
    private Placement withShelfLifeUntil(Instant end, Instant now) {
        return change().shelfLife(end, now).version(version).build();
    }

    /// Whether reps may know of it: it is published, and nobody took it back (R1.13).
    public boolean isPublicAt(Instant now) {
        return !status.isOver() && !now.isBefore(publication.at());
    }

    /// The pings went out, or are going out: what changes from now on is to be told.
    public boolean isOut() {
        return dispatchedAt != null;
    }

    /// The earliest instant at which something has to happen.
    public Optional<Instant> dueAt() {
        return timers.values().stream().min(Comparator.naturalOrder());
    }

    public boolean isDue(Timer timer, Instant now) {
        Instant due = timers.get(timer);
        return due != null && !now.isBefore(due);
    }

    /// What the story is known under: a submission of any of them is this placement (R5.4).
    public Set<StoryKey> storyKeys() {
        Set<StoryKey> keys = new LinkedHashSet<>();
        keys.add(story.key());
        keys.addAll(changes.formerKeys());
        changes.copies().stream()
                .filter(copy -> copy.placement() == null)
                .map(copy -> new StoryKey(copy.url().canonical().value()))
                .forEach(keys::add);
        return keys;
    }

    /// The recipients are frozen, and the pings go out.
    ///
    /// @param warnAt the next step before the deadline; null where none is left
    public Placement dispatched(Instant at, Instant checkSendsAt, @Nullable Instant warnAt) {
        return change().timer(Timer.WARNING, warnAt)
                .status(Status.DISTRIBUTING)
                .timer(Timer.DISPATCH, null)
                .timer(Timer.SENDS, checkSendsAt)
                .dispatchedAt(at)
                .forwardableSince(at)
                .build();
    }

    /// Who can act is warned then, if somebody is not reached (R1.9); null where no step is left.
    public Placement warningAt(@Nullable Instant next) {
        return change().timer(Timer.WARNING, next).build();
    }

    public Placement checkingSendsAt(Instant next) {
        return change().timer(Timer.SENDS, next).build();
    }

    /// Every ping has left our hands.
    public Placement distributed() {
        return change().status(status == Status.DISTRIBUTING ? Status.DISTRIBUTED : status)
                .timer(Timer.SENDS, null)
                .build();
    }

    /// A retracted placement gets its verdict as well, and stays retracted.
    public Placement judged(Judgement verdict) {
        return change().status(status.isOver() ? status : Status.JUDGED)
                .timer(Timer.VERDICT, null)
                .timer(Timer.WARNING, null)
                .judgement(verdict)
                .build();
    }

    public Placement restated(Judgement verdict) {
        return change().judgement(verdict).build();
    }

    /// Starts a dispatch that was to have happened by now once more, should it be lost again.
    ///
    /// @param warnAt the next step before the deadline; null where none is left
    public Placement dispatchingAgainAt(Instant next, @Nullable Instant warnAt) {
        return change().timer(Timer.DISPATCH, next).timer(Timer.WARNING, warnAt).build();
    }

    /// The same under another id: for a sample whose id stands in links and events.
    public Placement named(PlacementId name) {
        return change().id(name).version(version).build();
    }

    /// The same story, sent by somebody else as well.
    public Placement alsoSubmittedBy(String person) {
        return change().submittedBy(and(submittedBy, person)).build();
    }

    /// Nobody heard of it, and nobody will (R1.13); or it is a copy of another placement, and
    /// nobody hears more of it (R5.4). Pings that are still to go are cancelled.
    public Placement withdrawn(TakenBack why) {
        PlacementChange change = over(Status.WITHDRAWN, why, Timer.SENDS);
        return why.copyOf() != null && (isOut() || backfill)
                ? change.followUp(Kind.FOLDED, 1, why.at()).build()
                : change.build();
    }

    /// Not to be used any more (R5.6). A verdict that is still to come still comes, for rule 1's
    /// history stays as it was; mails about earlier changes are overtaken.
    public Placement retracted(TakenBack why) {
        return over(Status.RETRACTED, why, Timer.SENDS, Timer.VERDICT)
                .forwardability(Forwardability.RED)
                .followUp(Kind.RETRACTION, 1, why.at())
                .build();
    }

    private PlacementChange over(Status end, TakenBack why, Timer... kept) {
        PlacementChange change = change().status(end).takenBack(why).pending(List.of()).noTimers();
        for (Timer timer : kept) {
            change.timer(timer, timers.get(timer));
        }
        return change;
    }

    /// `P` moves, and with it everything that hangs on it (R1.13).
    ///
    /// @param verdict under the new deadline; null where it lies ahead
    public Placement moved(Move move, @Nullable Judgement verdict) {
        Duration by = Duration.between(publication.at(), move.to().at());
        PlacementChange change =
                change().publication(move.to())
                        .moves(and(changes.moves(), move.withoutNames()))
                        .shelfLife(expiresAt.plus(by), move.at())
                        .judgement(verdict);
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

    /// Moves with the deadline. Where the last step was past, the steps of the new deadline are
    /// looked at now.
    private @Nullable Instant warningAfter(Move move, Duration by) {
        Instant due = timers.get(Timer.WARNING);
        return dispatchedAt == null ? null : due == null ? move.at() : due.plus(by);
    }

    /// What a rep may do with it changes (R5.5); who was told otherwise is told.
    public Placement turned(ColorChange turn) {
        PlacementChange change =
                change().forwardability(turn.to()).turns(and(changes.turns(), turn));
        return isOut() || backfill
                ? change.followUp(Kind.TURN, turn.number(), turn.at())
                        .forwardableSince(turn.at())
                        .build()
                : change.build();
    }

    /// What was told of it was wrong (R5.6); exactly those who were told are told again.
    public Placement corrected(Story right, Note rightNote, Correction correction) {
        PlacementChange change =
                change().story(right)
                        .note(rightNote)
                        .corrections(and(changes.corrections(), correction));
        if (right.format() != story.format() && changes.renewals().isEmpty()) {
            change.shelfLife(publication.at().plus(right.format().shelfLife()), correction.at());
        }
        if (isOut() && isMappedAnew(right, rightNote)) {
            change.timer(Timer.SEQUENCES, correction.at());
        }
        if (!right.key().equals(story.key()) && !changes.formerKeys().contains(story.key())) {
            change.formerKeys(and(changes.formerKeys(), story.key()));
        }
        return isOut()
                ? change.followUp(Kind.CORRECTION, correction.number(), correction.at()).build()
                : change.build();
    }

    /// Whether other rules may fit from now on: then other owners are asked (R2.1).
    private boolean isMappedAnew(Story right, Note rightNote) {
        return right.format() != story.format()
                || !Objects.equals(right.topic(), story.topic())
                || !rightNote.segments().equals(note.segments())
                || !rightNote.personas().equals(note.personas());
    }

    /// The same, as one step of a change that is written as a whole over that version.
    public Placement over(long stored) {
        return change().version(stored).build();
    }

    /// The same story elsewhere; no clock moves (R5.4).
    public Placement withCopy(Copy copy) {
        return change().copies(and(changes.copies(), copy)).build();
    }

    /// In the place of an earlier exemption from the same question (R2.5).
    public Placement exempted(Exemption exemption) {
        List<Exemption> all = new ArrayList<>(changes.exemptions());
        all.removeIf(each -> each.question() == exemption.question());
        return change().exemptions(and(all, exemption)).build();
    }

    /// In the place of an earlier choice of the same sequence (R2.1). Its owner is asked at once,
    /// but not of what nobody has heard of yet.
    public Placement chosen(Choice choice) {
        List<Choice> all = new ArrayList<>(changes.choices());
        all.removeIf(each -> each.sequence().equals(choice.sequence()));
        PlacementChange change = change().choices(and(all, choice));
        return isOut() || backfill
                ? change.followUp(Kind.CHOICE, choice.number(), choice.at()).build()
                : change.build();
    }

    /// The ping goes once more to those not reached (R1.12).
    public Placement resent(Resend resend) {
        return change().resends(and(changes.resends(), resend))
                .followUp(Kind.RESEND, resend.number(), resend.at())
                .build();
    }

    /// Its shelf life ends then (R5.3). Where it was over, owners of sequences are asked once more.
    public Placement renewed(Renewal renewal) {
        PlacementChange change =
                change().renewals(and(changes.renewals(), renewal))
                        .shelfLife(renewal.to(), renewal.at());
        return isExpiredAt(renewal.at()) && !backfill
                ? change.timer(Timer.SEQUENCES, renewal.at()).build()
                : change.build();
    }

    public boolean isExpiredAt(Instant now) {
        return !expiresAt.isAfter(now);
    }

    /// What holds then, whatever was decided: nobody is to use what was taken back, or what has
    /// ended (R5.5).
    public Forwardability forwardabilityAt(Instant now) {
        return status.isOver() || isExpiredAt(now) ? Forwardability.RED : forwardability;
    }

    /// Its shelf life ends soon: the owner is asked about it.
    public Placement askingStillTrue(Instant now) {
        return change().timer(Timer.STILL_TRUE, null)
                .followUp(Kind.STILL_TRUE, shelfLife(), now)
                .build();
    }

    /// Its shelf life has ended: the owners of sequences take it out.
    public Placement expired(Instant now) {
        return change().timer(Timer.EXPIRY, null).followUp(Kind.EXPIRY, shelfLife(), now).build();
    }

    /// Which of its shelf lives this is, from 1.
    private int shelfLife() {
        return changes.renewals().size() + 1;
    }

    /// Owners of sequences are looked after again then (R2.6); null where nobody is left to ask.
    public Placement askingOwnersAt(@Nullable Instant next) {
        return change().timer(Timer.SEQUENCES, next).build();
    }

    /// Reps with an open deal are looked after again then (R3.5).
    public Placement remindingOfKitAt(Instant next) {
        return change().timer(Timer.KIT_REMINDER, next).build();
    }

    /// Every rep with an open deal was reminded of the kit (R3.5).
    public Placement remindedOfKit() {
        return change().timer(Timer.KIT_REMINDER, null).build();
    }

    /// The mails of its changes are looked at again at `next`.
    public Placement followingUpAt(Instant next) {
        return change().timer(Timer.FOLLOW_UP, next).build();
    }

    /// The mails of these changes are out, or cannot be.
    ///
    /// @param ownersAt when owners of sequences are looked after (R2.6); null leaves that as it is
    public Placement followedUp(
            List<PendingChange> done, Instant next, @Nullable Instant ownersAt) {
        List<PendingChange> left = new ArrayList<>(changes.pending());
        left.removeAll(done);
        PlacementChange change =
                change().pending(left).timer(Timer.FOLLOW_UP, left.isEmpty() ? null : next);
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
