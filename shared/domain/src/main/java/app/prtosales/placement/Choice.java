package app.prtosales.placement;

import app.prtosales.id.SequenceId;
import java.time.Instant;

/// A sequence and stage that someone chose for a placement by hand, for example because no rule
/// matches it (R2.1). Like a rule's suggestion, it counts only after the sequence's owner confirms
/// it.
///
/// @param number counts the choices of a placement, from 1
/// @param sequence its id
/// @param by the id of the person who chose it
public record Choice(
        int number, SequenceId sequence, String stage, String reason, Instant at, String by) {}
