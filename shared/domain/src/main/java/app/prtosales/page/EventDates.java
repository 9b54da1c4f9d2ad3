package app.prtosales.page;

import app.prtosales.page.PageFacts.Stretch;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Tells the date on which something takes place from the one on which a story appeared. A page
/// that announces a webinar or a session shows that date where stories show theirs.
final class EventDates {

    private static final int BACK = 40;
    private static final int AHEAD = 100;

    private static final Set<String> PROPERTIES = Set.of("startDate", "endDate", "doorTime");

    /// A section of the site where each page is an event.
    private static final Pattern SECTION =
            Pattern.compile(
                    "/(?:events?|webinars?|webcasts?|agenda|sessions?|calendar|conferences?|veranstaltung(?:en)?|termine?|webinaires?|evenements?|eventos?|seminars?)(?:/|$)");

    private static final Pattern MARK =
            Pattern.compile(
                    "(?<![a-z])(?:events?|webinars?|session)(?![a-z])|add-?to-?cal|addeventatc");

    private static final String WEEKDAY = "(?:\\p{L}{3,10}\\.?,\\s*)?$";
    private static final String BEGIN = "(?:^|[\\n|•·])\\s*";

    /// Labels that only an event has.
    private static final Pattern WHEN =
            Pattern.compile(
                    BEGIN
                            + "(?:(?:date|datum|fecha|data)s? ?(?:&|and|und|et|y|/|\\+) ?(?:time|uhrzeit|zeit|heure|hora)|when|wann|quand|cuándo|(?:event|webinar|session|start|conference) dates?)\\s?:?\\s*"
                            + WEEKDAY
                            + "|"
                            + BEGIN
                            + "(?:開催日時?|開催期間|日時|会期|일시)\\s?[:：]?\\s*$");

    /// Labels that an event shares with others.
    private static final Pattern DATE =
            Pattern.compile(BEGIN + "(?:date|datum|fecha|data|day|tag|jour)\\s?:?\\s*" + WEEKDAY);

    /// The details right after the date of an event: its time, its place, its people.
    private static final Pattern DETAIL =
            Pattern.compile(
                    "[^\\n|•·]{0,40}?[\\n|•·]\\s*(?:time|uhrzeit|zeit|beginn|heure|horaires?|hora|location|venue|where|ort|lieu|lugar|room|speakers?|presenters?|panelists?|moderators?|referent(?:en|in)?|cost|price|fee)\\s?(?:[:\\n]|$)");

    /// Details that mark a date as an event's even without a label before it.
    private static final Pattern TITLED =
            Pattern.compile(
                    "[^\\n|•·]{0,40}?[\\n|•·]\\s*(?:time|uhrzeit|heure|hora|location|venue|where|ort|lieu|lugar)\\s?:");

    private static final String CLOCK = "\\d{1,2}(?:[:.h]\\d{2})?\\s?(?:[ap]\\.?m\\.?)?";
    private static final String EXACT_CLOCK =
            "\\d{1,2}(?:[:.h]\\d{2}(?:\\s?[ap]\\.?m\\.?)?|\\s?[ap]\\.?m\\.?|\\s?uhr)(?![\\p{L}\\d])";
    private static final String ZONE = "(?:\\s\\(?[a-z]{2,4}\\)?)?";

    /// A time from and to, or the same time in two zones. News wires write GMT in parentheses.
    private static final Pattern TIMES =
            Pattern.compile(
                    "[^\\n]{0,40}?(?:19|20)\\d{2}(?:年\\d{1,2}月\\d{1,2}日)?(?:\\s?[(（].{1,3}[)）])?[\\s,|•·@–—-]{0,6}(?:(?:at|from|time:?|um|von|de|à)\\s)?(?:"
                            + CLOCK
                            + ZONE
                            + "\\s?(?:[-–—～~]|to|until|bis|à|a)\\s?"
                            + EXACT_CLOCK
                            + "|"
                            + EXACT_CLOCK
                            + "\\s\\(?[a-z]{2,4}\\)?\\s?[/|(]\\s?(?![^\\n)]{0,14}(?:gmt|utc)\\s?\\))"
                            + EXACT_CLOCK
                            + ")");

    private static final Pattern CALENDAR =
            Pattern.compile(
                    "[^\\n]{0,40}[\\s|•·]\\s*(?:add to (?:my )?calendar|rsvp|save (?:your|my) (?:seat|spot))");

    private final Set<LocalDate> days;
    private final boolean ofAnEvent;

    EventDates(PageFacts page, Region region) {
        WrittenDate written = new WrittenDate(region);
        this.days =
                Stream.concat(
                                page.nodes().stream()
                                        .flatMap(node ->
                                                PROPERTIES.stream()
                                                        .flatMap(
                                                                each -> node.first(each).stream())),
                                page.items().stream()
                                        .filter(item -> PROPERTIES.contains(item.property()))
                                        .map(PageFacts.Item::value))
                        .flatMap(value -> written.read(value).stream())
                        .map(PageDate::day)
                        .collect(Collectors.toUnmodifiableSet());
        this.ofAnEvent = SECTION.matcher(PageAddress.of(page.address()).path()).find();
    }

    /// Whether a date without a word for "published" can be an event's. It can also be the story's,
    /// so it still contradicts the tags.
    boolean canBeEvents(DatesInText.Found found, Stretch stretch) {
        return ofAnEvent
                || days.contains(found.date().day())
                || MARK.matcher(stretch.marks()).find();
    }

    /// Whether its label, or what comes right after it, says that it is the date of an event.
    static boolean isLabeled(String text, DatesInText.Found found) {
        String before = lower(text, found.start() - BACK, found.start());
        String from = lower(text, found.start(), found.end() + AHEAD);
        String after = from.substring(Math.min(from.length(), found.end() - found.start()));
        Matcher date = DATE.matcher(before);
        return WHEN.matcher(before).find()
                || TITLED.matcher(after).lookingAt()
                || date.find() && DETAIL.matcher(after).lookingAt()
                || TIMES.matcher(from).lookingAt()
                || CALENDAR.matcher(after).lookingAt();
    }

    private static String lower(String text, int start, int end) {
        return text.substring(Math.max(0, start), Math.min(text.length(), end))
                .toLowerCase(Locale.ROOT);
    }
}
