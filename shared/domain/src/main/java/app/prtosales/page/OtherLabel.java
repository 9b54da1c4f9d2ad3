package app.prtosales.page;

import app.prtosales.page.PageFacts.Stretch;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells that the words before a date, on its own line, make it the date of something else, or of
/// something that nobody knows: `Deadline:`, `Registration closes`, `Hearing:`.
final class OtherLabel {

    private static final int BACK = 80;

    private static final String WEEKDAY = "(?:" + Weekdays.NAME + "[.,]*\\s*)?$";
    private static final Pattern LAST_WEEKDAY =
            Pattern.compile("(?:^|[\\s,(]+)" + Weekdays.NAME + "[.,]*$|[\\s,(]+$");

    /// Words after which a date is a deadline's, an event's or a period's, wherever they stand.
    private static final Pattern OF_SOMETHING_ELSE =
            Pattern.compile(
                    "\\b(?:since|until|till|through|before|after|born|died|due|deadline|expires?|ends?|starts?|begins?|effective|valid|when|seit|bis|ab|vom|zum|depuis|jusqu.au|desde|hasta|dal|fino al|webinar|conference|event|termin|as of|by|save the date|join us|effective date|date effective|recorded)(?: on| the)?\\s?[:|•·–—]?\\s*"
                            + WEEKDAY);

    private static final Pattern SEPARATOR = Pattern.compile("[|•·–—/>»\\n]|\\s-\\s");

    private static final String RELEASE =
            "(?:press|news|media) (?:releases?|statements?)|presse(?:mitteilung|meldung|information)|meldung|communiqué(?: de presse)?|édition|actualité|nieuwsbericht|persbericht|noticia|nota de prensa|comunicado(?: de prensa)?|comunicato(?: stampa)?";

    /// Lowercase words that may stand before a story's own date.
    private static final Pattern BESIDE_DATE =
            Pattern.compile(
                    "(?:"
                            + RELEASE
                            + ")(?: (?:du|van))?|(?:.*[\\s,])?(?:dpa|ots|afp|apa)|(?:comments|read(?:ing)? time|lesedauer|temps de lecture)\\s?:\\s?\\d+(?: \\p{L}+\\.?)?");

    /// The words before a colon and a story's own date, or the name or section before that date.
    private static final Pattern OF_STORY =
            Pattern.compile(
                    "(?:dates?|datum|fecha|data|dato|day|vö|veröffentlichung|publication|publicación|publicação|pubblicazione|.*\\b(?:by|von|par|por|authors?|autor(?:en|in)?|auteure?|autore|text|words)|(?:news |press )?source|quelle|fuente|fonte|from|via|in|under|filed under|posted in|category|categories|kategorien?|rubrik|topics?|tags?|section|type|news|blog|article|time|(?:air|episode) date|date issued|(?:epub|published online)(?: ahead of print)?|inserito|"
                            + RELEASE
                            + ")");

    private static final Pattern NAME =
            Pattern.compile(
                    "(?:(?i:(?:written|submitted|posted|published|contributed|uploaded) (?:in .{1,40} )?)?(?i:by|von|par|por|di|door|av|af)\\s|\\p{Lu}[\\p{L}.’'-]+(?: \\p{L}[\\p{L}.’'-]*){1,2},\\s).*");

    private static final Pattern ON =
            Pattern.compile("(?i:(?:^|\\s)(?:on|am|den|le|el|il|em|op|at|the))$");

    /// Words that end neither a name nor a section.
    private static final Pattern UNFINISHED =
            Pattern.compile(
                    "(?:.*\\s)?(?:of|for|to|from|with|is|was|are|opens?|closes?|lifts?|premieres?|copyright(?: ©)?|version [\\d.]+,?|airs?|runs?|returns?|held|taken|\\p{L}+ date|(?:last|latest) (?:reply|activity|post|seen|visit|comment|login))",
                    Pattern.CASE_INSENSITIVE);

