package app.prtosales.mailing;

import java.time.Instant;

/// Keeps a sender within its share of the mail system's rate.
@FunctionalInterface
public interface Pace {

    /// Waits until the next email may be sent, but not longer than the caller can wait.
    ///
    /// @param latest when the caller has to be done with waiting, by the product's clock
    /// @return false if the next email cannot be sent by then
    /// @throws NoAnswer if the mail system is down and does not say how fast it accepts mail
    boolean await(Instant latest);

    /// The mail system is down; sending was not attempted.
    final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NoAnswer(Throwable why) {
            super("the mail system does not answer", why);
        }
    }
}
