package app.prtosales.page;

import app.prtosales.page.PageFacts.Heading;
import app.prtosales.page.PageFacts.Stretch;
import app.prtosales.page.PageFacts.TimeElement;
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

    /// A date in the text.
    ///
    /// @param distance characters from the headline, negative if before it; null without a headline
    /// @param published whether a word or a mark beside it says "published"
    /// @param changed whether a word or a mark beside it says "updated"
    /// @param marked whether its element is marked as a date
    /// @param original whether the words before it say that the story first appeared then
    /// @param inProse whether it is inside a sentence, where dates belong to the story being told
    /// @param told whether a sentence says that something was published then
    /// @param ofOthers whether its marks say that it belongs to a comment or another story
    /// @param ofLayout whether its marks say that it belongs to a sidebar or the like
    /// @param canBeEvents whether it can be the date of an event, which is never the publication's
    /// @param doubtful whether nobody knows what the words before it say
    record Visible(
            PageDate date,
            String words,
            @Nullable Integer distance,
            boolean published,
            boolean changed,
            boolean marked,
            boolean inSidePart,
            boolean isTime,
            boolean original,
            boolean inProse,
            boolean told,
            boolean ofOthers,
            boolean ofLayout,
            boolean canBeEvents,
            boolean doubtful) {

        boolean isBesideHeadline() {
            return isNear(distance);
        }

        boolean isAboveHeadline() {
            return distance != null && distance < 0;
        }

        boolean isRightAboveHeadline() {
            return !ofOthers && !ofLayout && isAboveHeadline() && isBesideHeadline();
        }

        boolean isRightBelowHeadline() {
            return distance != null && distance >= 0 && distance <= 80;
        }

        /// Many sites show today's date above the headline, so a date there counts only if labeled
        /// as published.
        boolean isNextToHeadline() {
            return !ofOthers
                    && distance != null
                    && distance <= 150
                    && (distance >= 0 || distance >= -80 && (published || isTime));
        }
    }

    private static final Pattern ORIGINAL =
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
    private static final Pattern OF_OTHERS =
            Pattern.compile(
                    "comment|related|recommend|popular|trending|latest|recent|most-?read|(?:up|read)-?next");
    private static final Pattern OF_LAYOUT =
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

    List<Visible> all() {
        String text = page.text().text();
        List<Visible> all = new ArrayList<>(ages());
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
    private List<Visible> ages() {
        WrittenDate written = new WrittenDate(region);
        List<Visible> ages = new ArrayList<>();
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

    private Visible age(TimeElement time, PageDate date) {
        Label marks = Label.of(time.marks());
        boolean updated =
                ChangedLabel.before(page.text().text(), time.at()) || marks == Label.CHANGED;
        return new Visible(
                date,
                time.text(),
                distance(time.at()),
                !updated && (marks == Label.PUBLISHED || isLabeled(time)),
                updated,
                true,
                time.inSidePart(),
                true,
                false,
                OtherLabel.stands(page.text().text(), time.at(), line(time.at())),
                false,
                OF_OTHERS.matcher(time.marks()).find(),
                OF_LAYOUT.matcher(time.marks()).find(),
                false,
                isDoubtful(
                        time.at(),
                        new Stretch(time.at(), time.at() + time.text().length(), "", false)));
    }

    private boolean isLabeled(TimeElement time) {
        int end = time.at() + time.text().length();
        return PublishedLabel.stands(
                page.text().text(),
                new DatesInText.Found(PageDate.of(LocalDate.EPOCH), time.at(), end),
                new Stretch(time.at(), end, time.marks(), time.inSidePart()),
                isNear(distance(time.at())));
    }

    private static boolean isNear(@Nullable Integer distance) {
        return distance != null && distance >= -80 && distance <= 400;
    }

    private String before(int place) {
        return page.text()
                .text()
                .substring(Math.max(0, place - 40), place)
                .toLowerCase(Locale.ROOT)
                .stripTrailing();
    }

    private Visible visible(String text, DatesInText.Found found, Stretch stretch) {
        String before = before(found.start());
        @Nullable Integer distance = distance(found.start());
        boolean time = isTime(found);
        // A page has dozens of dates in side parts far from the headline, and no rule uses them.
        boolean far = stretch.inSidePart() && (distance == null || Math.abs(distance) > 400);
        Label said = far ? Label.NONE : Label.of(stretch.marks());
        boolean near = isNear(distance);
        boolean labeled =
                !far
                        && PublishedLabel.stands(text, found, stretch, near)
                        && (near || !isInCard(found.start()));
        boolean told = !far && !labeled && PublishedLabel.isNamed(text, found);
        // Beside the headline, a sentence may be about the story, so it can contradict the tags.
        boolean word =
                labeled || told && near || !far && isFollowedBy(PUBLISHED_AFTER, text, found.end());
        boolean updated =
                !far
                        && (ChangedLabel.before(text, found.start())
                                || ChangedLabel.after(text, found.end())
                                || said == Label.CHANGED && !word);
        return new Visible(
                found.date(),
                text.substring(found.start(), found.end()).strip(),
                distance,
                // Far below, a class is as often that of another story's date.
                !updated && (said == Label.PUBLISHED && (near || distance == null) || word),
                updated,
                time || !far && DATE_MARK.matcher(stretch.marks()).find(),
                stretch.inSidePart(),
                time,
                ORIGINAL.matcher(before).find(),
                near && !labeled && isAside(text, found, stretch)
                        || !far && (!time && told && !near || isOther(found, stretch, time, word)),
                told,
                !far && OF_OTHERS.matcher(stretch.marks()).find(),
                !far && OF_LAYOUT.matcher(stretch.marks()).find(),
                near && !labeled && events.canBeEvents(found, stretch),
                near && !word && said != Label.PUBLISHED && isDoubtful(found.start(), stretch));
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

    /// Whether the date is in a sentence, or behind a word such as "deadline".
    private boolean isOther(DatesInText.Found found, Stretch stretch, boolean time, boolean word) {
        String text = page.text().text();
        return !time && Prose.holds(text, found, stretch)
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
