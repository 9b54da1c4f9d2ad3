package app.prtosales.mail;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The colors and type sizes of the product's pages, the pages behind links, and the emails: a
/// single set, in light and dark. Emails repeat the values inline, for mail programs that do not
/// support variables.
public final class Design {

    static final String PAPER = "#ffffff";
    static final String INK = "#17202b";
    static final String SOFT = "#56616d";
    static final String LINE = "#dde2e7";
    static final String FIELD = "#75808c";
    static final String QUIET = "#f2f4f6";
    static final String GRAY = "#e6eaee";
    static final String ON_GRAY = "#38424d";
    static final String GREEN = "#e1f3e6";
    static final String ON_GREEN = "#14532d";
    static final String AMBER = "#fdf0d0";
    static final String ON_AMBER = "#663c00";
    static final String RED = "#fde5e2";
    static final String ON_RED = "#8a1c12";
    static final String BLUE = "#e7f0fb";
    static final String ON_BLUE = "#1d4f8a";

    static final String DARK_PAPER = "#11161c";
    static final String DARK_CARD = "#191f27";
    static final String DARK_INK = "#e9edf2";
    static final String DARK_SOFT = "#a8b3bf";
    static final String DARK_LINE = "#2d3742";
    static final String DARK_FIELD = "#8592a0";
    static final String DARK_QUIET = "#222a34";
    static final String DARK_GRAY = "#2d3742";
    static final String ON_DARK_GRAY = "#dbe2ea";
    static final String DARK_GREEN = "#143a22";
    static final String ON_DARK_GREEN = "#b9f0c9";
    static final String DARK_AMBER = "#41300a";
    static final String ON_DARK_AMBER = "#ffe0a1";
    static final String DARK_RED = "#4a1813";
    static final String ON_DARK_RED = "#ffc9c2";
    static final String DARK_BLUE = "#1d3049";
    static final String ON_DARK_BLUE = "#9cc2ff";

    private static final String SIZES =
            """
            --t-small: 13px;
            --t-soft: 14px;
            --t-body: 16px;
            --t-lead: 18px;
            --t-title: 22px;
            --t-head: 28px;
            """;

    private Design() {}

    /// A color, and its variable name in style sheets.
    private record Variable(String name, String light, String dark) {}

    /// The colors as CSS variables.
    public static String css(Brand brand) {
        List<Variable> colors = colors(brand);
        return """
        :root { color-scheme: light dark;
        %s}
        @media (prefers-color-scheme: dark) { :root {
        %s} }
        """
                .formatted(
                        written(colors, Variable::light) + SIZES, written(colors, Variable::dark));
    }

    private static String written(List<Variable> colors, Function<Variable, String> which) {
        return colors.stream()
                .map(each -> "--%s: %s;\n".formatted(each.name(), which.apply(each)))
                .collect(Collectors.joining());
    }

    private static List<Variable> colors(Brand brand) {
        return List.of(
                new Variable("paper", PAPER, DARK_PAPER),
                new Variable("card", PAPER, DARK_CARD),
                new Variable("ink", INK, DARK_INK),
                new Variable("soft", SOFT, DARK_SOFT),
                new Variable("line", LINE, DARK_LINE),
                new Variable("field", FIELD, DARK_FIELD),
                new Variable("quiet-soft", QUIET, DARK_QUIET),
                new Variable("accent", brand.accent(), brand.darkAccent()),
                new Variable("on", Brand.ON_ACCENT, Brand.ON_DARK_ACCENT),
                new Variable("accent-soft", brand.chosen(), brand.darkChosen()),
                new Variable("gray", ON_GRAY, ON_DARK_GRAY),
                new Variable("gray-soft", GRAY, DARK_GRAY),
                new Variable("green", ON_GREEN, ON_DARK_GREEN),
                new Variable("green-soft", GREEN, DARK_GREEN),
                new Variable("amber", ON_AMBER, ON_DARK_AMBER),
                new Variable("amber-soft", AMBER, DARK_AMBER),
                new Variable("red", ON_RED, ON_DARK_RED),
                new Variable("red-soft", RED, DARK_RED),
                new Variable("blue", ON_BLUE, ON_DARK_BLUE),
                new Variable("blue-soft", BLUE, DARK_BLUE));
    }
}
