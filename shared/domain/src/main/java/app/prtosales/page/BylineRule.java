package app.prtosales.page;

import app.prtosales.page.PageFacts.Byline;
import app.prtosales.page.PageFacts.Heading;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the authors in what a page marks as the author's beside its headline. It takes only what
/// looks like the name of a person, since the same marks stand on links, titles and teams.
final class BylineRule {

    private static final int ABOVE = 150;
    private static final int BELOW = 500;

    /// The most characters between two authors of one story.
    private static final int APART = 120;

    static final int MAXIMUM = 4;

    private static final String NAME =
            "(?:(?:Dr|Prof|Mr|Ms|Mrs)\\.?\\s)*\\p{Lu}[\\p{L}’'.-]*(?:\\s(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|al|el)){0,2}"
                    + "(?:\\s(?:\\p{Lu}|d[’'])[\\p{L}’'.-]*(?:\\s(?:de|del|der|den|van|von|la)){0,2}){1,3}";
    private static final String DEGREES =
            "(?:,?\\s(?:M\\.?D\\.?|D\\.?O\\.?|Ph\\.?D\\.?|PharmD|EdD|Esq\\.?|Jr\\.?|Sr\\.?|PA-C|RN|APRN|BSN|MSN|DNP|NP|CNE|MPH|MHA|MBA|MA|MS|MSc|JD|CPA|LCSW|DDS|DVM|FA\\p{Lu}{2,3}))*";
    private static final Pattern PERSON = Pattern.compile(NAME + DEGREES);

    /// A degree or other suffix after a name and a comma, as opposed to a first name.
    private static final Pattern SUFFIX = Pattern.compile(DEGREES + "|,\\s?[\\p{Lu}-]{2,10}");

    private static final Pattern LINE_END =
            Pattern.compile("[\\n|·•/]|\\s[–—-]\\s|(?:\\s\\p{L}+[.,]{0,2})?\\s\\d");
    private static final Pattern AND = Pattern.compile(",?\\s(?:and|und|et|y|e|en|&)\\s");

