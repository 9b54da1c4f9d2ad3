package app.prtosales.placement;

import app.prtosales.history.HistoryEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// All placements.
public interface Placements {

    /// Adds a placement together with its timers and its first history entry, all or nothing.
    Admission add(Placement placement, Request request, HistoryEntry entry);

    /// The same, for a story that a withdrawn placement told: from then on it is this one's.
    ///
    /// @param placement under an id of its own
    /// @param before the withdrawn one
    /// @return what stands in the way where somebody else was first
    Admission addInPlaceOf(
            PlacementId before, Placement placement, Request request, HistoryEntry entry);

    Optional<Placement> find(PlacementId id);

    /// Those of several that are there, in the same order.
    List<Placement> all(List<PlacementId> ids);

    /// The placement itself or, where it turned out to be a copy, the one that it belongs to
    /// (R5.4).
    default PlacementId firstOf(PlacementId id) {
        return find(id).flatMap(placement -> placement.changes().copyOf()).orElse(id);
    }

    /// What stands in the way of this request under this key: the same request from before, its
    /// name used for another one, or the story known already. Empty where nothing does.
    Optional<Admission> standing(StoryKey key, Request request);

    /// Which placement a story is known as.
    Optional<PlacementId> telling(StoryKey key);

    /// Puts a changed placement in the place of the one it was made from, together with what the
    /// history says of it. What the story is newly known under ([Placement#storyKeys]) is the
    /// placement's from then on.
    ///
    /// @param changed its version must be one more than the stored one
    /// @return false when somebody else changed it first, or when a story that it claims is another
    ///   placement's; then nothing was written
    boolean replace(Placement changed, List<HistoryEntry> entries);

    /// The same, for who has just read the placement: it is not read once more.
    ///
    /// @param before as it was read
    default boolean replace(Placement before, Placement changed, List<HistoryEntry> entries) {
        return replace(changed, entries);
    }

    /// Newest first, by when they were accepted.
    ///
    /// @param after the cursor of the page before; null for the first page
    Page newest(int limit, @Nullable String after);

    /// Those whose deadline `D` is in the half-open range, earliest first. Withdrawn ones included.
    List<Placement> withDeadlineIn(Instant from, Instant to);

    /// What those tell whose deadline `D` is in the half-open range, earliest first, without those
    /// that were taken back. No placement is read for it.
    List<StoryInBrief> storiesWithDeadlineIn(Instant from, Instant to);

    /// Those accepted in the half-open range, earliest first.
    List<Placement> acceptedIn(Instant from, Instant to);

    /// Ids of those with a timer that has run out, the most overdue first. It may be a moment
    /// behind: who acts on an id loads the placement and asks it.
    List<PlacementId> due(Instant now, int limit);

    /// Takes one that is due and cannot be read out of what is due, with all its timers, until it
    /// can be read again (I12).
    void putAside(PlacementId id);

    /// Whether there is room for what the product itself has yet to note of it, so that a change by
    /// a person never leaves it stuck.
    default boolean hasRoom(Placement placement) {
        return true;
    }

    /// The earliest instant at which any placement is due.
    Optional<Instant> nextDue();

    /// @param next the cursor of the page that follows; null when this is the last
    record Page(List<Placement> placements, @Nullable String next) {}

    /// One request to submit, as far as it can be repeated.
    ///
    /// @param person the id of who asks
    /// @param digest a fingerprint of what was asked
    /// @param idempotencyKey what the client sent to name this request; null when it sent none
    record Request(String person, String digest, @Nullable String idempotencyKey) {}

    /// What came of adding.
    sealed interface Admission {

        record Added() implements Admission {}

        /// The same request arrived before; the placement it made still stands.
        record SameRequest(PlacementId existing) implements Admission {}

        /// The same idempotency key arrived before, with something else in it.
        record KeyReused() implements Admission {}

        /// The story is known already, from another request.
        record StoryTaken(PlacementId existing) implements Admission {}
    }
}
