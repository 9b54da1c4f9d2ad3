package app.prtosales.directory;

import app.prtosales.text.Invisible;
import java.util.Optional;
import java.util.regex.Pattern;

/// Checks whether email can be sent to an address.
///
/// @param domains the domains that people on the lists may have
record AddressCheck(RecipientDomains domains) {

    static final int LONGEST = 254;

    private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";

    /// What SES accepts: a local part with no dot at either end and no two dots in a row, and a
    /// domain whose last label begins with a letter.
    private static final Pattern EMAIL =
            Pattern.compile(
                    "(?=[^@]{1,64}@)"
                            + ATOM
                            + "(?:\\."
                            + ATOM
                            + ")*"
                            + "@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+"
                            + "[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    private static final Pattern BETWEEN = Pattern.compile("[\\s,;|/<>()]+");

    /// How to fix an address; empty if there is nothing to fix, or no address.
    Optional<String> wrongWith(String address, boolean distributor) {
        if (address.isEmpty()) {
            return Optional.empty();
        }
        if (!canGetEmail(address)) {
            return Optional.of(howToFix(address));
        }
        return domains.allow(address, distributor)
                ? Optional.empty()
                : Optional.of(domains.wanted(distributor));
    }

    private static String howToFix(String address) {
        long addresses = BETWEEN.splitAsStream(address).filter(AddressCheck::canGetEmail).count();
        if (addresses > 1) {
            return "Keep only one email address here; there are %d".formatted(addresses);
        }
        return canGetEmail(Invisible.without(address))
                ? "Type this address again. It has a space or an invisible character in it"
                : "Enter one email address, such as ada@sample-medtech.example";
    }

    private static boolean canGetEmail(String address) {
        return address.length() <= LONGEST && EMAIL.matcher(address).matches();
    }
}
