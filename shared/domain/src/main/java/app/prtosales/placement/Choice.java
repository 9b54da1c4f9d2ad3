package app.prtosales.placement;

import app.prtosales.id.SequenceId;
import java.time.Instant;

/// A sequence and a stage that somebody chose for a placement by hand, such as where no rule fits
/// it (R2.1). Like a rule's suggestion it counts only once the sequence's owner confirms it.
///
/// @param number among those of the placement, from 1
/// @param sequence its id
/// @param by the id of the person who chose it
public record Choice(
        int number, SequenceId sequence, String stage, String reason, Instant at, String by) {}
