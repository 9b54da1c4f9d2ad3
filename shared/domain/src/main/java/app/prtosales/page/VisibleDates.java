package app.prtosales.page;

import app.prtosales.page.PageFacts.Heading;
import app.prtosales.page.PageFacts.Stretch;
import app.prtosales.page.PageFacts.TimeElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The dates that a reader sees, and how each of them stands on the page.
final class VisibleDates {

    /// A date in the text.
    ///
    /// @param distance characters from the headline, negative before it; null without a headline
    /// @param published whether a word or a mark beside it says "published"
    /// @param changed whether a word or a mark beside it says "updated"
    /// @param marked whether its element is one for dates
    /// @param original whether words before it say that the story first appeared then
    /// @param inProse whether it stands in a sentence, where dates are those of what is told
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
            boolean inProse) {

        boolean isBesideHeadline() {
            return distance != null && distance >= -80 && distance <= 400;
        }
    }

    private static final Pattern PUBLISHED =
            Pattern.compile(
                    "(?<!\\p{L})(?:publish(?:ed)?(?: date| on)?|posted(?: on)?|released?(?: date)?|first published|date published|publication date|published online"
                            + "|veröffentlicht(?: am)?|erschienen(?: am)?|erstellt(?: am)?|publiziert(?: am)?|publié(?:e)?(?: le)?|mis en ligne(?: le)?|paru le|publicado(?: el| em| en)?|pubblicato(?: il)?"
                            + "|gepubliceerd(?: op)?|geplaatst(?: op)?|opublikowano|publicerad|publisert|udgivet)(?:\\s?[:|–-])?\\s*(?:\\p{L}{3,10}\\.?,?)?\\s*$");
    private static final Pattern ORIGINAL =
            Pattern.compile(
                    "(?<!\\p{L})(?:originally|first|initially) (?:published|posted|appeared)(?: on)?\\s?:?\\s*(?:\\p{L}{3,10}\\.?,?)?\\s*$|(?:zuerst|erstmals) (?:veröffentlicht|erschienen)(?: am)?\\s?:?\\s*$");

    /// What a date after these is, is no publication: a deadline, an event, a span.
    private static final Pattern OF_SOMETHING_ELSE =
            Pattern.compile(
                    "\\b(?:since|until|till|through|before|after|born|died|due|deadline|expires?|ends?|starts?|begins?|effective|valid|when|seit|bis|ab|vom|zum|depuis|jusqu.au|desde|hasta|dal|fino al|webinar|conference|event|termin)(?: on| the)?\\s?:?\\s*(?:\\p{L}{3,10}\\.?,?)?\\s*$");

    /// Characters around a date in its element; with more of them it stands in a sentence.
    private static final int LABEL = 60;

    private static final Pattern DATELINE_END = Pattern.compile("\\s?[)\\]]?\\s?[–—:|]");
    private static final Pattern CHANGED =
            Pattern.compile(
                    "(?<!\\p{L})(?:updated?|modified|revised|reviewed|edited|changed|aktualisiert|geändert|letzte änderung|stand|mis à jour|modifié|actualizado|atualizado|modificad[oa]|aggiornato|aggiornamento|bijgewerkt|gewijzigd|laatst|zmodyfikowano|uppdaterad|oppdatert|accessed|retrieved|checked)"
                            + "(?: on| am| le| el| em| il| op| at| by[^.]{1,30})?(?:\\s?[:|–-])?\\s*(?:\\p{L}{3,10}\\.?,?)?\\s*$");
    private static final Pattern DATE_MARK =
            Pattern.compile(
                    "date|datum|fecha|time|publish|posted|byline|meta|pubdate|calendar|dateline|created|stamp|timestamp|datetime");
    private static final Pattern PUBLISHED_MARK =
            Pattern.compile(
                    "pubdate|publish|entry-date|post-date|post_date|article-date|dt-published|datepublished|date-published|dateline|postdate|articledate|article__date|posted-on|entry-time|post-time");
    private static final Pattern CHANGED_MARK =
            Pattern.compile("updat|modif|revis|lastmod|last-change");

    private final PageFacts page;
    private final @Nullable Heading headline;
    private final DatesInText dates;

    VisibleDates(PageFacts page, @Nullable Heading headline, Region region) {
        this.page = page;
        this.headline = headline;
        this.dates = new DatesInText(region);
    }

    List<Visible> all() {
        String text = page.text().text();
        List<Visible> all = new ArrayList<>();
        for (DatesInText.Found found : dates.all(text)) {
            Stretch stretch =
                    page.text()
                            .at(found.start())
                            .orElse(new Stretch(found.start(), found.end(), "", false));
            all.add(visible(text, found, stretch));
        }
        return all;
    }

    private Visible visible(String text, DatesInText.Found found, Stretch stretch) {
        String before =
                text.substring(Math.max(0, found.start() - 40), found.start())
                        .toLowerCase(Locale.ROOT)
                        .stripTrailing();
        String marks = stretch.marks();
        boolean time =
                page.times().stream()
                        .anyMatch(each ->
                                Math.abs(each.at() - found.start()) <= 20 && overlaps(each, found));
        // WordPress marks the date of a story never changed as both.
        boolean publishedMark = PUBLISHED_MARK.matcher(marks).find();
        boolean updated =
                CHANGED.matcher(before).find()
                        || !publishedMark && CHANGED_MARK.matcher(marks).find();
        return new Visible(
                found.date(),
                text.substring(found.start(), found.end()).strip(),
                distance(found.start()),
                !updated && (publishedMark || PUBLISHED.matcher(before).find()),
                updated,
                time || DATE_MARK.matcher(marks).find(),
                stretch.inSidePart(),
                time,
                ORIGINAL.matcher(before).find(),
                !time
                        && (isInSentence(text, found, stretch)
                                || OF_SOMETHING_ELSE.matcher(before).find()));
    }

    /// A dateline may begin a paragraph: `Berlin, 24 June 2026 – `.
    private static boolean isInSentence(String text, DatesInText.Found found, Stretch stretch) {
        if (stretch.end() - stretch.start() - (found.end() - found.start()) <= LABEL) {
            return false;
        }
        return found.start() - stretch.start() > LABEL / 2
                || !DATELINE_END.matcher(text).region(found.end(), text.length()).lookingAt();
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
