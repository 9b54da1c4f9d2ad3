package app.prtosales.delivery;

import java.util.Optional;

/// Asks the mail system what it lets us send.
@FunctionalInterface
public interface SendingAccounts {

    /// Empty when it cannot say now.
    Optional<SendingAccount> now();
}
