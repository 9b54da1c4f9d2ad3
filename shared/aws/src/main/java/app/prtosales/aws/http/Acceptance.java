package app.prtosales.aws.http;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a caller accepts and prefers, as in the headers `Accept` and `Accept-Encoding` (RFC 9110,
/// 12.4.2 and 12.5). Parameters other than the weight are ignored.
///
/// @param ranges in lower case
record Acceptance(List<Range> ranges) {

    private static final Pattern WEIGHT = Pattern.compile(";\\s*q\\s*=\\s*(0(?:\\.[0-9]*)?|1)");

    /// @param name such as `text/csv`, `text/*`, `*/*`, `gzip` or `*`
    /// @param weight from 0, which is not acceptable, to 1
    private record Range(String name, double weight) {

        private static Range read(String written) {
            Matcher weight = WEIGHT.matcher(written);
            return new Range(
                    written.split(";", 2)[0].strip(),
                    weight.find() ? Double.parseDouble(weight.group(1)) : 1);
        }

        /// How closely it describes this name; 0 if it is about something else.
        private int closeness(String wanted) {
            if (name.equals(wanted)) {
                return 3;
            }
            if (name.equals("*/*") || name.equals("*")) {
                return 1;
            }
            boolean isWildcard = name.endsWith("/*");
            return isWildcard && wanted.startsWith(name.substring(0, name.length() - 1)) ? 2 : 0;
        }
    }

    /// @param header empty if the caller did not send it
    static Acceptance read(String header) {
        return new Acceptance(
                Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1))
                        .map(Range::read)
                        .toList());
    }

    /// Whether a name is acceptable.
    boolean accepts(String name) {
        return closest(name).anyMatch(range -> range.weight() > 0);
    }

    /// The acceptable name with the highest weight: of several, the one that the caller describes
    /// most closely, and then the one offered first. If none is acceptable, the first, because an
    /// answer that was not asked for is more useful than none.
    ///
    /// @param offered in our order of preference
    String best(List<String> offered) {
        return offered.stream()
                .filter(this::accepts)
                .min(
                        Comparator.comparingDouble(this::weight)
                                .thenComparingInt(this::closeness)
                                .reversed())
                .orElse(offered.getFirst());
    }

    private double weight(String name) {
        return closest(name).mapToDouble(Range::weight).max().orElse(0);
    }

    private int closeness(String name) {
        return ranges.stream().mapToInt(range -> range.closeness(name)).max().orElse(0);
    }

    /// The ranges that describe a name most closely; only they count.
    private Stream<Range> closest(String name) {
        int closest = closeness(name);
        return ranges.stream().filter(range -> closest > 0 && range.closeness(name) == closest);
    }
}
