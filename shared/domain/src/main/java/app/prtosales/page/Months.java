package app.prtosales.page;

import app.prtosales.text.UnicodeForm;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The names of the months in the languages of the press that covers medical companies.
final class Months {

    private static final String[] NAMES = {
        "january jan januar jaenner janvier janv enero ene gennaio gen janeiro januari januar"
                + " styczen stycznia leden ledna ocak januarie ianuarie",
        "february feb februar februari fevrier fevr fev febrero febbraio fevereiro februar"
                + " luty lutego unor unora subat februarie feber",
        "march mar maerz marz mrz mars marzo março marco maart mrt marts marzec marca brezen"
                + " brezna mart martie",
        "april apr avril avr abril abr aprile kwiecien kwietnia duben dubna nisan aprilie",
        "may mai mayo maggio mag maio mei maj maja kveten kvetna mayis",
        "june jun juni juin junio giugno giu junho czerwiec czerwca cerven cervna haziran iunie",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca cervenec cervence temmuz"
                + " iulie",
        "august aug aout agosto ago augustus augusti sierpien sierpnia srpen srpna agustos",
        "september sept sep septembre septiembre setiembre settembre set setembro wrzesien"
                + " wrzesnia zari eylul septembrie",
        "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik"
                + " pazdziernika rijen rijna ekim octombrie",
        "november nov novembre noviembre novembro listopad listopada listopadu kasim noiembrie",
        "december dec dezember dez decembre diciembre dic dicembre dezembro grudzien grudnia"
                + " prosinec prosince aralik decembrie"
    };

    private static final Map<String, Integer> NUMBERS = numbers();

    private Months() {}

    /// 1 to 12; null for a word that is not a month.
    static @Nullable Integer number(String word) {
        Integer plain = NUMBERS.get(word.toLowerCase(Locale.ROOT));
        return plain != null || UnicodeForm.isAscii(word) ? plain : NUMBERS.get(folded(word));
    }

    private static String folded(String word) {
        String german = word.toLowerCase(Locale.ROOT).replace("ł", "l").replace("ı", "i");
        return UnicodeForm.of(german, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private static Map<String, Integer> numbers() {
        Map<String, Integer> numbers = new HashMap<>();
        for (int month = 0; month < NAMES.length; month++) {
            for (String name : NAMES[month].split(" ", -1)) {
                numbers.put(folded(name), month + 1);
            }
        }
        numbers.put("janner", 1);
        return Map.copyOf(numbers);
    }
}
