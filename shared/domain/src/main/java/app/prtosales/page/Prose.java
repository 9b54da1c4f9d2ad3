package app.prtosales.page;

import app.prtosales.page.PageFacts.Stretch;
import java.util.regex.Pattern;

/// Tells a date in a sentence, which belongs to what the story tells, from one that stands alone.
final class Prose {

    /// The most characters in an element around a date for it to be a label; with more, it is
    /// inside a sentence.
    private static final int LABEL = 60;

    private static final Pattern DATELINE_END =
            Pattern.compile("\\s?[)\\]]?\\s?[–—:|]|\\s-\\s|\\s?--");

    /// The rest of a sentence after a date: `, the hospital opened a ward.`
    private static final Pattern REST =
            Pattern.compile("[^\\n]{0,2}(?:[^\\n]*\\s)?\\p{Ll}{2,}[^\\n|•·]*[.!?][”\"’')]?\\s*");

    private static final Pattern CJK_REST = Pattern.compile("[、，は]?[^\\n]{4,}。\\s*");

    /// Several words of a sentence before a date: `The hospital opened a ward on`.
    private static final Pattern START =
            Pattern.compile(
                    "(?:[^\\n|•·:–—/]*\\s)?\\p{Ll}{3,}\\s(?:[^\\n|•·:–—/]+\\s)?\\p{Ll}{3,}\\s[^\\n|•·:–—/]*");

    private static final Pattern ON =
            Pattern.compile("\\s*(?:on|am|le|el|il|em|op)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON = Pattern.compile(",?\\s*\\p{Ll}{2,}\\s");

    /// A byline after a date: ` by Jane Roe, M.D.`, `, 9:00 a.m. by Jane Roe`, ` in Health, Inc.`
    private static final Pattern BYLINE_AFTER =
            Pattern.compile(
                    "[\\s,|·•–—-]{0,3}(?:(?:at |um |à )?\\d{1,2}(?:[:.h]\\d{2})?\\s?(?i:[ap]\\.?m\\.?|uhr)?(?:\\s\\p{Lu}{2,4})?[\\s,|·•–—-]{0,3})?(?i:by|von|par|por|di|in)\\s\\p{Lu}");

    private static final Pattern BYLINE_BEFORE =
            Pattern.compile("\\s*(?i:by|von|par|por|di)\\s+\\p{Lu}[^\\n]*");

    static boolean holds(String text, DatesInText.Found found, Stretch stretch) {
        return isLong(text, found, stretch) || isShortSentence(text, found, stretch);
    }

    private static boolean isShortSentence(String text, DatesInText.Found found, Stretch stretch) {
        String line = text.substring(lineStart(text, found), found.start());
        String before = text.substring(Math.min(stretch.start(), found.start()), found.start());
        boolean sentence = !isLongerThanALabel(found, stretch) && START.matcher(before).matches();
        if (BYLINE_BEFORE.matcher(line).matches()
                || !sentence
                        && BYLINE_AFTER
                                .matcher(text)
                                .region(found.end(), text.length())
                                .lookingAt()) {
            return false;
        }
        if (ON.matcher(line).matches()
                && GOES_ON.matcher(text).region(found.end(), text.length()).lookingAt()) {
            return true;
        }
        if (isLongerThanALabel(found, stretch) || isDateline(text, found)) {
            return false;
        }
        String after = text.substring(found.end(), Math.max(found.end(), stretch.end()));
        return REST.matcher(after).matches() || CJK_REST.matcher(after).matches() || sentence;
    }

    private static int lineStart(String text, DatesInText.Found found) {
        int from = Math.max(0, found.start() - LABEL);
        return from + text.substring(from, found.start()).lastIndexOf('\n') + 1;
    }

    private static boolean isLongerThanALabel(DatesInText.Found found, Stretch stretch) {
        return stretch.end() - stretch.start() - (found.end() - found.start()) > LABEL;
    }

    private static boolean isDateline(String text, DatesInText.Found found) {
        return DATELINE_END.matcher(text).region(found.end(), text.length()).lookingAt()
                || isInBrackets(text, found);
    }

    /// A date is not in a sentence if it is a dateline that begins a paragraph: `Berlin, 24 June
    /// 2026 – `.
    private static boolean isLong(String text, DatesInText.Found found, Stretch stretch) {
        return isLongerThanALabel(found, stretch)
                && (found.start() - stretch.start() > LABEL / 2 || !isDateline(text, found));
    }

    private static boolean isInBrackets(String text, DatesInText.Found found) {
        return found.start() > 0
                && found.end() < text.length()
                && text.charAt(found.start() - 1) == '('
                && text.charAt(found.end()) == ')';
    }
}
