package app.prtosales.placement;

import java.time.Instant;

/// A change of the end of the shelf life, because the story is still true, or no longer is (R5.3).
///
/// @param number counts the renewals of a placement, from 1
/// @param by a person's id
public record Renewal(int number, Instant from, Instant to, Instant at, String by, String reason) {}
