package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A placement was taken back: withdrawn before anyone heard about it (R1.13) or as a copy of
/// another (R5.4), or retracted (R5.6).
///
/// @param copyOf the placement it turned out to be a copy of; null if it is not a copy
/// @param by a person's id
public record TakenBack(Instant at, String by, String reason, @Nullable PlacementId copyOf) {}
