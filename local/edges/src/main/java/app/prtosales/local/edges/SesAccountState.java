package app.prtosales.local.edges;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Which addresses the account may send from and to.
///
/// A new account is in the sandbox: one email a second, 200 a day, and only to verified addresses
/// and domains or to the mailbox simulator ("Request production access" in the SES Developer
/// Guide).
///
/// @param verified verified addresses and domains; empty means that any sender is allowed
/// @param sandbox whether the account is in the sandbox
record SesAccountState(Set<String> verified, boolean sandbox) {

    private static final String SIMULATOR = "simulator.amazonses.com";
    private static final int SANDBOX_PER_SECOND = 1;
    private static final int SANDBOX_PER_DAY = 200;

    SesAccountState {
        verified = Set.copyOf(verified);
    }

    int perSecond(SesBehavior wanted) {
        return sandbox ? Math.min(SANDBOX_PER_SECOND, wanted.perSecond()) : wanted.perSecond();
    }

    int per24h(SesBehavior wanted) {
        return sandbox ? Math.min(SANDBOX_PER_DAY, wanted.per24h()) : wanted.per24h();
    }

    /// The addresses of the email that are not verified and would have to be, the sender first.
    List<String> unverified(String from, List<String> recipients) {
        List<String> unverified = new ArrayList<>();
        if (!verified.isEmpty() && !isVerified(from)) {
            unverified.add(Addresses.bare(from).toLowerCase(Locale.ROOT));
        }
        if (sandbox) {
            recipients.stream()
                    .filter(each -> !isVerified(each) && !Addresses.domain(each).equals(SIMULATOR))
                    .map(Addresses::bare)
                    .forEach(unverified::add);
        }
        return unverified;
    }

    private boolean isVerified(String address) {
        String bare = Addresses.bare(address).toLowerCase(Locale.ROOT);
        return verified.contains(bare) || verified.contains(Addresses.domain(bare));
    }
}
