package app.prtosales.mailing;

/// Keeps a sender within its share of the mail system's rate.
@FunctionalInterface
public interface Pace {

    /// Waits until the next email may be sent.
    ///
    /// @throws NoAnswer if the mail system is down and does not say how fast it accepts mail
    void await();

    /// The mail system is down; sending was not attempted.
    final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NoAnswer(Throwable why) {
            super("the mail system does not answer", why);
        }
    }
}
