package app.prtosales.placement;

import java.time.Instant;

/// Somebody changed what a rep may do with a placement (R5.5).
///
/// @param number counts the turns of a placement, from 1
/// @param from what it was before
/// @param by a person's id
public record ColorChange(
        int number, Forwardability from, Forwardability to, Instant at, String by, String reason) {}