    private static final Pattern DONE =
            Pattern.compile("\\p{Lu}\\p{Ll}{3,}ed(?: (?:at|in|for|to)\\s.*)?");

    /// The issue of a journal, which is dated later than its stories.
    private static final Pattern ISSUE =
            Pattern.compile(
                    ".*\\b(?:vol(?:ume)?|issue|heft|ausgabe|band)\\.?\\s\\d.*",
                    Pattern.CASE_INSENSITIVE);

    /// Words for what is done to a story that also name a section.
    private static final Set<String> DONE_TO_STORY =
            Set.of(
                    "added",
                    "aired",
                    "announced",
                    "contributed",
                    "created",
                    "dated",
                    "explained",
                    "featured",
                    "filed",
                    "issued",
                    "posted",
                    "published",
                    "released",
                    "sponsored",
                    "submitted",
                    "uploaded");

    private OtherLabel() {}

    /// Whether a word says that the date is not the story's.
    static boolean stands(String text, int place, int from) {
        String line = line(text, place, from);
        return OF_SOMETHING_ELSE.matcher(line.toLowerCase(Locale.ROOT).stripTrailing()).find();
    }

    /// Whether nobody knows what the words before the date say about it. In the date's own element,
    /// words other than a name, a place or a section do.
    ///
    /// @param from where the line begins at the earliest, such as the end of the headline
    static boolean isDoubtful(String text, int place, int from, Stretch stretch) {
        String own = label(line(text, place, Math.max(from, stretch.start())));
        if (!withoutOn(own).isEmpty()) {
            return isUnknown(own)
                    || !NAME.matcher(own).matches() && !isBesideDate(own) && endsSmall(own);
        }
        String before = label(line(text, place, from));
        return (before.indexOf(':') < 0 || before.endsWith(":")) && isUnknown(before);
    }

    private static String line(String text, int place, int from) {
        int start = Math.max(from, Math.max(0, place - BACK));
        return start >= place
                ? ""
                : text.substring(Math.max(start, text.lastIndexOf('\n', place - 1) + 1), place);
    }

    /// The words right before a date, up to a separator, without a weekday after them.
    private static String label(String line) {
        String words = LAST_WEEKDAY.matcher(line.stripTrailing()).replaceFirst("").strip();
        int start = 0;
        Matcher separators = SEPARATOR.matcher(words);
        while (separators.find()) {
            start = separators.end();
        }
        return words.substring(start).strip();
    }

    private static boolean isBesideDate(String label) {
        return BESIDE_DATE.matcher(withoutOn(label).toLowerCase(Locale.ROOT)).matches();
    }

    private static boolean isUnknown(String label) {
        if (isBesideDate(label)) {
            return false;
        }
        int colon = label.lastIndexOf(':');
        if (colon > 0 && isLatin(label.charAt(colon - 1))) {
            String named =
                    label.substring(label.lastIndexOf(':', colon - 1) + 1, colon)
                            .strip()
                            .toLowerCase(Locale.ROOT);
            return !OF_STORY.matcher(named).matches()
                    && (!DONE_TO_STORY.contains(named) || named.equals("submitted"));
        }
        if (NAME.matcher(label).matches()) {
            return false;
        }
        String words = withoutOn(label);
        return UNFINISHED.matcher(words).matches()
                || ISSUE.matcher(words).matches()
                || !words.equals(label) && words.indexOf(' ') > 0 && endsSmall(words)
                || DONE.matcher(words).matches()
                        && !DONE_TO_STORY.contains(words.split(" ", 2)[0].toLowerCase(Locale.ROOT));
    }

    private static String withoutOn(String label) {
        return ON.matcher(label).replaceFirst("").strip();
    }

    private static boolean endsSmall(String label) {
        String words = withoutOn(label);
        String last = words.substring(words.lastIndexOf(' ') + 1);
        return !last.isEmpty() && !last.endsWith(":") && Character.isLowerCase(last.charAt(0));
    }

    private static boolean isLatin(char c) {
        return Character.isLetter(c) && c < '\u0250';
    }
}
