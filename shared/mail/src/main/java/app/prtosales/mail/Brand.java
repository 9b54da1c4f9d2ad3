package app.prtosales.mail;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The company's color as it can be read: a button, a link, a bar, on a light and on a dark ground.
///
/// A color that is too pale to read is darkened on a light ground, and lightened on a dark one,
/// until its contrast is 4.5 to 1 (WCAG 2.2, 1.4.3) with each ground that it stands on.
///
/// @param accent on a light ground, such as `#0b57b8`
/// @param chosen the ground of what is chosen, when it is light
/// @param darkAccent on a dark ground
/// @param darkChosen the ground of what is chosen, when it is dark
public record Brand(String accent, String chosen, String darkAccent, String darkChosen) {

    /// What a button says in the color: white on light, and the darkest ground on dark.
    static final String ON_ACCENT = "#ffffff";

    static final String ON_DARK_ACCENT = Design.DARK_PAPER;

    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}");
    private static final double READABLE = 4.5;
    private static final double STEP = 0.04;

    /// How much of the color is in the ground of what is chosen.
    private static final double TINT = 0.09;

    private static final double DARK_TINT = 0.16;

    /// @param color red, green and blue in hexadecimal, such as `#0B57B8`
    /// @throws IllegalArgumentException for anything else
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
            String color, String towards, double tint, String ground, String quiet) {
        String tried = color;
        for (double share = 0; share <= 1; share += STEP) {
            tried = mixed(color, towards, share);
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

    /// Between two colors, 1 to 21 (WCAG 2.2, "contrast ratio").
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
