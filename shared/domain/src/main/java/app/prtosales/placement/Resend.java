package app.prtosales.placement;

import java.time.Instant;

/// A repeat of the ping to those it did not reach (R1.12).
///
/// @param number counts the resends of a placement, from 1
/// @param by a person's id
public record Resend(int number, Instant at, String by, String reason) {}
