package app.prtosales.page;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A page's URL, reduced to the parts that identify the page or contain a date.
///
/// @param host without `www.`, `m.` and `amp.`
/// @param path without a trailing slash
record PageAddress(String host, String path, String query) {

    private static final Pattern DAY =
            Pattern.compile(
                    "(?<![\\d])(?<y>(?:19|20)\\d{2})(?<sep>[/_-]?)(?<m>0[1-9]|1[0-2]|(?<=[/_-])[1-9]|\\p{L}{3,9})"
                            + "\\k<sep>(?<d>0[1-9]|[12]\\d|3[01]|(?<=[/_-])[1-9])(?![\\d])");
    private static final Pattern MONTH =
            Pattern.compile("/(?<y>(?:19|20)\\d{2})[/-](?<m>0?[1-9]|1[0-2]|\\p{L}{3,9})(?:/|$)");

    private static final Pattern PARTS =
            Pattern.compile("(?i)(?:https?:)?//([^/?]*)([^?]*)(?:\\?(.*))?");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final Pattern SAME_SITE =
            Pattern.compile("^(?:(?:www\\d?|m|mobile|amp)\\.)+(?=[^.]+\\.)");
    private static final Pattern AMP_FIRST = Pattern.compile("^/amp(?=/)");
    private static final Pattern AMP_LAST = Pattern.compile("/(?:amp|index\\.\\w+)$");
    private static final Pattern HTML = Pattern.compile("\\.(?:amp\\.)?html?$");

    private static final int LONGEST_HOST = 253;

    /// A parameter that can name a story, unlike those for tracking.
    private static final Pattern NAMES_STORY =
            Pattern.compile(
                    "(?i)(?!utm_|hsa_|[a-z_]{1,4}cid=|[\\w-]*(?:clid|clkid|braid|shid|smid|(?:campaign|cmp|session|user|visitor|vero|fat)_?id)=|[sue]id=)"
                            + "(?:[\\w-]*(?:id|article|artikel|story|item|release|news|post|entry|slug|title|doc)|[anpv]|n[or]|art)=.+|\\d+");

    /// A name with a dot that ends neither in a number nor in a name for private networks, and in
    /// which no part says that it is a test site.
    private static final Pattern PUBLIC =
            Pattern.compile(
                    "(?!(?:.*[.-])?(?:staging|stage|test|dev|qa|uat|preview|preprod)(?:-[^.]+)?\\.[^.]+\\.)[^\\[@:]+\\.(?!(?:local|localhost|localdomain|internal|intranet|lan|home|corp)$)\\p{L}[^.:\\]]*");

    static final PageAddress NONE = new PageAddress("", "", "");

    static PageAddress of(String address) {
        String cut = address.strip();
        int fragment = cut.indexOf('#');
        if (fragment >= 0) {
            cut = cut.substring(0, fragment);
        }
        Matcher parts = PARTS.matcher(cut);
        if (!parts.matches()) {
            return NONE;
        }
        String host = parts.group(1).toLowerCase(Locale.ROOT);
        host = PORT.matcher(host).replaceFirst("");
        host = SAME_SITE.matcher(host).replaceFirst("");
        String path = parts.group(2);
        while (path.endsWith("/")) {
            path = path.substring(0, path.length() - 1);
        }
        String query = parts.group(3) == null ? "" : parts.group(3);
        return new PageAddress(host, path, query);
    }

    /// Resolves a URL found on a page against the page's own URL.
    static Optional<String> resolve(String base, String written) {
        try {
            return Optional.of(
                    UrlReference.resolve(new URI(base.strip()), written.strip()).toString());
        } catch (URISyntaxException | IllegalArgumentException notAnAddress) {
            return written.strip().matches("(?i)https?://.*")
                    ? Optional.of(written.strip())
                    : Optional.empty();
        }
    }

    boolean isHome() {
        return path.isEmpty()
                || path.matches("(?i)/(?:index|home|default)\\.\\w+|/[a-z]{2}(?:-[a-z]{2})?");
    }

    /// Whether the host is a name that exists outside a company's own network.
    boolean isPublic() {
        return host.length() <= LONGEST_HOST && PUBLIC.matcher(host).matches();
    }

    /// Whether a URL found on this page is the page's own: it has every parameter that can name a
    /// story.
    boolean isSamePage(PageAddress named) {
        return isSamePath(named) && parameters(named.query).containsAll(storyParameters(query));
    }

    boolean isSamePath(PageAddress other) {
        return host.equals(other.host) && plain(path).equals(plain(other.path));
    }

    private static Set<String> parameters(String query) {
        return Set.copyOf(Arrays.asList(query.split("&", -1)));
    }

    private static Set<String> storyParameters(String query) {
        return parameters(query).stream()
                .filter(each -> NAMES_STORY.matcher(each).matches())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean isSameSite(PageAddress other) {
        return host.equals(other.host)
                || host.endsWith("." + other.host)
                || other.host.endsWith("." + host);
    }

    private static String plain(String path) {
        String lower = AMP_FIRST.matcher(path.toLowerCase(Locale.ROOT)).replaceFirst("");
        return HTML.matcher(AMP_LAST.matcher(lower).replaceFirst("")).replaceFirst("");
    }

    /// The full date in the path.
    Optional<LocalDate> day() {
        Matcher parts = DAY.matcher(path);
        while (parts.find()) {
            String separator = parts.group("sep");
            // In `/2023/10/3-questions-for` the `3` is part of the title.
            boolean ofWords =
                    separator.equals("/")
                            && parts.end() < path.length()
                            && path.charAt(parts.end()) != '/'
                            && parts.group("d").length() == 1;
            Integer month = month(parts.group("m"));
            LocalDate day =
                    month == null || ofWords
                            ? null
                            : DatesInText.day(
                                    Integer.parseInt(parts.group("y")),
                                    month,
                                    Integer.parseInt(parts.group("d")));
            if (day != null && day.getYear() >= 1995) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    /// The first day of the month in the path, whether or not the path also has a day.
    Optional<LocalDate> month() {
        Matcher parts = MONTH.matcher(path + "/");
        if (!parts.find()) {
            return Optional.empty();
        }
        Integer month = month(parts.group("m"));
        return month == null
                ? Optional.empty()
                : Optional.ofNullable(
                        DatesInText.day(Integer.parseInt(parts.group("y")), month, 1));
    }

    private static @org.jspecify.annotations.Nullable Integer month(String written) {
        return Character.isDigit(written.charAt(0))
                ? Integer.valueOf(written)
                : Months.number(written);
    }
}
