package app.prtosales.link;

import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// What a link in an email may do, and for whom (R5.8).
///
/// @param person the id of a rep, a leader or someone who is signed in; for [Purpose#SEQUENCE] and
///   [Purpose#REMOVAL], the id of the sequence
/// @param holder the id of the person the link was emailed to, if `person` is a sequence: its owner
///   may change, and a link stops working once the person who got it is no longer the owner
///   (R5.12); null if `person` is the holder
/// @param expiresAt to the second
public record Link(
        Purpose purpose,
        PlacementId placement,
        String person,
        @Nullable String holder,
        Instant expiresAt) {

    /// How long a link in an email works.
    public static final Duration LASTS = Duration.ofDays(90);

    public Link {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }

    /// A link whose holder is the person it names.
    public Link(Purpose purpose, PlacementId placement, String person, Instant expiresAt) {
        this(purpose, placement, person, null, expiresAt);
    }

    /// A link still works at the instant of its expiration, and not after.
    public boolean isExpiredAt(Instant now) {
        return now.isAfter(expiresAt);
    }

    /// The same link, held by this person.
    public Link heldBy(String id) {
        return new Link(purpose, placement, person, id, expiresAt);
    }

    /// When the email with this link was written.
    public Instant writtenAt() {
        return expiresAt.minus(LASTS);
    }
}
