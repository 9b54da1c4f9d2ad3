package app.prtosales.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.text.Invisible;
import app.prtosales.text.Problems;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The web address of a story. Only http and https are accepted, and never with user info.
///
/// @param value the link that people get: as pasted, without surrounding invisible characters and
///   tracking parameters; characters that are not allowed in a URI are percent-encoded (RFC 3986)
/// @param canonical the key for comparing addresses
public record WebAddress(String value, CanonicalUrl canonical) {

    /// Some mail programs cut off longer addresses.
    public static final int MAXIMUM_LENGTH = 2_048;

    /// A pasted address may be longer, because of tracking parameters and other parts that are
    /// removed.
    public static final int MAXIMUM_PASTED = 16_384;

    /// An ampersand escaped for HTML, possibly more than once.
    private static final Pattern AMPERSAND =
            Pattern.compile("&(?:(?:amp|#0{0,4}38|#x0{0,4}26);)++", Pattern.CASE_INSENSITIVE);

    /// Starts the directives in a fragment, such as text to highlight (WICG, "Text Fragments").
    private static final String DIRECTIVE = ":~:";

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    /// Reads an address as it was pasted.
    ///
    /// @return null if it is rejected; the reason is then in `problems`
    public static @Nullable WebAddress read(String field, String pasted, Problems problems) {
        if (pasted.length() > MAXIMUM_PASTED) {
            return refused(problems, field, tooLong(pasted.length(), ""));
        }
        String text = AMPERSAND.matcher(Invisible.strip(pasted)).replaceAll("&");
        WebAddressParts parts = WebAddressParts.of(withoutDirective(text));
        @Nullable String wrong = wrong(parts);
        if (wrong != null) {
            return refused(problems, field, wrong);
        }
        WebHost.Read host = WebHost.read(parts.authority(), parts.scheme());
        if (!(host instanceof WebHost.Read.Valid valid)) {
            return refused(problems, field, ((WebHost.Read.Invalid) host).why());
        }
        String query = TrackingParameters.withoutThem(parts.query());
        String fragment = TrackingParameters.withoutThemInFragment(parts.fragment());
        String link =
                "%s://%s%s%s%s"
                        .formatted(
                                parts.scheme(),
                                valid.shown(),
                                encoded(parts.path()),
                                query.isEmpty() ? "" : "?" + encoded(query),
                                fragment.isEmpty() ? "" : "#" + encoded(fragment));
        if (link.length() > MAXIMUM_LENGTH) {
            return refused(problems, field, tooLong(link.length(), " when encoded"));
        }
        return new WebAddress(
                link, CanonicalUrl.of(valid.compared(), parts.path(), query, fragment));
    }

    private static @Nullable WebAddress refused(Problems problems, String field, String why) {
        problems.add(field, why);
        return null;
    }

    private static String tooLong(int length, String how) {
        return "Use a shorter link: it has %d characters%s, and the limit is %d"
                .formatted(length, how, MAXIMUM_LENGTH);
    }

    private static @Nullable String wrong(WebAddressParts parts) {
        OptionalInt bad =
                parts.afterScheme().codePoints().filter(WebAddress::isRefused).findFirst();
        if (bad.isPresent()) {
            int c = bad.getAsInt();
            return c == ' ' || c == '\\' || c == '<' || c == '"'
                    ? "Paste only the address, without spaces, quotes, < or \\"
                    : "Paste only the address, without the character U+%04X".formatted(c);
        }
        if (!parts.isWeb()) {
            return "Enter a link that begins with https:// or http://";
        }
        return parts.authority().contains("@")
                ? "Remove the user name or password from the link"
                : null;
    }

    /// Joiners and variation selectors are accepted, because some languages and emoji need them.
    private static boolean isRefused(int c) {
        boolean spells =
                c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER || c >= 0xFE00 && c <= 0xFE0F;
        return !spells && Invisible.is(c)
                || Character.getType(c) == Character.SURROGATE
                || c == 0xFFFD
                || c == '\\'
                || c == '<'
                || c == '"';
    }

    private static String withoutDirective(String text) {
        int fragment = text.indexOf('#');
        int directive = fragment < 0 ? -1 : text.indexOf(DIRECTIVE, fragment);
        return directive < 0 ? text : text.substring(0, directive);
    }

    /// Percent-encodes the UTF-8 bytes of characters that are not allowed in a URI.
    static String encoded(String part) {
        StringBuilder encoded = new StringBuilder(part.length());
        for (byte octet : part.getBytes(UTF_8)) {
            if (octet > ' ' && octet < 0x7F && "\"<>\\^`{|}".indexOf(octet) < 0) {
                encoded.append((char) octet);
            } else {
                escape(encoded, octet);
            }
        }
        return encoded.toString();
    }

    static void escape(StringBuilder to, byte octet) {
        to.append('%')
                .append(Character.toUpperCase(Character.forDigit(octet >> 4 & 0xF, 16)))
                .append(Character.toUpperCase(Character.forDigit(octet & 0xF, 16)));
    }

    @Override
    public String toString() {
        return value;
    }
}
