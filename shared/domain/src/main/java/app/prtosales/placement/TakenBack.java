package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A placement was withdrawn before anybody heard of it (R1.13), or retracted afterwards (R5.6).
///
/// @param copyOf the placement that it turned out to be a copy of; null where it is not one
/// @param by a person's id
public record TakenBack(Instant at, String by, String reason, @Nullable PlacementId copyOf) {}
