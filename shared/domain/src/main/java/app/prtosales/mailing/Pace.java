package app.prtosales.mailing;

/// Keeps a sender within its share of the mail system's rate.
@FunctionalInterface
public interface Pace {

    /// Waits until the next mail may go.
    ///
    /// @throws NoAnswer when the mail system does not say how fast it takes mails: it is down
    void await();

    /// The mail system is down; no mail was tried.
    final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public NoAnswer(Throwable why) {
            super("the mail system does not answer", why);
        }
    }
}
