package app.prtosales.placement;

import app.prtosales.text.Words;

/// Mails that a change of a placement still has to cause. It stays with the placement until every
/// one of them is out, or cannot be; [Timer#FOLLOW_UP] is the guarantee behind it.
///
/// @param number the number of the change among those of its kind, from 1
/// @param version the version of the placement that holds the change: who was told of an older one
///   is told again, who was told of this one knows
public record PendingChange(Kind kind, int number, long version) {

    /// What changed.
    public enum Kind {
        /// What a rep may do with it (R5.5).
        TURN,
        /// What was told of it (R5.6).
        CORRECTION,
        /// It is not to be used any more (R5.6).
        RETRACTION,
        /// The ping goes once more to those not reached (R1.12).
        RESEND,
        /// The owner is asked "still true?" before the shelf life ends (R5.3).
        STILL_TRUE,
        /// The shelf life has ended: owners of sequences take it out (R5.3).
        EXPIRY,
        /// It is a copy of another placement: owners of sequences take it out (R5.4).
        FOLDED,
        /// Somebody chose a sequence for it: its owner is asked (R2.1, R2.2).
        CHOICE;

        public String word() {
            return Words.of(this);
        }
    }
}
