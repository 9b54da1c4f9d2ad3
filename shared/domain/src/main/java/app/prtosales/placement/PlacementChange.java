package app.prtosales.placement;

import app.prtosales.placement.PendingChange.Kind;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds the next version of a placement.
final class PlacementChange {
    private final Placement from;
    private final Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
    private PlacementId id;
    private Story story;
    private Note note;
    private Publication publication;
    private Forwardability forwardability;
    private List<String> submittedBy;
    private Status status;
    private @Nullable Instant dispatchedAt;
    private @Nullable Judgment judgment;
    private Instant expiresAt;
    private List<ColorChange> turns;
    private List<Move> moves;
    private List<Correction> corrections;
    private List<Copy> copies;
    private List<Exemption> exemptions;
    private List<Choice> choices;
    private List<Resend> resends;
    private List<Renewal> renewals;
    private List<StoryKey> formerKeys;
    private @Nullable TakenBack takenBack;
    private List<PendingChange> pending;
    private long version;

    PlacementChange(Placement from) {
        this.from = from;
        timers.putAll(from.timers());
        id = from.id();
        story = from.story();
        note = from.note();
        publication = from.publication();
        forwardability = from.forwardability();
        submittedBy = from.submittedBy();
        status = from.status();
        dispatchedAt = from.dispatchedAt();
        judgment = from.judgment();
        expiresAt = from.expiresAt();
        turns = from.changes().turns();
        moves = from.changes().moves();
        corrections = from.changes().corrections();
        copies = from.changes().copies();
        exemptions = from.changes().exemptions();
        choices = from.changes().choices();
        resends = from.changes().resends();
        renewals = from.changes().renewals();
        formerKeys = from.changes().formerKeys();
        takenBack = from.changes().takenBack();
        pending = from.changes().pending();
        version = from.version() + 1;
    }

    /// @param at null clears the timer
    PlacementChange timer(Timer timer, @Nullable Instant at) {
        if (at == null) {
            timers.remove(timer);
        } else {
            timers.put(timer, at);
        }
        return this;
    }

    /// Sets the timers for asking sequence owners and reminding reps, which run from the time when
    /// the placement may be forwarded. While it may not be, reps are not reminded, but the owners'
    /// timer stays: they are asked to remove it. Nobody is reminded of a backfill, since reps got
    /// no ping about it.
    PlacementChange forwardableSince(Instant at) {
        boolean green = forwardability == Forwardability.GREEN && story.tone() != Tone.NEGATIVE;
        return green
                ? timer(Timer.SEQUENCES, at.plus(Placement.OWNERS_ANSWER))
                        .timer(
                                Timer.KIT_REMINDER,
                                from.backfill() ? null : at.plus(Placement.REPS_ARM))
                : timer(Timer.KIT_REMINDER, null);
    }

    /// A shelf life that had already ended gets no timer; one that this change ends expires now. If
    /// it had ended and is now extended, sequence owners are asked again, and distributors get the
    /// pings that its end canceled (R5.3, R5.5).
    PlacementChange shelfLife(Instant end, Instant now) {
        boolean ahead = end.isAfter(now);
        boolean ended = from.isExpiredAt(now);
        Instant ask = Placement.later(end.minus(Placement.STILL_TRUE_BEFORE), now);
        expiresAt = end;
        timer(Timer.STILL_TRUE, ahead && !from.backfill() ? ask : null)
                .timer(Timer.EXPIRY, ahead ? end : ended ? null : now);
        if (!ended || !ahead) {
            return this;
        }
        timer(Timer.SEQUENCES, now);
        return from.backfill() ? this : followUp(Kind.RENEWAL, from.shelfLife() + 1, now);
    }

    PlacementChange noTimers() {
        timers.clear();
        return this;
    }

    /// Adds a change whose emails are due at once, unless they wait until the story is out.
    PlacementChange followUp(Kind kind, int number, Instant now) {
        PendingChange change = new PendingChange(kind, number, version);
        pending = Placement.and(pending, change);
        return from.isHeld(change) ? this : timer(Timer.FOLLOW_UP, now);
    }

    PlacementChange id(PlacementId value) {
        id = value;
        return this;
    }

    PlacementChange story(Story value) {
        story = value;
        return this;
    }

    PlacementChange note(Note value) {
        note = value;
        return this;
    }

    PlacementChange publication(Publication value) {
        publication = value;
        return this;
    }

    PlacementChange forwardability(Forwardability value) {
        forwardability = value;
        return this;
    }

    PlacementChange submittedBy(List<String> value) {
        submittedBy = value;
        return this;
    }

    PlacementChange status(Status value) {
        status = value;
        return this;
    }

    PlacementChange dispatchedAt(Instant value) {
        dispatchedAt = value;
        return this;
    }

    PlacementChange judgment(@Nullable Judgment value) {
        judgment = value;
        return this;
    }

    PlacementChange turns(List<ColorChange> value) {
        turns = value;
        return this;
    }

    PlacementChange moves(List<Move> value) {
        moves = value;
        return this;
    }

    PlacementChange corrections(List<Correction> value) {
        corrections = value;
        return this;
    }

    PlacementChange copies(List<Copy> value) {
        copies = value;
        return this;
    }

    PlacementChange exemptions(List<Exemption> value) {
        exemptions = value;
        return this;
    }

    PlacementChange choices(List<Choice> value) {
        choices = value;
        return this;
    }

    PlacementChange resends(List<Resend> value) {
        resends = value;
        return this;
    }

    PlacementChange renewals(List<Renewal> value) {
        renewals = value;
        return this;
    }

    PlacementChange formerKeys(List<StoryKey> value) {
        formerKeys = value;
        return this;
    }

    PlacementChange takenBack(TakenBack value) {
        takenBack = value;
        return this;
    }

    PlacementChange pending(List<PendingChange> value) {
        pending = value;
        return this;
    }

    PlacementChange version(long value) {
        version = value;
        return this;
    }

    Placement build() {
        return new Placement(
                id,
                story,
                note,
                publication,
                forwardability,
                from.backfill(),
                submittedBy,
                from.acceptedAt(),
                status,
                timers,
                dispatchedAt,
                judgment,
                expiresAt,
                new Changes(
                        turns,
                        moves,
                        corrections,
                        copies,
                        exemptions,
                        choices,
                        resends,
                        renewals,
                        formerKeys,
                        takenBack,
                        pending),
                version);
    }
}
