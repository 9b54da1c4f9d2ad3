package app.prtosales.placement;

import app.prtosales.history.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All placements.
public interface Placements {

    /// Adds a placement with its timers and its first history entry, all or nothing.
    Admission add(Placement placement, Request request, HistoryEntry entry);

    /// The same, for a story that belongs to a withdrawn placement: from then on, the story belongs
    /// to the new one.
    ///
    /// @param placement has an id of its own
    /// @param before the withdrawn placement
    /// @return the conflict if someone else was first, or if the id is in use
    Admission addInPlaceOf(
            PlacementId before, Placement placement, Request request, HistoryEntry entry);

    Optional<Placement> find(PlacementId id);

    /// Those of the given placements that exist, in the same order.
    List<Placement> all(List<PlacementId> ids);

    /// The placement itself or, if it turned out to be a copy, the original (R5.4).
    default PlacementId firstOf(PlacementId id) {
        return find(id).flatMap(placement -> placement.changes().copyOf()).orElse(id);
    }

    /// The same, loaded.
    default Optional<Placement> findOriginal(PlacementId id) {
        return find(id).map(placement ->
                placement.changes().copyOf().flatMap(this::find).orElse(placement));
    }

    /// What prevents adding a story under this key: the same request was made before, its
    /// idempotency key was used for another one, or the story is already known. Empty if nothing
    /// does.
    Optional<Admission> conflictFor(StoryKey key, Request request);

    /// The placement that a story belongs to.
    Optional<PlacementId> holderOf(StoryKey key);

    /// Replaces a placement with its changed version, together with the history entries. Any new
    /// keys of the story ([Placement#storyKeys]) belong to the placement from then on.
    ///
    /// @param changed its version must be one more than the stored one
    /// @return false if someone else changed it first, or if one of the keys belongs to another
    ///   placement; nothing is written in that case
    boolean replace(Placement changed, List<HistoryEntry> entries);

    /// The same for a change that takes a link of a withdrawn story: from then on, the link's key
    /// belongs to the changed placement.
    ///
    /// @param before the withdrawn placement, or a copy merged into it
    boolean replaceInPlaceOf(PlacementId before, Placement changed, List<HistoryEntry> entries);

    /// Replaces two placements with their changed versions, both or neither, as [#replace] does.
    boolean replaceBoth(Placement changed, Placement other, List<HistoryEntry> entries);

    /// The same as [#replace], for a caller that has just read the placement, which saves another
    /// read.
    ///
    /// @param before the placement as it was read
    default boolean replace(Placement before, Placement changed, List<HistoryEntry> entries) {
        return replace(changed, entries);
    }

    /// All placements by time of acceptance, newest first.
    ///
    /// @param after the cursor from the previous page; null for the first page
    /// @throws InvalidCursorException if the cursor does not have the form of a page's cursor
    Page newest(int limit, @Nullable String after);

    /// Placements whose deadline `D` is in the half-open range, earliest first, including withdrawn
    /// ones.
    List<Placement> withDeadlineIn(Instant from, Instant to);

    /// Summaries of the placements whose deadline `D` is in the half-open range, earliest first,
    /// except those taken back. Does not read the placements themselves.
    List<StoryInBrief> storiesWithDeadlineIn(Instant from, Instant to);

    /// Placements accepted in the half-open range, earliest first.
    List<Placement> acceptedIn(Instant from, Instant to);

    /// Ids of placements with a timer that has run out, most overdue first. The result can be
    /// slightly out of date, so callers have to load each placement and check.
    List<PlacementId> due(Instant now, int limit);

    /// Removes a due placement that cannot be read from the due list, with all its timers, until it
    /// can be read again (I12).
    void putAside(PlacementId id);

    /// Whether the item still has room for everything the product itself has to record later, so
    /// that a person's change cannot leave the placement stuck.
    default boolean hasRoom(Placement placement) {
        return true;
    }

    /// The earliest instant at which any placement is due.
    Optional<Instant> nextDue();

    /// @param next the cursor for the next page; null if this is the last one
    record Page(List<Placement> placements, @Nullable String next) {}

    /// The parts of a submission request that identify a repeat.
    ///
    /// @param person the id of the person making the request
    /// @param digest a fingerprint of the request's content
    /// @param idempotencyKey the client's name for the request; null if it gave none
    record Request(String person, String digest, @Nullable String idempotencyKey) {}

    /// The result of adding a placement.
    sealed interface Admission {

        record Added() implements Admission {}

        /// The same request arrived before, under the same idempotency key. The key always names
        /// the placement it created, whatever became of it.
        record KeyRepeated(PlacementId existing) implements Admission {}

        /// The same request arrived before; the story still belongs to the placement it created.
        record SameRequest(PlacementId existing) implements Admission {}

        /// The idempotency key was used before for a request with different content.
        record KeyReused() implements Admission {}

        /// The story is already known from another request, or the placement's id is in use.
        record StoryTaken(PlacementId existing) implements Admission {}
    }
}
