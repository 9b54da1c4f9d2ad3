package app.prtosales.aws.spreadsheet;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Converts a workbook's numbers to text: Excel stores a date as days since 1900, and only the
/// cell's style marks it as one (ECMA-376 part 1, 18.8.30).
final class NumberFormats {

    private static final int MAXIMUM_STYLES = 70_000;
    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

    /// The number after that of Excel's last day, 9999-12-31.
    private static final double AFTER_LAST_DAY = 2_958_466;

    private static final int SECONDS_OF_A_DAY = 86_400;

    /// Parts of a format that are not date codes: quoted texts, escaped characters, colors and
    /// currencies.
    private static final Pattern LITERALS =
            Pattern.compile("\"[^\"]*\"|\\\\.|_.|\\*.|\\[(?!h+\\]|m+\\]|s+\\])[^\\]]*\\]");

    private static final Pattern DATE = Pattern.compile("[ymdhs]");
    private static final Pattern PADDED = Pattern.compile("0{2,20}");
    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,18}");
    private static final Pattern LONG = Pattern.compile("-?[0-9]+(?:\\.[0-9]{1,8})?");

    private final Map<Integer, String> codes = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private boolean since1904;

    void countSince1904() {
        since1904 = true;
    }

    void code(int id, String code) throws UnreadableFileException {
        if (codes.put(id, code) == null && codes.size() > MAXIMUM_STYLES) {
            throw UnreadableFileException.tooLarge();
        }
    }

    /// Adds the next style; styles must be added in order.
    void style(int code) throws UnreadableFileException {
        styles.add(code);
        if (styles.size() > MAXIMUM_STYLES) {
            throw UnreadableFileException.tooLarge();
        }
    }

    /// @param raw the text in the file, such as `46287.375` or `4.7E1`
    /// @param style the cell's style; -1 if it has none
    String text(String raw, int style) {
        double number;
        try {
            number = Double.parseDouble(raw);
        } catch (NumberFormatException notANumber) {
            return raw;
        }
        int code = style >= 0 && style < styles.size() ? styles.get(style) : 0;
        if (isDate(code) && number >= 0 && number < AFTER_LAST_DAY) {
            return date(number);
        }
        String format = codes.getOrDefault(code, "");
        if (PADDED.matcher(format).matches() && WHOLE.matcher(raw).matches()) {
            return "0".repeat(Math.max(0, format.length() - raw.length())) + raw;
        }
        return LONG.matcher(raw).matches() || Math.abs(number) > 1e18 || !Double.isFinite(number)
                ? raw
                : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private boolean isDate(int id) {
        if (codes.containsKey(id)) {
            String letters = LITERALS.matcher(codes.getOrDefault(id, "")).replaceAll("");
            return !letters.equalsIgnoreCase("general")
                    && DATE.matcher(letters.toLowerCase(Locale.ROOT)).find();
        }
        return id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 58 && id != 49;
    }

    private String date(double days) {
        long seconds = Math.round(days * SECONDS_OF_A_DAY);
        if (seconds < SECONDS_OF_A_DAY) {
            return LocalTime.ofSecondOfDay(seconds).truncatedTo(ChronoUnit.MINUTES).toString();
        }
        LocalDateTime at = (since1904 ? EPOCH_1904 : EPOCH_1900).plusSeconds(seconds);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? at.toLocalDate().toString()
                : at.truncatedTo(ChronoUnit.MINUTES).toString();
    }
}
