package app.prtosales.delivery;

import java.util.Optional;
import java.util.function.Supplier;

/// Asks the mail system for its sending limits.
@FunctionalInterface
public interface SendingAccounts {

    /// Asks without waiting; the caller waits when it uses the answer.
    ///
    /// @return supplies the answer; empty if the mail system cannot say now
    Supplier<Optional<SendingAccount>> ask();
}
