package app.prtosales.placement;

import app.prtosales.text.Words;

/// A change of a placement that still has emails to send. It stays with the placement until all of
/// them are out or cannot be sent; [Timer#FOLLOW_UP] guarantees that.
///
/// @param number counts the changes of this kind, from 1, or is the number of the shelf life
/// @param version the version of the placement that contains the change: reps whose email was about
///   an older version are told again, reps whose email was about this one are not
/// @param late whether it is pending again for readers whose email turned out to have arrived: only
///   they are told, not sequence owners or distributors who joined later
public record PendingChange(Kind kind, int number, long version, boolean late) {

    public PendingChange(Kind kind, int number, long version) {
        this(kind, number, version, false);
    }

    PendingChange again() {
        return new PendingChange(kind, number, version, true);
    }

    /// Whether it is the same change, pending for the first time or again.
    public boolean isOf(PendingChange other) {
        return kind == other.kind && number == other.number;
    }

    /// What changed.
    public enum Kind {
        /// What reps may do with it changed (R5.5).
        TURN,
        /// Something that reps were told was corrected (R5.6).
        CORRECTION,
        /// The placement may no longer be used (R5.6).
        RETRACTION,
        /// The ping is sent again to those it did not reach (R1.12).
        RESEND,
        /// The owner is asked "still true?" before the shelf life ends (R5.3).
        STILL_TRUE,
        /// The shelf life has ended: sequence owners are asked to take the placement out (R5.3).
        EXPIRY,
        /// The shelf life had ended and has a new end: distributors whose ping was canceled by that
        /// get it (R5.3, R5.5).
        RENEWAL,
        /// It is a copy of another placement: sequence owners are asked to take it out (R5.4).
        FOLDED,
        /// Someone chose a sequence for it: the sequence's owner is asked (R2.1, R2.2).
        CHOICE;

        public String word() {
            return Words.of(this);
        }
    }
}
