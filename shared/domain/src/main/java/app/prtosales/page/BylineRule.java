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

    private static final int MOST = 4;

    private static final String NAME =
            "(?:(?:Dr|Prof|Mr|Ms|Mrs)\\.?\\s)*\\p{Lu}[\\p{L}’'.-]*(?:\\s(?:de|del|della|der|den|di|da|dos|du|la|le|van|von|bin|al|el)){0,2}"
                    + "(?:\\s(?:\\p{Lu}|d[’'])[\\p{L}’'.-]*(?:\\s(?:de|del|der|den|van|von|la)){0,2}){1,3}";
    private static final String DEGREES =
            "(?:,?\\s(?:M\\.?D\\.?|D\\.?O\\.?|Ph\\.?D\\.?|PharmD|EdD|Esq\\.?|Jr\\.?|Sr\\.?|PA-C|RN|APRN|BSN|MSN|DNP|NP|CNE|MPH|MHA|MBA|MA|MS|MSc|JD|CPA|LCSW|DDS|DVM|FA\\p{Lu}{2,3}))*";
    private static final Pattern PERSON = Pattern.compile(NAME + DEGREES);
    private static final Pattern LINE_END =
            Pattern.compile("[\\n|·•/]|\\s[–—-]\\s|(?:\\s\\p{L}+[.,]{0,2})?\\s\\d");
    private static final Pattern AND = Pattern.compile(",?\\s(?:and|und|et|y|e|en|&)\\s");

    /// Words of links, jobs, sections and companies that are written like names.
    private static final Pattern NO_NAME =
            Pattern.compile(
                    "(?i)(?:by|von|par|por|do|di|da)\\s.*|.*\\b(?:about|agenc(?:y|ia)|agence|all|archives?|articles?|associated|author|bio|blog|by|center|centre|college|correspondent|credit|daily|desk|editor(?:ial|s)?|follow|group|health(?:care)?|institute|jornal|journal|linkedin|magazine|media|medical|more|network|news|partners|photo|posts?|press[eo]?|profile|read|reda[kc]tion|redação|redacción|rédaction|reporter|reports?|reviewed|revista|see|society|solutions|staff|submissions?|systems|team|technologies|times|twitter|view|ver[öo]ffentlicht|weekly|writer|written|zeitung)\\b.*",
                    Pattern.UNICODE_CHARACTER_CLASS);

    /// Who did something else than write the story.
    private static final Pattern OTHER_ROLE =
            Pattern.compile(
                    "(?i)\\b(?:review(?:ed|er)?|edit(?:ed|or)|photo(?:s|graphs?|graphy|graphed)?|illustrat(?:ed|ions?)|images?|checked|produced|hosted|translated|presented)\\s?(?:by)?\\s?:?\\s*$");

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

    /// The authors beside the headline; none if there are so many that they are a list.
    List<String> authors(@Nullable Heading headline) {
        if (headline == null) {
            return List.of();
        }
        Set<String> names = new LinkedHashSet<>();
        int last = -1;
        for (Byline byline : page.bylines()) {
            boolean near =
                    byline.at() >= headline.start() - ABOVE
                            && byline.at() <= headline.end() + BELOW;
            if (!near || last >= 0 && byline.at() > last + APART) {
                continue;
            }
            List<String> found = isOther(byline) ? List.of() : names(byline.text());
            if (!found.isEmpty()) {
                last = byline.at();
                names.addAll(found);
            }
        }
        return names.size() > MOST ? List.of() : List.copyOf(names);
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

    private boolean isOther(Byline byline) {
        String text = page.text().text();
        return OTHER_ROLE
                .matcher(text.substring(Math.max(0, byline.at() - ROLE), byline.at()))
                .find();
    }

    private List<String> names(String text) {
        String line = text.strip();
        Matcher end = LINE_END.matcher(line);
        if (end.find()) {
            line = line.substring(0, end.start());
        }
        List<String> names = new ArrayList<>();
        for (String each : Arrays.asList(AND.split(alone.apply(line), -1))) {
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
