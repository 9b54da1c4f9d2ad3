package app.prtosales.functions.pagereader;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.page.UrlReference;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An address that may be fetched: https on port 443, a host name with a dot, and no user info.
public record PageUrl(URI uri) {

    private static final int LONGEST = 2_048;
    private static final int LONGEST_NAME = 253;
    private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");

    /// Matches the last label of 127.1, 0x7f.0.0.1 and other spellings of IP addresses; no host
    /// name ends like this.
    private static final Pattern NUMBER = Pattern.compile("[0-9]+|0x[0-9a-f]*");

    /// Characters that browsers encode in an address and `java.net.URI` rejects.
    private static final String TO_ENCODE = " \"<>[\\]^`{|}";

    /// A percent sign that encodes nothing: `cut-30%`.
    private static final Pattern PERCENT = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    /// The address to fetch, with `http` changed to https; empty for an address that is never
    /// fetched.
    public static Optional<PageUrl> of(String written) {
        String address = encoded(written.strip().split("#", 2)[0]);
        if (address.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return of(new URI(address));
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static Optional<PageUrl> of(URI uri) throws URISyntaxException {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean plain = scheme.equals("http");
        if (!plain && !scheme.equals("https")
                || uri.getRawUserInfo() != null
                || uri.getHost() == null) {
            return Optional.empty();
        }
        boolean usualPort = uri.getPort() == -1 || uri.getPort() == (plain ? 80 : 443);
        String host = uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        if (!usualPort || !isName(host)) {
            return Optional.empty();
        }
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        return Optional.of(
                new PageUrl(new URI("https://" + host + (path.isEmpty() ? "/" : path) + query)));
    }

    private static boolean isName(String host) {
        String[] labels = host.split("\\.", -1);
        if (labels.length < 2 || host.length() > LONGEST_NAME) {
            return false;
        }
        for (String label : labels) {
            if (!LABEL.matcher(label).matches()) {
                return false;
            }
        }
        return !NUMBER.matcher(labels[labels.length - 1]).matches();
    }

    /// The target of a redirect; empty if it is never fetched.
    Optional<PageUrl> redirectedTo(String location) {
        try {
            return of(UrlReference.resolve(uri, encoded(location.strip())).toString());
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    /// The site's host name.
    public String host() {
        return uri.getHost();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static String encoded(String address) {
        StringBuilder encoded = new StringBuilder(address.length());
        PERCENT.matcher(address)
                .replaceAll("%25")
                .codePoints()
                .forEach(each -> {
                    if (each > 0x20 && each < 0x7f && TO_ENCODE.indexOf(each) < 0) {
                        encoded.appendCodePoint(each);
                    } else {
                        for (byte part : Character.toString(each).getBytes(UTF_8)) {
                            encoded.append("%%%02X".formatted(part));
                        }
                    }
                });
        return encoded.toString();
    }
}
