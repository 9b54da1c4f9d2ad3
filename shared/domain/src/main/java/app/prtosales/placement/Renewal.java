package app.prtosales.placement;

import java.time.Instant;

/// The end of a shelf life was moved: it is still true, or no longer (R5.3).
///
/// @param number counts the renewals of a placement, from 1
/// @param by a person's id
public record Renewal(int number, Instant from, Instant to, Instant at, String by, String reason) {}
