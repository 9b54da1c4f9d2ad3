package app.prtosales.link;

import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a link in a mail is good for, and for whom (R5.8).
///
/// @param person a rep's id or, for [Purpose#SEQUENCE], the sequence's: its owner is meant
/// @param expiresAt to the second
public record Link(Purpose purpose, PlacementId placement, String person, Instant expiresAt) {

    public Link {
        expiresAt = expiresAt.truncatedTo(ChronoUnit.SECONDS);
    }
}
