package app.prtosales.mail;

import app.prtosales.placement.Format;
import app.prtosales.placement.Publication;
import app.prtosales.text.ReaderClock;
import java.util.List;

/// Small pieces of English.
final class Phrases {

    private Phrases() {}

    /// `health-systems` as it is spoken: `health systems`.
    static String spoken(String id) {
        return id.replace('-', ' ');
    }

    /// `news-mention` as a label: `News mention`.
    static String label(String id) {
        String spoken = spoken(id);
        return spoken.isEmpty()
                ? spoken
                : Character.toUpperCase(spoken.charAt(0)) + spoken.substring(1);
    }

    static String format(Format format) {
        return format == Format.TV_RADIO ? "TV or radio" : label(format.word());
    }

    /// `Tue, Nov 24, 9:06 AM ET`; where only the day is known, the day at the outlet.
    static String published(Publication publication, ReaderClock reader) {
        return publication.dateOnly()
                ? reader.in(publication.zone()).day(publication.at())
                : reader.time(publication.at());
    }

    /// `a, b and c`.
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    }

    /// `1 placement`, `2 placements`.
    static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
