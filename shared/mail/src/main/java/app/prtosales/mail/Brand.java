package app.prtosales.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The company's color in readable shades: for buttons, links and bars, on light and dark
/// backgrounds.
///
/// If the color is hard to read, it is darkened on light backgrounds and lightened on dark ones
/// until its contrast with each background is at least 4.5:1 (WCAG 2.2, 1.4.3).
///
/// @param accent the color on a light background, such as `#0b57b8`
/// @param chosen the background of selected items, in light mode
/// @param darkAccent the color on a dark background
/// @param darkChosen the background of selected items, in dark mode
public record Brand(String accent, String chosen, String darkAccent, String darkChosen) {

    /// The color of the text on a button: white in light mode, and the darkest background in dark
    /// mode.
    static final String ON_ACCENT = "#ffffff";

    static final String ON_DARK_ACCENT = Design.DARK_PAPER;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final double READABLE = 4.5;
    private static final double STEP = 0.04;

    /// The share of the color in the background of selected items.
    private static final double TINT = 0.09;

    private static final double DARK_TINT = 0.16;

    /// @param color red, green and blue in hexadecimal, such as `#0B57B8`
    /// @throws IllegalArgumentException when the text is not such a color
    public static Brand of(String color) {
        String asked = color.toLowerCase(Locale.ROOT);
        if (!COLOR.matcher(asked).matches()) {
            throw new IllegalArgumentException(
                    "the company's color must be written as #rrggbb, such as #0b57b8");
        }
        String accent = readable(asked, "#000000", TINT, Design.PAPER, Design.QUIET);
        String dark = readable(asked, "#ffffff", DARK_TINT, Design.DARK_CARD, Design.DARK_QUIET);
        return new Brand(
                accent,
                mixed(Design.PAPER, accent, TINT),
                dark,
                mixed(Design.DARK_CARD, dark, DARK_TINT));
    }

    private static String readable(
            String color, String toward, double tint, String ground, String quiet) {
        String tried = color;
        for (double share = 0; share <= 1; share += STEP) {
            tried = mixed(color, toward, share);
            String text = tried;
            if (List.of(ground, quiet, mixed(ground, tried, tint)).stream()
                    .allMatch(each -> contrast(text, each) >= READABLE)) {
                return tried;
            }
        }
        return tried;
    }

    private static String mixed(String color, String with, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int channel = 0; channel < 3; channel++) {
            double value = channel(color, channel) * (1 - share) + channel(with, channel) * share;
            mixed.append("%02x".formatted(Math.round(value)));
        }
        return mixed.toString();
    }

    /// The contrast between two colors, from 1 to 21 (WCAG 2.2, "contrast ratio").
    static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String color) {
        return 0.2126 * linear(channel(color, 0))
                + 0.7152 * linear(channel(color, 1))
                + 0.0722 * linear(channel(color, 2));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    private static int channel(String color, int which) {
        return Integer.parseInt(color, 1 + 2 * which, 3 + 2 * which, 16);
    }
}
