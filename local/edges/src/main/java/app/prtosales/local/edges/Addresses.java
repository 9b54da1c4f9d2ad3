package app.prtosales.local.edges;

import java.util.Optional;
import java.util.regex.Pattern;

/// Email addresses, checked the way SES checks them.
final class Addresses {

    private static final Pattern LOCAL_PART = Pattern.compile("[!-?A-~]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,62}");

    /// Characters that SES rejects in an unquoted local part. The error texts are those of Jakarta
    /// Mail, which SES returns.
    private static final Pattern ILLEGAL = Pattern.compile("[()<>,;:\\\\\"\\[\\]]");

    private Addresses() {}

    /// The bare address, without a display name.
    static String bare(String address) {
        int open = address.lastIndexOf('<');
        int close = address.lastIndexOf('>');
        return (open >= 0 && close > open ? address.substring(open + 1, close) : address).strip();
    }

    static String domain(String address) {
        String bare = bare(address);
        return bare.substring(bare.lastIndexOf('@') + 1);
    }

    /// The error SES would return for the address, if any.
    static Optional<String> problem(String address) {
        if (address.chars().anyMatch(c -> c < 0x20 || c == 0x7F)) {
            return Optional.of("Local address contains control or whitespace");
        }
        String bare = bare(address);
        int at = bare.lastIndexOf('@');
        if (at < 0) {
            return Optional.of("Missing final '@domain'");
        }
        String local = bare.substring(0, at);
        if (!LOCAL_PART.matcher(local).matches()) {
            return Optional.of("Local address contains control or whitespace");
        }
        if (ILLEGAL.matcher(local).find()) {
            return Optional.of("Local address contains illegal character");
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return Optional.of("Local address contains dot-dot, or begins or ends with a dot");
        }
        if (!DOMAIN.matcher(bare.substring(at + 1)).matches()) {
            return Optional.of("Domain contains illegal character");
        }
        return Optional.empty();
    }
}
