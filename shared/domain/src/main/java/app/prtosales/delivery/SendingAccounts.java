package app.prtosales.delivery;

import java.util.Optional;
import java.util.function.Supplier;

/// Asks the mail system what it lets us send.
@FunctionalInterface
public interface SendingAccounts {

    /// Asks, and does not wait: the answer is waited for where it is taken.
    ///
    /// @return what gives the answer; empty when it cannot say now
    Supplier<Optional<SendingAccount>> ask();
}
