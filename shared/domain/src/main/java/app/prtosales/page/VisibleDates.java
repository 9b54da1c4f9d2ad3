package app.prtosales.page;

import static app.prtosales.page.VisibleDate.Trait.CHANGED;
import static app.prtosales.page.VisibleDate.Trait.DOUBTFUL;
import static app.prtosales.page.VisibleDate.Trait.IN_PROSE;
import static app.prtosales.page.VisibleDate.Trait.IN_SIDE_PART;
import static app.prtosales.page.VisibleDate.Trait.IN_TIME_ELEMENT;
import static app.prtosales.page.VisibleDate.Trait.MARKED;
import static app.prtosales.page.VisibleDate.Trait.OF_LAYOUT;
import static app.prtosales.page.VisibleDate.Trait.OF_OTHERS;
import static app.prtosales.page.VisibleDate.Trait.ORIGINAL;
import static app.prtosales.page.VisibleDate.Trait.POSSIBLE_EVENT;
import static app.prtosales.page.VisibleDate.Trait.PUBLISHED;
import static app.prtosales.page.VisibleDate.Trait.TOLD;

import app.prtosales.page.PageFacts.Heading;
import app.prtosales.page.PageFacts.Stretch;
import app.prtosales.page.PageFacts.TimeElement;
import app.prtosales.page.VisibleDate.Traits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The dates that readers see on a page, with the context of each.
final class VisibleDates {

    private static final Pattern FIRST_APPEARED =
            Pattern.compile(
                    "(?<!\\p{L})(?:originally|first|initially) (?:published|posted|appeared)(?: on)?\\s?:?\\s*(?:\\p{L}{3,10}\\.?,?)?\\s*$|(?:zuerst|erstmals) (?:veröffentlicht|erschienen)(?: am)?\\s?:?\\s*$");

    /// In Japanese, Chinese and Korean, the word comes after the date.
    private static final Pattern PUBLISHED_AFTER =
            Pattern.compile("\\s?(?:公開|掲載|配信|投稿|发布|發布|发表|발행|게시|입력)(?!\\p{L})");

    private static final Pattern DATE_MARK =
            Pattern.compile(
                    "date|datum|fecha|time|publish|posted|byline|meta|pubdate|calendar|dateline|created|stamp|timestamp|datetime");
    private static final Pattern PUBLISHED_MARK =
            Pattern.compile(
                    "pubdate|publish|entry-date|post-date|post_date|article-date|dt-published|datepublished|date-published|dateline|postdate|articledate|article__date|posted-on|entry-time|post-time|byline[-_]{1,2}date|story[-_]{1,2}date|pub[-_]date");
    private static final Pattern OF_OTHER_STORIES =
            Pattern.compile(
                    "comment|related|recommend|popular|trending|latest|recent|most-?read|(?:up|read)-?next");
    private static final Pattern OF_SITE =
            Pattern.compile(
                    "sidebar|widget|breadcrumb|menu|nav|footer|caption|(?<!(?:article|story|post)[-_]{1,2})top-?bar|(?<!(?:article|story|post|page)[-_]{1,2})masthead|current-?date|date-?today|todays?-?date");
    private static final Pattern CAPTION = Pattern.compile("caption");
    private static final Pattern CREDIT =
            Pattern.compile(
                    "(?:photo|image|img|picture|media|figure)[-_]{0,2}credits?(?![a-z])|(?<![a-z_-])credits?(?![a-z_-])|(?<![a-z])cutline(?![a-z])");
    private static final Pattern CREDITED =
            Pattern.compile("\\.\\s\\(?(?:Photo|Foto|Image|Picture|Credit|Bild)(?:s|o)?\\b");
    private static final Pattern CHANGED_MARK =
            Pattern.compile("updat|modif|revis|lastmod|last-change");

    /// The label that the marks give a date; the element’s own marks take precedence over its
    /// ancestors’.
    private enum Label {
        PUBLISHED,
        CHANGED,
        NONE;

