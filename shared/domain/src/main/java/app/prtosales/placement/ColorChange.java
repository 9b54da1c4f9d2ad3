package app.prtosales.placement;

import java.time.Instant;

/// A change of what reps may do with a placement (R5.5).
///
/// @param number counts the color changes of a placement, from 1
/// @param from the previous color
/// @param by a person's id
public record ColorChange(
        int number, Forwardability from, Forwardability to, Instant at, String by, String reason) {}
