package app.prtosales.link;

import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What a link in a mail is good for, and for whom (R5.8).
///
/// @param person a rep's id, a leader's or, for [Purpose#SEQUENCE] and [Purpose#REMOVAL], the
///   sequence's
/// @param holder the id of the person whom the link was mailed to, where `person` is a sequence:
///   its owner may change, and the link stops with whoever got it (R5.12); null where `person` is
///   the holder
/// @param expiresAt to the second
public record Link(
        Purpose purpose,
        PlacementId placement,
        String person,
        @Nullable String holder,
        Instant expiresAt) {

    /// How long a link in a mail works.
    public static final Duration LASTS = Duration.ofDays(90);

    public Link {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /// One to the person themselves.
    public Link(Purpose purpose, PlacementId placement, String person, Instant expiresAt) {
        this(purpose, placement, person, null, expiresAt);
    }

    /// A link is good up to the second in which it expires, and not after.
    public boolean isExpiredAt(Instant now) {
        return now.isAfter(expiresAt);
    }

    /// The same link, of this person.
    public Link heldBy(String id) {
        return new Link(purpose, placement, person, id, expiresAt);
    }

    /// When its mail was written.
    public Instant writtenAt() {
        return expiresAt.minus(LASTS);
    }
}
