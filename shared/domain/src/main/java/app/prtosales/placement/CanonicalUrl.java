package app.prtosales.placement;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The key that identifies one story, whichever of its URLs was pasted. It is never shown as a
/// link; the link is [WebAddress#value].
public record CanonicalUrl(String value) {

    /// @param host in its comparison form, with its port
    /// @param query without tracking parameters
    /// @param fragment kept only if it is a route inside a page: `/…` or `!…`
    static CanonicalUrl of(String host, String path, String query, String fragment) {
        boolean isRoute = fragment.startsWith("/") || fragment.startsWith("!");
        String route = isRoute ? route(fragment) : "";
        return new CanonicalUrl(
                "https://%s%s%s%s"
                        .formatted(
                                host,
                                PercentEncoding.normalized(withoutSlash(path)),
                                PercentEncoding.normalized(parameters(query)),
                                route.isEmpty() ? "" : "#" + PercentEncoding.normalized(route)));
    }

    /// The root route is the page itself.
    private static String route(String fragment) {
        int mark = fragment.indexOf('?');
        String parameters = mark < 0 ? "" : parameters(fragment.substring(mark + 1));
        String path = withoutSlash(mark < 0 ? fragment : fragment.substring(0, mark));
        if (path.length() <= 1 && parameters.isEmpty()) {
            return "";
        }
        return (path.isEmpty() ? "/" : path) + parameters;
    }

    /// A query with its question mark, without the empty parameters that a stray `&` leaves; empty
    /// if it has no others.
    private static String parameters(String query) {
        String kept =
                Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !parameter.isEmpty())
                        .collect(Collectors.joining("&"));
        return kept.isEmpty() ? "" : "?" + kept;
    }

    private static String withoutSlash(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    /// Whether a route inside a page identifies the story.
    boolean hasRoute() {
        return value.indexOf('#') >= 0;
    }

    /// Host and port.
    public String host() {
        int from = "https://".length();
        int to = from;
        while (to < value.length() && "/?#".indexOf(value.charAt(to)) < 0) {
            to++;
        }
        return value.substring(from, to);
    }

    @Override
    public String toString() {
        return value;
    }
}
