package app.prtosales.mailing;

/// Keeps a sender within its share of the mail system's rate.
@FunctionalInterface
public interface Pace {

    /// Waits until the next mail may go.
    void await();
}
