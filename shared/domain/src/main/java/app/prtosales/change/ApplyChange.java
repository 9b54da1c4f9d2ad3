package app.prtosales.change;

import app.prtosales.change.Decision.Answer;
import app.prtosales.change.Decision.Write;
import app.prtosales.change.Decision.WriteBoth;
import app.prtosales.change.Seen.Newer;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.People;
import app.prtosales.history.Person;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Applies a change to the current placement, together with its history entry, in one conditional
/// write, even if the change affects two placements. If someone else changed the placement first,
/// the change is decided again. The emails that it requires are not sent here: the change stays
/// pending on the placement until they are out.
final class ApplyChange {

    private static final int TRIES = 5;

    private final Placements placements;
    private final People people;
    private final Announcements announcements;
    private final InstantSource clock;
    private final boolean writes;
    private final Seen seen;

    ApplyChange(
            Placements placements,
            People people,
            Announcements announcements,
            InstantSource clock) {
        this(placements, people, announcements, clock, true, Seen.NOTHING);
    }

    private ApplyChange(
            Placements placements,
            People people,
            Announcements announcements,
            InstantSource clock,
            boolean writes,
            Seen seen) {
        this.placements = placements;
        this.people = people;
        this.announcements = announcements;
        this.clock = clock;
        this.writes = writes;
        this.seen = seen;
    }

    /// The same without the write: if a change would be made, the outcome is
    /// [ChangeOutcome.Unchanged].
    ApplyChange withoutWriting() {
        return new ApplyChange(placements, people, announcements, clock, false, seen);
    }

    /// The same, except that it overwrites only what the person saw.
    ApplyChange basedOn(Seen fields) {
        return new ApplyChange(placements, people, announcements, clock, writes, fields);
    }

    /// A [Step] that needs the reason for the change.
    @FunctionalInterface
    interface ReasonedStep {

        Decision on(Placement placement, Instant now, String reason);
    }

    /// Applies a change that needs nothing except a reason.
    ChangeOutcome applyWithReason(
            PlacementId id, @Nullable String reason, Person by, ReasonedStep step) {
        Problems problems = new Problems();
        String why = Reason.read(reason, problems);
        return problems.any()
                ? ChangeOutcome.invalid(problems)
                : apply(id, by, (placement, now) -> step.on(placement, now, why));
    }

    ChangeOutcome apply(PlacementId id, Person by, Step step) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Placement> found = placements.find(id);
            if (found.isEmpty()) {
                return new ChangeOutcome.NoSuchPlacement();
            }
            Instant now = clock.instant();
            Optional<ChangeOutcome> outcome =
                    switch (step.on(found.get(), now)) {
                        case Answer(var answer) -> Optional.of(answer);
                        case Write write ->
                                carryOut(found.get(), write, () -> store(write, now, by));
                        case WriteBoth(var write, var other) ->
                                carryOut(found.get(), write, () -> store(write, other, now, by));
                    };
            if (outcome.isPresent()) {
                return outcome.get();
            }
        }
        throw new IllegalStateException("placement %s keeps changing".formatted(id));
    }

    private Optional<ChangeOutcome> carryOut(
            Placement before, Write write, Supplier<Optional<ChangeOutcome>> store) {
        List<Newer> newer = seen.overwritten(before, write.changed());
        if (!newer.isEmpty()) {
            return Optional.of(outdated(newer));
        }
        if (!fits(write.changed())) {
            return Optional.of(full(before, write));
        }
        return writes ? store.get() : Optional.of(new ChangeOutcome.Unchanged(before));
    }

    private ChangeOutcome outdated(List<Newer> newer) {
        Map<String, String> names = new HashMap<>();
        newer.stream()
                .flatMap(each -> Stream.ofNullable(each.by()))
                .distinct()
                .forEach(id -> people.find(id).ifPresent(person -> names.put(id, person.email())));
        return new ChangeOutcome.Outdated(newer, names);
    }

    /// @return empty if someone else changed it first
    private Optional<ChangeOutcome> store(Write write, Instant now, Person by) {
        people.remember(by);
        List<HistoryEntry> entries = List.of(entry(write, now, by));
        @Nullable PlacementId holder = write.previousHolder();
        boolean replaced =
                holder == null
                        ? placements.replace(write.changed(), entries)
                        : placements.replaceInPlaceOf(holder, write.changed(), entries);
        return replaced ? Optional.of(changed(write, announce(write.changed()))) : Optional.empty();
    }

    /// @return empty if someone else changed one of them first
    private Optional<ChangeOutcome> store(Write write, Write other, Instant now, Person by) {
        people.remember(by);
        List<HistoryEntry> entries = List.of(entry(write, now, by), entry(other, now, by));
        if (!placements.replaceBoth(write.changed(), other.changed(), entries)) {
            return Optional.empty();
        }
        boolean announced = announce(write.changed());
        return Optional.of(changed(write, announce(other.changed()) && announced));
    }

    private static HistoryEntry entry(Write write, Instant now, Person by) {
        return new HistoryEntry(
                write.changed().id().value(), now, by.id(), write.what(), write.reason());
    }

    private static ChangeOutcome changed(Write write, boolean announced) {
        return new ChangeOutcome.Changed(write.changed(), write.warnings(), announced);
    }

    /// Taking a placement back always fits: its reason is short, and nobody adds to it later. Reps
    /// have to be told to stop using the placement, however full it is (R5.6).
    private boolean fits(Placement changed) {
        return changed.status().isOver() || placements.hasRoom(changed);
    }

    /// A full placement is refused up front, so that there is always room for what the product
    /// itself records later.
    private static ChangeOutcome full(Placement before, Write write) {
        boolean copy = write.changed().changes().copies().size() > before.changes().copies().size();
        Problems problems = new Problems();
        problems.add(
                copy ? "url" : "reason",
                "This story has had too many changes to hold more. Submit what’s new as a separate story");
        return ChangeOutcome.invalid(problems);
    }

    /// The event only speeds things up: if it is lost, the placement's stored timer does the same
    /// work. Nobody outside is told about a story that is not out (R1.13).
    private boolean announce(Placement changed) {
        if (changed.newChanges().isEmpty() || !(changed.isOut() || changed.backfill())) {
            return true;
        }
        try {
            announcements.changed(changed);
            return true;
        } catch (NotAnnounced theTimerSeesToIt) {
            return false;
        }
    }
}
