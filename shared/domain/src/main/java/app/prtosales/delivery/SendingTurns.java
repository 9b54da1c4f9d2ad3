package app.prtosales.delivery;

import java.time.Instant;
import java.util.Optional;

/// The turn that was taken last by any of the senders who mail one after the other: where SES's
/// rate is smaller than their number, none has a whole mail a second to itself.
public interface SendingTurns {

    /// The store of the turns does not answer.
    final class NoTelling extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NoTelling(String message, Throwable cause) {
            super(message, cause);
        }
    }

    /// @return empty when none was taken yet
    /// @throws NoTelling when nobody knows
    Optional<Instant> last();

    /// Takes a turn.
    ///
    /// @param last what [#last] said
    /// @param turn in whole milliseconds
    /// @return false when somebody else took one meanwhile
    /// @throws NoTelling when nobody knows; it may have been taken
    boolean take(Optional<Instant> last, Instant turn);
}
