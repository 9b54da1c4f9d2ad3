package app.prtosales.placement;

import app.prtosales.text.UnicodeForm;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an address's host and port. A non-ASCII host is written the way browsers write it (UTS 46,
/// non-transitional). The JDK implements an older rule (RFC 3490, Unicode 3.2); if the two differ,
/// the host is rejected, so that nobody is sent to a different one.
final class WebHost {

    private static final int LONGEST = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_PORT = 5;
    private static final int IDNA_FLAGS = IDN.ALLOW_UNASSIGNED;

    private static final String NO_HOST =
            "Enter a link with a valid site name, such as https://www.beckershospitalreview.com";
    private static final String OTHER_LETTERS =
            "The site name has letters that programs read differently (such as ß or ς). Open it in your browser and paste the address it copies, which contains xn--";

    private static final Pattern SELECTORS = Pattern.compile("[\\x{FE00}-\\x{FE0F}]");

    private WebHost() {}

    /// The result of reading a host.
    sealed interface Read {

        /// @param shown the form that people get: as pasted if it is ASCII
        /// @param compared in lower case, without `www.`, a trailing dot or a default port
        record Valid(String shown, String compared) implements Read {}

        record Invalid(String why) implements Read {}
    }

    static Read read(String authority, String scheme) {
        int colon = authority.lastIndexOf(':');
        String name = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        if (name.codePointCount(0, name.length()) > LONGEST + 1 || !isPort(port)) {
            return new Read.Invalid(NO_HOST);
        }
        @Nullable String host = UnicodeForm.isAscii(name) ? name : asBrowsersWriteIt(name);
        if (host == null) {
            return new Read.Invalid(OTHER_LETTERS);
        }
        String lower = host.toLowerCase(Locale.ROOT);
        String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        if (!isHost(plain)) {
            return new Read.Invalid(NO_HOST);
        }
        return new Read.Valid(
                host + (port.isEmpty() ? "" : ":" + port),
                withoutWww(plain) + comparedPort(port, scheme));
    }

    private static String withoutWww(String host) {
        String bare = host;
        while (bare.startsWith("www.") && bare.indexOf('.', 4) > 0) {
            bare = bare.substring(4);
        }
        return bare;
    }

    private static String comparedPort(String port, String scheme) {
        boolean isDefault =
                port.isEmpty()
                        || Integer.parseInt(port) == 443
                        || scheme.equals("http") && Integer.parseInt(port) == 80;
        return isDefault ? "" : ":" + Integer.parseInt(port);
    }

    private static boolean isPort(String port) {
        return port.length() <= LONGEST_PORT
                && port.chars().allMatch(c -> c >= '0' && c <= '9')
                && (port.isEmpty() || Integer.parseInt(port) <= HIGHEST_PORT);
    }

    private static boolean isHost(String host) {
        if (host.isEmpty() || host.length() > LONGEST) {
            return false;
        }
        for (String label : host.split("\\.", -1)) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && isLetterOrDigit(label.charAt(0))
                && isLetterOrDigit(label.charAt(label.length() - 1))
                && label.chars().allMatch(c -> isLetterOrDigit(c) || c == '-' || c == '_');
    }

    private static boolean isLetterOrDigit(int c) {
        return c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
    }

    /// @return null if the JDK's rule and the browsers' may differ
    private static @Nullable String asBrowsersWriteIt(String typed) {
        String name = SELECTORS.matcher(typed).replaceAll("");
        if (name.codePoints().anyMatch(WebHost::isReadDifferently)) {
            return null;
        }
        try {
            String ascii = IDN.toASCII(name, IDNA_FLAGS);
            return IDN.toUnicode(ascii, IDNA_FLAGS).equals(folded(name)) ? ascii : null;
        } catch (IllegalArgumentException noHost) {
            return "";
        }
    }

    /// The older rule maps ß and ς to other letters and removes joiners; Cherokee is folded to its
    /// capitals.
    private static boolean isReadDifferently(int c) {
        return c == 'ß'
                || c == 'ẞ'
                || c == 'ς'
                || c == 0x200C
                || c == 0x200D
                || c >= 0x13F8 && c <= 0x13FD
                || c >= 0xAB70 && c <= 0xABBF;
    }

    /// Close to NFKC_Casefold in the JDK's own Unicode version; any difference causes the host to
    /// be rejected.
    private static String folded(String name) {
        StringBuilder lower = new StringBuilder(name.length());
        UnicodeForm.of(name, Normalizer.Form.NFKC)
                .codePoints()
                .map(Character::toLowerCase)
                .map(c -> c == '。' ? '.' : c)
                .forEach(lower::appendCodePoint);
        return UnicodeForm.of(lower, Normalizer.Form.NFKC);
    }
}
