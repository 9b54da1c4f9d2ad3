package app.prtosales.placement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One story in the media that the company earned, and where it is in its life.
///
/// @param submittedBy ids of the persons who submitted it; the first is the one whose submission
///   was accepted, the others sent the same story later (R5.4)
/// @param backfill imported from the past: no ping, and no answer to question 1 (R4.8)
/// @param timers what it waits for; empty when nothing is left to do
/// @param dispatchedAt the instant that froze its recipients: the reps active then; null before
/// @param judgement null before the deadline
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
        long version) {

    public Placement {
        submittedBy = List.copyOf(submittedBy);
        timers = timers.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(timers));
    }

    /// A submission becomes a placement: scheduled, and its first timers set.
    public static Placement accepted(Draft draft, String by, Instant now) {
        Publication publication = draft.publication();
        boolean sent = !draft.backfill();
        Instant dispatch = later(publication.at(), now);
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
                1);
    }

    /// Whether reps may know of it: it is published, and nobody took it back (R1.13).
    public boolean isPublicAt(Instant now) {
        return !status.isOver() && !now.isBefore(publication.at());
    }

    /// The earliest instant at which something has to happen.
    public Optional<Instant> dueAt() {
        return timers.values().stream().min(Comparator.naturalOrder());
    }

    public boolean isDue(Timer timer, Instant now) {
        Instant due = timers.get(timer);
        return due != null && !now.isBefore(due);
    }

    /// The recipients are frozen, and the pings go out.
    public Placement dispatched(Instant at, Instant checkSendsAt) {
        return with(
                Status.DISTRIBUTING,
                timers(Timer.DISPATCH, null, Timer.SENDS, checkSendsAt),
                at,
                judgement);
    }

    public Placement checkingSendsAt(Instant next) {
        return with(status, timers(Timer.SENDS, next), dispatchedAt, judgement);
    }

    /// Every ping has left our hands.
    public Placement distributed() {
        return with(
                status == Status.DISTRIBUTING ? Status.DISTRIBUTED : status,
                timers(Timer.SENDS, null),
                dispatchedAt,
                judgement);
    }

    public Placement judged(Judgement verdict) {
        return with(Status.JUDGED, timers(Timer.VERDICT, null), dispatchedAt, verdict);
    }

    public Placement restated(Judgement verdict) {
        return with(status, timers, dispatchedAt, verdict);
    }

    /// Starts a dispatch that was to have happened by now once more, should it be lost again.
    public Placement dispatchingAgainAt(Instant next) {
        return with(status, timers(Timer.DISPATCH, next), dispatchedAt, judgement);
    }

    /// The same under another id: for a sample whose id stands in links and events.
    public Placement named(PlacementId name) {
        return new Placement(
                name,
                story,
                note,
                publication,
                forwardability,
                backfill,
                submittedBy,
                acceptedAt,
                status,
                timers,
                dispatchedAt,
                judgement,
                version);
    }

    /// The same story, sent by somebody else as well.
    public Placement alsoSubmittedBy(String person) {
        List<String> everybody = new ArrayList<>(submittedBy);
        everybody.add(person);
        return new Placement(
                id,
                story,
                note,
                publication,
                forwardability,
                backfill,
                everybody,
                acceptedAt,
                status,
                timers,
                dispatchedAt,
                judgement,
                version + 1);
    }

    private Placement with(
            Status newStatus,
            Map<Timer, Instant> newTimers,
            @Nullable Instant newDispatchedAt,
            @Nullable Judgement newJudgement) {
        return new Placement(
                id,
                story,
                note,
                publication,
                forwardability,
                backfill,
                submittedBy,
                acceptedAt,
                newStatus,
                newTimers,
                newDispatchedAt,
                newJudgement,
                version + 1);
    }

    private Map<Timer, Instant> timers(Timer timer, @Nullable Instant at) {
        Map<Timer, Instant> changed = new EnumMap<>(Timer.class);
        changed.putAll(timers);
        if (at == null) {
            changed.remove(timer);
        } else {
            changed.put(timer, at);
        }
        return changed;
    }

    private Map<Timer, Instant> timers(
            Timer one, @Nullable Instant oneAt, Timer other, @Nullable Instant otherAt) {
        Map<Timer, Instant> changed = new EnumMap<>(Timer.class);
        changed.putAll(timers(one, oneAt));
        if (otherAt == null) {
            changed.remove(other);
        } else {
            changed.put(other, otherAt);
        }
        return changed;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