        static Label of(String marks) {
            for (String each : marks.split("\n", -1)) {
                // WordPress gives the date of an unchanged story both marks.
                if (PUBLISHED_MARK.matcher(each).find()) {
                    return PUBLISHED;
                }
                if (CHANGED_MARK.matcher(each).find()) {
                    return CHANGED;
                }
            }
            return NONE;
        }
    }

    /// The most characters between a card's heading and its date.
    private static final int CARD = 300;

    private final PageFacts page;
    private final @Nullable Heading headline;
    private final Region region;
    private final DatesInText dates;
    private final EventDates events;
    private final NavigableMap<Integer, TimeElement> times = new TreeMap<>();

    VisibleDates(PageFacts page, @Nullable Heading headline, Region region) {
        this.page = page;
        this.headline = headline;
        this.region = region;
        this.dates = new DatesInText(region);
        this.events = new EventDates(page, region);
        page.times().forEach(each -> times.putIfAbsent(each.at(), each));
    }

    List<VisibleDate> all() {
        String text = page.text().text();
        List<VisibleDate> all = new ArrayList<>(ages());
        for (DatesInText.Found found : dates.all(text)) {
            Stretch stretch =
                    page.text()
                            .at(found.start())
                            .orElse(new Stretch(found.start(), found.end(), "", false));
            all.add(visible(text, found, stretch));
        }
        return all;
    }

    /// Dates shown as an age, such as `2 hours ago`, with the instant in an attribute.
    private List<VisibleDate> ages() {
        WrittenDate written = new WrittenDate(region);
        List<VisibleDate> ages = new ArrayList<>();
        for (TimeElement time : page.times()) {
            if (time.text().isBlank() || !dates.all(time.text()).isEmpty()) {
                continue;
            }
            written.read(time.datetime())
                    .filter(date -> !date.isDay())
                    .ifPresent(date -> ages.add(age(time, date)));
        }
        return ages;
    }

    private VisibleDate age(TimeElement time, PageDate date) {
        Label marks = Label.of(time.marks());
        boolean updated =
                ChangedLabel.before(page.text().text(), time.at()) || marks == Label.CHANGED;
        int end = time.at() + time.text().length();
        Traits traits =
                ofMarks(time.marks())
                        .with(PUBLISHED, !updated && (marks == Label.PUBLISHED || isLabeled(time)))
                        .with(CHANGED, updated)
                        .with(MARKED, true)
                        .with(IN_SIDE_PART, time.inSidePart())
                        .with(IN_TIME_ELEMENT, true)
                        .with(
                                IN_PROSE,
                                OtherLabel.stands(page.text().text(), time.at(), line(time.at())))
                        .with(
                                DOUBTFUL,
                                isDoubtful(time.at(), new Stretch(time.at(), end, "", false)));
        return new VisibleDate(date, time.text(), distance(time.at()), traits.all());
    }

    private boolean isLabeled(TimeElement time) {
        int end = time.at() + time.text().length();
        return PublishedLabel.stands(
                page.text().text(),
                new DatesInText.Found(PageDate.of(LocalDate.EPOCH), time.at(), end),
                new Stretch(time.at(), end, time.marks(), time.inSidePart()),
                VisibleDate.isBesideHeadline(distance(time.at())));
    }

    private String before(int place) {
        return page.text()
                .text()
                .substring(Math.max(0, place - 40), place)
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
    }

    private VisibleDate visible(String text, DatesInText.Found found, Stretch stretch) {
        @Nullable Integer distance = distance(found.start());
        // A page has dozens of dates in side parts far from the headline, and no rule uses them.
        boolean far = stretch.inSidePart() && (distance == null || Math.abs(distance) > 400);
        Traits traits = far ? new Traits() : said(text, found, stretch, distance);
        boolean time = isTime(found);
        traits.with(MARKED, time)
                .with(IN_TIME_ELEMENT, time)
                .with(IN_SIDE_PART, stretch.inSidePart())
                .with(ORIGINAL, FIRST_APPEARED.matcher(before(found.start())).find());
        String words = text.substring(found.start(), found.end()).strip();
        return new VisibleDate(found.date(), words, distance, traits.all());
    }

