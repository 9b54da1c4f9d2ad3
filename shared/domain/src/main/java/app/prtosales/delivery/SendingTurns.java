package app.prtosales.delivery;

import java.time.Instant;
import java.util.Optional;

/// The last turn to send that any sender took. If SES allows fewer emails per second than there are
/// senders, they take turns, one email at a time.
public interface SendingTurns {

    /// The storage for turns does not respond.
    final class Unavailable extends RuntimeException {

        private static final long serialVersionUID = 1;

        public Unavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// @return empty if no turn was taken yet
    /// @throws Unavailable if the storage does not respond
    Optional<Instant> last();

    /// Takes a turn.
    ///
    /// @param last the result of [#last]
    /// @param turn in whole milliseconds
    /// @return false if someone else took a turn in the meantime
    /// @throws Unavailable if the storage does not respond; the turn may have been taken
    boolean take(Optional<Instant> last, Instant turn);
}
