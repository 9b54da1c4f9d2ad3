package app.prtosales.placement;

import app.prtosales.text.UnicodeForm;
import java.net.IDN;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The older form of keys, used before links and keys were separate: all fragments dropped,
/// percent-encodings unchanged, fewer tracking parameters known. Stories stored back then are still
/// found under these keys.
final class FormerKeys {

    private static final int LONGEST = 2_048;
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}");
    private static final Set<String> TRACKING =
            Set.of(
                    "gclid", "dclid", "fbclid", "msclkid", "mc_cid", "mc_eid", "igshid", "yclid",
                    "_hsenc", "_hsmi", "mkt_tok");

    private FormerKeys() {}

    /// The older keys that the story may be stored under, without its current key.
    ///
    /// @param pasted the address as it was pasted
    static List<CanonicalUrl> of(String pasted, WebAddress address) {
        Set<CanonicalUrl> keys = new LinkedHashSet<>();
        CanonicalUrl now = address.canonical();
        for (String each :
                List.of(pasted.strip(), address.value(), withLowerCaseEscapes(now.value()))) {
            @Nullable CanonicalUrl former = former(each);
            if (former != null && !former.equals(now)) {
                keys.add(former);
            }
        }
        return List.copyOf(keys);
    }

    private static String withLowerCaseEscapes(String key) {
        return ESCAPE.matcher(key).replaceAll(escape -> escape.group().toLowerCase(Locale.ROOT));
    }

    private static @Nullable CanonicalUrl former(String pasted) {
        WebAddressParts parts = WebAddressParts.of(pasted);
        if (pasted.length() > LONGEST || !parts.isWeb()) {
            return null;
        }
        @Nullable String host = host(parts);
        return host == null
                ? null
                : new CanonicalUrl("https://" + host + path(parts.path()) + query(parts.query()));
    }

    private static @Nullable String host(WebAddressParts parts) {
        int colon = parts.authority().lastIndexOf(':');
        String typed = colon < 0 ? parts.authority() : parts.authority().substring(0, colon);
        String port = colon < 0 ? "" : parts.authority().substring(colon + 1);
        return typed.length() <= LONGEST
                        && WebHost.read(
                                        ascii(typed) + (colon < 0 ? "" : ":" + port),
                                        parts.scheme())
                                instanceof WebHost.Read.Valid valid
                ? valid.compared()
                : null;
    }

    private static String ascii(String name) {
        if (UnicodeForm.isAscii(name)) {
            return name;
        }
        try {
            return IDN.toASCII(name, IDN.ALLOW_UNASSIGNED);
        } catch (IllegalArgumentException notAHost) {
            return "";
        }
    }

    private static String path(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return WebAddress.encoded(path.substring(0, end));
    }

    private static String query(String query) {
        String kept =
                Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !isTracking(parameter))
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + WebAddress.encoded(kept);
    }

    private static boolean isTracking(String parameter) {
        int equals = parameter.indexOf('=');
        String name =
                TrackingParameters.decoded(equals < 0 ? parameter : parameter.substring(0, equals));
        return name.startsWith("utm_") || TRACKING.contains(name);
    }
}
