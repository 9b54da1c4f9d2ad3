package app.prtosales.page;

import java.util.Locale;
import java.util.regex.Pattern;

/// Tells that a date is labeled as that of an update: `Updated`, `Last revision:`, `Dernière mise à
/// jour :`.
final class ChangedLabel {

    /// How far back from a date its label may begin.
    private static final int BACK = 40;

    private static final String WORD =
            "(?<!\\p{L})(?:updated?|upd\\.|modified|revised|revision|reviewed|edited|changed|corrected|refreshed|verified|accessed|retrieved|checked|current as of"
                    + "|last (?:change|edit|modification|review)"
                    + "|aktualisiert|aktualisierung|geändert|letzte änderung|überarbeitet|korrigiert|geprüft|stand"
                    + "|mise? à jour|maj(?= (?:le|du)| ?:)|modifiée?|modification|actualisée?|révisée?"
                    + "|actualiza(?:d[oa]|ción)|modifica(?:d[oa]|ción)|revisad[oa]"
                    + "|atualiza(?:d[oa]|ção)|modificação"
                    + "|aggiornat[oa]|aggiornamento|modifica(?:t[oa])?"
                    + "|bijgewerkt|gewijzigd|wijziging|laatst"
                    + "|zmodyfikowano|zaktualizowano|aktualizacja|aktualizováno|güncellen?me|güncellendi"
                    + "|uppdatera[dt]|oppdatert|opdateret|ændret|endret|ändrad)";

    /// What may stand between the label and the date: `on`, `at`, `by Jane Roe`, `13 days ago ·`.
    private static final String BETWEEN =
            "(?: (?:on|am|le|el|em|il|op|at|um|kl\\.?|à|às|a las|alle(?: ore)?|du|del|den|by[^.]{1,30}))?(?:\\s?[:|–-])?\\s*"
                    + "(?:\\d{1,3} \\p{L}{3,7} ago\\W{0,3})?"
                    + "(?:(?:\\p{L}{3,10}|"
                    + Weekdays.NAME
                    + ")\\.?,?)?\\s*$";

    private static final Pattern BEFORE =
            Pattern.compile(
                    WORD
                            + BETWEEN
                            + "|(?:(?:最終)?(?:更新|修正|改訂)(?:日時?)?|更新(?:时间|日期|于)|修改于|(?:최종)?\\s?(?:수정|업데이트)일?)\\s?[:：]?\\s*$");

    /// In Japanese, Chinese and Korean, and sometimes elsewhere, the word comes after the date.
    private static final Pattern AFTER =
            Pattern.compile(
                    "\\s?\\(?(?:(?:更新|修正|改訂|修改|수정)(?!日|时|時|于|\\s?[:：\\d])|(?:last ?)?updated?\\b)");

    private ChangedLabel() {}

    /// Whether such a label stands right before this place in the text.
    static boolean before(String text, int place) {
        return BEFORE.matcher(
                        text.substring(Math.max(0, place - BACK), place)
                                .toLowerCase(Locale.ROOT)
                                .stripTrailing())
                .find();
    }

    /// Whether such a word follows this place in the text.
    static boolean after(String text, int place) {
        return AFTER.matcher(text).region(place, text.length()).lookingAt();
    }
}
