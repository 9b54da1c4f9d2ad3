package app.prtosales.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.text.Problems;
import java.net.IDN;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The one address under which a story is known, whatever was pasted (contract, "The canonical
/// URL"). Only http and https come through, and never with user info.
public record CanonicalUrl(String value) {

    /// Longer addresses are cut by some mail programs.
    public static final int MAXIMUM_LENGTH = 2_048;

    private static final Pattern PARTS =
            Pattern.compile(
                    "(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):"
                            + "//(?<authority>[^/?#]*)(?<path>[^?#]*)(?<query>\\?[^#]*)?(?:#.*)?");
    private static final Pattern HOST =
            Pattern.compile(
                    "[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Set<String> TRACKING =
            Set.of(
                    "gclid", "dclid", "fbclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid",
                    "_hsenc", "_hsmi", "mkt_tok");

    /// Reads an address as it was pasted.
    ///
    /// @return null where it was refused; then `problems` says why
    public static @Nullable CanonicalUrl read(String field, String pasted, Problems problems) {
        if (pasted.length() > MAXIMUM_LENGTH) {
            problems.add(
                    field,
                    "has %d characters; at most %d are allowed"
                            .formatted(pasted.length(), MAXIMUM_LENGTH));
            return null;
        }
        if (pasted.codePoints().anyMatch(c -> c <= ' ' || c == '\\' || c == '<' || c == '"')) {
            problems.add(field, "must not contain spaces, quotes, < or \\; paste the address only");
            return null;
        }
        Matcher parts = PARTS.matcher(pasted);
        if (!parts.matches() || !isWeb(parts.group("scheme"))) {
            problems.add(field, "must be a web address that begins with https:// or http://");
            return null;
        }
        String authority = parts.group("authority");
        if (authority.contains("@")) {
            problems.add(field, "must not contain a user name or password before the host");
            return null;
        }
        String scheme = parts.group("scheme").toLowerCase(Locale.ROOT);
        @Nullable String host = host(authority, scheme);
        if (host == null) {
            problems.add(field, "has no valid host, such as www.beckershospitalreview.com");
            return null;
        }
        String canonical =
                "https://" + host + path(parts.group("path")) + query(parts.group("query"));
        return new CanonicalUrl(canonical);
    }

    private static boolean isWeb(String scheme) {
        return scheme.equalsIgnoreCase("https") || scheme.equalsIgnoreCase("http");
    }

    private static @Nullable String host(String authority, String scheme) {
        int colon = authority.lastIndexOf(':');
        String name = colon < 0 ? authority : authority.substring(0, colon);
        String port = colon < 0 ? "" : authority.substring(colon + 1);
        String host = ascii(name);
        while (host.endsWith(".")) {
            host = host.substring(0, host.length() - 1);
        }
        while (host.startsWith("www.") && host.indexOf('.', 4) > 0) {
            host = host.substring(4);
        }
        if (!HOST.matcher(host).matches() || host.length() > 253) {
            return null;
        }
        if (port.isEmpty() || port.equals("443") || scheme.equals("http") && port.equals("80")) {
            return host;
        }
        return PORT.matcher(port).matches() && Integer.parseInt(port) <= 65_535
                ? host + ":" + Integer.parseInt(port)
                : null;
    }

    private static String ascii(String name) {
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notAHost) {
            return "";
        }
    }

    private static String path(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return encoded(path.substring(0, end));
    }

    private static String query(@Nullable String query) {
        if (query == null || query.length() == 1) {
            return "";
        }
        String kept =
                Arrays.stream(query.substring(1).split("&", -1))
                        .filter(parameter -> !isTracking(parameter))
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + encoded(kept);
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
        return name.startsWith("utm_") || TRACKING.contains(name);
    }

    private static String decoded(String name) {
        try {
            return URLDecoder.decode(name, UTF_8).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException brokenEscape) {
            return name.toLowerCase(Locale.ROOT);
        }
    }

    /// What may not stand in a URI as it is (RFC 3986) becomes its UTF-8 bytes in per cent.
    private static String encoded(String part) {
        StringBuilder encoded = new StringBuilder(part.length());
        for (byte octet : part.getBytes(UTF_8)) {
            if (octet > ' ' && octet < 0x7F && "\"<>\\^`{|}".indexOf(octet) < 0) {
                encoded.append((char) octet);
            } else {
                encoded.append("%%%02X".formatted(octet & 0xFF));
            }
        }
        return encoded.toString();
    }

    @Override
    public String toString() {
        return value;
    }
}