    /// Words of links, jobs, sections and companies that are written like names.
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?i)(?:by|von|par|por|do|di|da)\\s.*|.*\\b(?:about|access|advertisement|agenc(?:y|ia)|agence|all|archives?|articles?|associated|author|bio|blog|by|care|center|centre|chief|college|columnists?|contribut(?:ing|ors?)|correspondent|credit|daily|delivery|desk|director|download|editor(?:ial|s)?|facebook|follow|group|guest|health(?:care)?|instagram|institute|jornal|journal|linkedin|magazine|media|medical|manager|more|network|news|newsletter|nursing|officer|opinion|originally|partners|permanente|photo|podcast|post(?:s|ed)?|president|press[eo]?|print|profile|published|read|reda[kc]tion|redação|redacción|rédaction|reporter|reports?|reviewed|revista|safety|scientific|see|share[ds]?|society|solutions|staff|stud(?:y|ies)|submissions?|subscribe|systems|team|technologies|times|twitter|updated?|video|view|ver[öo]ffentlicht|weekly|writer|written|zeitung)\\b.*",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /// Words for people who did something other than write the story.
    private static final Pattern OTHER_ROLE =
            Pattern.compile(
                    "(?i)\\b(?:review(?:ed|er)?|edit(?:ed|or)|interview(?:ed|er)?|told to|video|film(?:ed)?|photo(?:s|graphs?|graphy|graphed)?|illustrat(?:ed|ions?)|images?|checked|produced|host(?:s|ed)?|guests?|speakers?|moderat(?:ed|ors?)|narrated|recorded|sponsored|powered|translated|presented)\\s?(?:by)?\\s?:?\\s*$");

    /// "By" at the beginning of a line, after a date or after a word for writing.
    private static final Pattern BY =
            Pattern.compile(
                    "(?i)(?:^|[\\n|·•,–—\\d-]|written|posted|published|submitted|story|words|article|geschrieben|verfasst|veröffentlicht)\\s*(?:by|von|par|por|di|da|door|af|av)\\s?:?\\s*$");

    private static final Pattern JOINED =
            Pattern.compile("\\s*(?:,|,?\\s*(?:and|und|et|y|e|en|&))\\s*");

    private static final int ROLE = 40;

    private final PageFacts page;
    private final UnaryOperator<String> alone;
    private final Predicate<String> isPerson;

    /// @param alone a name without "by" before it
    /// @param isPerson whether a name can be a person's on this page
    BylineRule(PageFacts page, UnaryOperator<String> alone, Predicate<String> isPerson) {
        this.page = page;
        this.alone = alone;
        this.isPerson = isPerson;
    }

    /// `Jane Roe` for `Roe, Jane`; a degree or a numeral stays after the name.
    static String inOrder(String name) {
        int comma = name.indexOf(',');
        boolean isReversed =
                comma > 0
                        && comma == name.lastIndexOf(',')
                        && !SUFFIX.matcher(name.substring(comma)).matches();
        return isReversed
                ? name.substring(comma + 1).strip() + " " + name.substring(0, comma).strip()
                : name;
    }

    /// The authors beside the headline; none if there are so many that they are a list.
    List<String> authors(@Nullable Heading headline) {
        if (headline == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        @Nullable Byline last = null;
        for (Byline byline : page.bylines()) {
            boolean near =
                    byline.at() >= headline.start() - ABOVE
                            && (byline.at() >= headline.start() || isInSamePart(byline, headline))
                            && byline.at() <= headline.end() + BELOW;
            if (!near || last != null && byline.at() > last.at() + APART) {
                continue;
            }
            List<String> found = isOther(byline) ? List.of() : names(byline, last);
            if (!found.isEmpty()) {
                last = byline;
                names.addAll(found);
            }
        }
        List<String> whole =
                names.stream()
                        .filter(name ->
                                names.stream().noneMatch(each -> each.startsWith(name + " ")))
                        .toList();
        return whole.size() > MAXIMUM ? List.of() : whole;
    }

    /// A name that a hidden copy for the reader's screen repeats.
    private static String once(String name) {
        int half = name.length() / 2;
        boolean twice =
                name.length() % 2 == 1
                        && name.charAt(half) == ' '
                        && name.substring(0, half).equals(name.substring(half + 1));
        return twice ? name.substring(0, half) : name;
    }

    /// Above the headline, a name outside of its article or header is that of another story.
    private static boolean isInSamePart(Byline byline, Heading headline) {
        return byline.part() >= 0 && byline.part() == headline.part();
    }

    /// Whether "by" stands before the element, or another author and "and".
    private boolean isAfterBy(Byline byline, @Nullable Byline last) {
        String text = page.text().text();
        String before = text.substring(Math.max(0, byline.at() - ROLE), byline.at());
        if (BY.matcher(before).find()) {
            return true;
        }
        // A line that ends after a name may have begun before it.
        if (last == null || byline.at() < last.at()) {
            return false;
        }
        String between = text.substring(last.at(), byline.at());
        return between.startsWith(last.text())
                && JOINED.matcher(between.substring(last.text().length())).matches();
    }

    private boolean isOther(Byline byline) {
        String text = page.text().text();
        return OTHER_ROLE
                .matcher(text.substring(Math.max(0, byline.at() - ROLE), byline.at()))
                .find();
    }

    private List<String> names(Byline byline, @Nullable Byline last) {
        String line = byline.text().strip();
        Matcher end = LINE_END.matcher(line);
        if (end.find()) {
            line = line.substring(0, end.start());
        }
        String own = alone.apply(line);
        boolean saysBy = own.length() < line.length();
        if (!saysBy && !byline.isName() && !isAfterBy(byline, last)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (String each : Arrays.asList(AND.split(own, -1))) {
            String name = once(each.strip());
            if (!PERSON.matcher(name).matches()
                    || NO_NAME.matcher(name).matches()
                    || !isPerson.test(name)) {
                return List.of();
            }
            names.add(name);
        }
        return names;
    }
}
