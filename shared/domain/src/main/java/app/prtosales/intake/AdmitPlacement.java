package app.prtosales.intake;

import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Adds a placement unless its story is known (R5.4). A story whose placements were all withdrawn
/// can be submitted again, under a new id, so that the withdrawn ones keep separate records
/// (R1.13).
final class AdmitPlacement {

    private static final int TRIES = 5;

    private final Placements placements;
    private final EarlierStories earlier;

    AdmitPlacement(Placements placements) {
        this.placements = placements;
        this.earlier = new EarlierStories(placements);
    }

    /// A placement to be added, and the result.
    ///
    /// @param placement under a new id if it comes after a withdrawn one
    record Admitted(Placement placement, HistoryEntry entry, Admission admission) {

        /// The other placement that has the story; empty if this one was added, or if its
        /// idempotency key was used before.
        Optional<PlacementId> existing() {
            return switch (admission) {
                case Admission.Added() -> Optional.empty();
                case Admission.KeyReused() -> Optional.empty();
                case Admission.KeyRepeated(var existing) -> Optional.empty();
                case Admission.SameRequest(var existing) -> Optional.of(existing);
                case Admission.StoryTaken(var existing) -> Optional.of(existing);
            };
        }
    }

    /// @param pasted the address as it was pasted; null if the story has none
    /// @throws IllegalStateException if others keep adding and withdrawing the story
    Admitted admit(
            @Nullable String pasted, Placement placement, Request request, HistoryEntry entry) {
        Admitted admitted =
                new Admitted(
                        placement,
                        entry,
                        earlier.conflictFor(pasted, placement.story(), request)
                                .orElseGet(() -> placements.add(placement, request, entry)));
        for (int i = 0; i < TRIES; i++) {
            Optional<PlacementId> holder = admitted.existing();
            if (holder.isEmpty() || !original(holder.get()).canBeResubmitted()) {
                return admitted;
            }
            Placement present = earlier.present(holder.get(), pasted, placement.story());
            if (!present.canBeResubmitted()) {
                return new Admitted(placement, entry, new Admission.StoryTaken(present.id()));
            }
            Placement again = placement.named(earlier.nextId(present));
            admitted = add(again, holder.get(), request, entry);
        }
        throw new IllegalStateException(
                "the story of placement %s keeps changing".formatted(placement.id()));
    }

    /// @param holder the withdrawn placement that the story belongs to
    private Admitted add(
            Placement again, PlacementId holder, Request request, HistoryEntry before) {
        HistoryEntry entry =
                new HistoryEntry(
                        again.id().value(),
                        before.at(),
                        before.by(),
                        before.what() + ", after the previous placement was withdrawn",
                        null);
        return new Admitted(again, entry, placements.addInPlaceOf(holder, again, request, entry));
    }

    private Placement original(PlacementId id) {
        return placements.findOriginal(id).orElseThrow();
    }
}
