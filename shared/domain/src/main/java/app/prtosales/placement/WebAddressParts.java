package app.prtosales.placement;

import java.util.Locale;

/// An address split according to RFC 3986, unchecked except that it has a scheme.
///
/// @param scheme in lower case; empty if there is none
/// @param authority host and port
/// @param query without the question mark
/// @param fragment without the hash sign
record WebAddressParts(
        String scheme, String authority, String path, String query, String fragment) {

    private static final String AFTER_SCHEME = "://";

    static WebAddressParts of(String text) {
        int colon = text.indexOf(AFTER_SCHEME);
        String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = colon < 0 ? text : text.substring(colon + AFTER_SCHEME.length());
        int hash = endOf(rest, "#");
        String before = rest.substring(0, hash);
        int mark = endOf(before, "?");
        String hierarchy = before.substring(0, mark);
        int slash = endOf(hierarchy, "/");
        return new WebAddressParts(
                scheme,
                hierarchy.substring(0, slash),
                hierarchy.substring(slash),
                before.substring(Math.min(mark + 1, before.length())),
                rest.substring(Math.min(hash + 1, rest.length())));
    }

    private static int endOf(String text, String delimiter) {
        int at = text.indexOf(delimiter);
        return at < 0 ? text.length() : at;
    }

    boolean isWeb() {
        return scheme.equals("https") || scheme.equals("http");
    }

    /// All parts after the scheme, without the delimiters between them.
    String afterScheme() {
        return authority + path + query + fragment;
    }
}