    /// What the marks and the words around a date say about it.
    private Traits said(
            String text, DatesInText.Found found, Stretch stretch, @Nullable Integer distance) {
        Label mark = Label.of(stretch.marks());
        boolean near = VisibleDate.isBesideHeadline(distance);
        boolean labeled =
                PublishedLabel.stands(text, found, stretch, near)
                        && (near || !isInCard(found.start()));
        boolean told = !labeled && PublishedLabel.isNamed(text, found);
        // Beside the headline, a sentence may be about the story, so it can contradict the tags.
        boolean word = labeled || told && near || isFollowedBy(PUBLISHED_AFTER, text, found.end());
        boolean updated =
                ChangedLabel.before(text, found.start())
                        || ChangedLabel.after(text, found.end())
                        || mark == Label.CHANGED && !word;
        // Far below, a class is as often that of another story's date.
        boolean marked = mark == Label.PUBLISHED && (near || distance == null);
        return ofMarks(stretch.marks())
                .with(PUBLISHED, !updated && (marked || word))
                .with(CHANGED, updated)
                .with(TOLD, told)
                .with(
                        IN_PROSE,
                        near && !labeled && isAside(text, found, stretch)
                                || told && !near && !isTime(found)
                                || isOther(found, stretch, word))
                .with(POSSIBLE_EVENT, near && !labeled && events.canBeEvents(found, stretch))
                .with(
                        DOUBTFUL,
                        near
                                && !word
                                && mark != Label.PUBLISHED
                                && isDoubtful(found.start(), stretch));
    }

    private static Traits ofMarks(String marks) {
        return new Traits()
                .with(MARKED, DATE_MARK.matcher(marks).find())
                .with(OF_OTHERS, OF_OTHER_STORIES.matcher(marks).find())
                .with(OF_LAYOUT, OF_SITE.matcher(marks).find());
    }

    /// Whether the heading above is a link to another story.
    private boolean isInCard(int place) {
        Heading above = null;
        for (Heading each : page.headings()) {
            if (each.start() <= place && (above == null || each.start() > above.start())) {
                above = each;
            }
        }
        return above != null
                && above.linked()
                && place - above.end() <= CARD
                && (headline == null
                        || !Headlines.folded(above.text())
                                .equals(Headlines.folded(headline.text())));
    }

    private boolean isDoubtful(int place, Stretch stretch) {
        return OtherLabel.isDoubtful(page.text().text(), place, line(place), stretch);
    }

    /// Where the line of a date begins at the earliest: a headline says nothing about the dates
    /// below it, nor about its own.
    private int line(int place) {
        if (headline == null || place < headline.start()) {
            return 0;
        }
        return Math.min(place, headline.end());
    }

    private static boolean isAside(String text, DatesInText.Found found, Stretch stretch) {
        return isCaption(text, found, stretch) || EventDates.isLabeled(text, found);
    }

    /// Whether the date is in a sentence, or after a word such as "deadline".
    private boolean isOther(DatesInText.Found found, Stretch stretch, boolean word) {
        String text = page.text().text();
        return !isTime(found) && Prose.holds(text, found, stretch)
                || !word && OtherLabel.stands(text, found.start(), line(found.start()));
    }

    /// A picture's caption tells when the picture was taken.
    private static boolean isCaption(String text, DatesInText.Found found, Stretch stretch) {
        return stretch.inSidePart() && CAPTION.matcher(stretch.marks()).find()
                || CREDIT.matcher(stretch.marks()).find()
                || isFollowedBy(CREDITED, text, found.end());
    }

    private boolean isTime(DatesInText.Found found) {
        return times.subMap(found.start() - 20, true, found.start() + 20, true).values().stream()
                .anyMatch(each -> overlaps(each, found));
    }

    private static boolean isFollowedBy(Pattern words, String text, int place) {
        return words.matcher(text).region(place, text.length()).lookingAt();
    }

    private static boolean overlaps(TimeElement time, DatesInText.Found found) {
        return found.start() < time.at() + time.text().length() + 1 && found.end() > time.at();
    }

    private @Nullable Integer distance(int place) {
        if (headline == null) {
            return null;
        }
        return place < headline.start()
                ? Integer.valueOf(place - headline.start())
                : Integer.valueOf(Math.max(0, place - headline.end()));
    }
}
