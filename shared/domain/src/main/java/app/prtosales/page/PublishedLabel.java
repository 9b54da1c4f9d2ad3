package app.prtosales.page;

import app.prtosales.page.PageFacts.Stretch;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells a label such as "Published on" from a sentence that says when something else was
/// published.
final class PublishedLabel {

    private static final Pattern WORDS =
            Pattern.compile(
                    "(?<!\\p{L})(?:publish(?:ed)?(?: date| on)?|posted(?: on)?|released?(?: date)?|first published|date published|publication date|published online"
                            + "|veröffentlicht(?: am)?|erschienen(?: am)?|erstellt(?: am)?|publiziert(?: am)?|publié(?:e)?(?: le)?|mis en ligne(?: le)?|paru le|publicado(?: el| em| en)?|pubblicato(?: il)?"
                            + "|gepubliceerd(?: op)?|geplaatst(?: op)?|opublikowano|publicerad|publisert|udgivet"
                            + "|(?:erscheinungs|veröffentlichungs)datum|datum der veröffentlichung|fecha de publicación|date de publication|data (?:de publicação|(?:di )?pubblicazione)|publicatiedatum|original:)(?:\\s?[:|–-])?\\s*(?:\\p{L}{3,10}\\.?,?)?\\s*$"
                            + "|(?<![\\p{L}(（])(?:(?:公開|掲載|配信|投稿|発行)(?:日時?)?|(?:发布|發布)(?:时间|時間|日期|于)?|(?:기사\\s?)?(?:입력|등록|게시|발행|작성)일?)\\s?[:：]?\\s*$");
    private static final Pattern SEPARATED = Pattern.compile("[^\\p{L}\\p{N}.,;!?’'”\"]$");

    /// A byline before the label: `By Jane Roe posted`.
    private static final Pattern BYLINE =
            Pattern.compile("(?i:by|von|par|por)\\s\\p{Lu}[^.]{2,60}");

    /// A sentence about the story itself: `This article was published on …`.
    private static final Pattern OF_STORY =
            Pattern.compile(
                    "\\b(?:this|dieser?|cet|este|questo|dit) (?:\\p{L}+ )?(?:article|story|post|piece|page|release|beitrag|artikel|artículo|articolo)\\b[^.]{0,20}$|\\b(?:originally|first|initially|zuerst|erstmals|erst)$",
                    Pattern.CASE_INSENSITIVE);

    /// How far back from a date its label may begin.
    private static final int BACK = 40;

    private static final int AHEAD = 120;

    private PublishedLabel() {}

    /// Whether a word for "published" is right before the date, in a label or in a sentence.
    static boolean isNamed(String text, DatesInText.Found date) {
        return WORDS.matcher(before(text, date).toLowerCase(Locale.ROOT)).find();
    }

    private static String before(String text, DatesInText.Found date) {
        return text.substring(Math.max(0, date.start() - BACK), date.start()).stripTrailing();
    }

    /// Whether the date is labeled as the story's.
    ///
    /// @param near whether the date stands beside the headline, where a new sentence is a label
    static boolean stands(String text, DatesInText.Found date, Stretch stretch, boolean near) {
        Matcher words = WORDS.matcher(before(text, date).toLowerCase(Locale.ROOT));
        if (!words.find()) {
            return false;
        }
        int start = Math.max(0, date.start() - BACK) + words.start();
        String ahead = ahead(text, start);
        if (ahead.isEmpty()
                || BYLINE.matcher(ahead).matches()
                || SEPARATED.matcher(ahead).find()
                || OF_STORY.matcher(ahead).find()) {
            return true;
        }
        boolean begins = start <= stretch.start() + 1;
        if (Character.isLowerCase(text.charAt(start))) {
            return begins && date.end() >= stretch.end() - 2;
        }
        return begins || near || !ahead.endsWith(".");
    }

    /// The text on the same line before the label; limited, because a line can be a whole page.
    private static String ahead(String text, int label) {
        String near = text.substring(Math.max(0, label - AHEAD), label);
        return near.substring(near.lastIndexOf('\n') + 1).strip();
    }
}
