package app.prtosales.mail;

/// The colors and the sizes of type of the product's pages, of the pages behind links and of the
/// mails: one set, light and dark. A mail repeats them in its tags, for mail programs that know no
/// variables.
public final class Design {

    static final String PAPER = "#ffffff";
    static final String INK = "#17202b";
    static final String SOFT = "#56616d";
    static final String LINE = "#dde2e7";
    static final String FIELD = "#75808c";
    static final String QUIET = "#f2f4f6";
    static final String GREY = "#e6eaee";
    static final String ON_GREY = "#38424d";
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
    static final String DARK_GREY = "#2d3742";
    static final String ON_DARK_GREY = "#dbe2ea";
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

    /// As variables of a style sheet.
    public static String css(Brand brand) {
        return """
        :root { color-scheme: light dark;
        %s}
        @media (prefers-color-scheme: dark) { :root {
        %s} }
        """
                .formatted(light(brand) + SIZES, dark(brand));
    }

    private static String light(Brand brand) {
        return variable("paper", PAPER)
                + variable("card", PAPER)
                + variable("ink", INK)
                + variable("soft", SOFT)
                + variable("line", LINE)
                + variable("field", FIELD)
                + variable("quiet-soft", QUIET)
                + variable("accent", brand.accent())
                + variable("on", Brand.ON_ACCENT)
                + variable("accent-soft", brand.chosen())
                + variable("grey", ON_GREY)
                + variable("grey-soft", GREY)
                + variable("green", ON_GREEN)
                + variable("green-soft", GREEN)
                + variable("amber", ON_AMBER)
                + variable("amber-soft", AMBER)
                + variable("red", ON_RED)
                + variable("red-soft", RED)
                + variable("blue", ON_BLUE)
                + variable("blue-soft", BLUE);
    }

    private static String dark(Brand brand) {
        return variable("paper", DARK_PAPER)
                + variable("card", DARK_CARD)
                + variable("ink", DARK_INK)
                + variable("soft", DARK_SOFT)
                + variable("line", DARK_LINE)
                + variable("field", DARK_FIELD)
                + variable("quiet-soft", DARK_QUIET)
                + variable("accent", brand.darkAccent())
                + variable("on", Brand.ON_DARK_ACCENT)
                + variable("accent-soft", brand.darkChosen())
                + variable("grey", ON_DARK_GREY)
                + variable("grey-soft", DARK_GREY)
                + variable("green", ON_DARK_GREEN)
                + variable("green-soft", DARK_GREEN)
                + variable("amber", ON_DARK_AMBER)
                + variable("amber-soft", DARK_AMBER)
                + variable("red", ON_DARK_RED)
                + variable("red-soft", DARK_RED)
                + variable("blue", ON_DARK_BLUE)
                + variable("blue-soft", DARK_BLUE);
    }

    private static String variable(String name, String color) {
        return "--%s: %s;\n".formatted(name, color);
    }
}
