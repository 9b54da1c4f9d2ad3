package app.prtosales.placement;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// URL parameters that say who followed a link and from where, but nothing about the story. All
/// other parameters are kept, in order.
final class TrackingParameters {

    private static final Set<String> NAMES =
            Set.of(
                    "gclid",
                    "gbraid",
                    "wbraid",
                    "gclsrc",
                    "dclid",
                    "fbclid",
                    "msclkid",
                    "ttclid",
                    "twclid",
                    "li_fat_id",
                    "igshid",
                    "igsh",
                    "yclid",
                    "srsltid",
                    "mc_cid",
                    "mc_eid",
                    "_hsenc",
                    "_hsmi",
                    "__hstc",
                    "__hsfp",
                    "__hssc",
                    "mkt_tok",
                    "_ga",
                    "_gl",
                    "trk",
                    "vero_id",
                    "oly_anon_id",
                    "oly_enc_id",
                    "s_kwcid");
    private static final List<String> PREFIXES = List.of("utm_", "gad_");

    private TrackingParameters() {}

    /// @param query without the question mark
    static String withoutThem(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> !is(parameter))
                .collect(Collectors.joining("&"));
    }

    /// Removes tracking parameters from a fragment: a route can have parameters of its own, and
    /// some sites put tracking parameters directly in the fragment.
    ///
    /// @param fragment without the hash sign
    static String withoutThemInFragment(String fragment) {
        int mark = fragment.indexOf('?');
        if (mark >= 0) {
            String kept = withoutThem(fragment.substring(mark + 1));
            return fragment.substring(0, mark) + (kept.isEmpty() ? "" : "?" + kept);
        }
        boolean onlyTracks =
                Arrays.stream(fragment.split("&", -1)).allMatch(TrackingParameters::is);
        return onlyTracks ? "" : fragment;
    }

    private static boolean is(String parameter) {
        int equals = parameter.indexOf('=');
        String name = decoded(equals < 0 ? parameter : parameter.substring(0, equals));
        return NAMES.contains(name) || PREFIXES.stream().anyMatch(name::startsWith);
    }

    static String decoded(String name) {
        try {
            return URLDecoder.decode(name, UTF_8).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException brokenEscape) {
            return name.toLowerCase(Locale.ROOT);
        }
    }
}
