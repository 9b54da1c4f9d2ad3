package app.prtosales.mail;

import app.prtosales.placement.Format;
import app.prtosales.placement.Publication;
import app.prtosales.text.ReaderClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Small pieces of English text.
final class Phrases {

    /// People who are on no list anymore have no name here (R5.10).
    static final String FORMER_REP = "a former rep";

    private Phrases() {}

    /// An id as spoken: `health systems` for `health-systems`.
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

    /// The segments' names for the middle of a sentence: `health systems`, `IDNs`.
    ///
    /// @param names the names by id; segments that are not in the directory are spelled from their
    ///   id
    static List<String> segments(List<String> ids, Map<String, String> names) {
        return ids.stream()
                .map(id -> {
                    String name = names.get(id);
                    return name == null ? spoken(id) : inside(name);
                })
                .toList();
    }

    /// A name inside a sentence: an initial capital is dropped, other capitals stay (`IDNs`).
    private static String inside(String name) {
        boolean plain = name.substring(1).equals(name.substring(1).toLowerCase(Locale.ROOT));
        return plain && name.length() > 1 && Character.isUpperCase(name.charAt(0))
                ? Character.toLowerCase(name.charAt(0)) + name.substring(1)
                : name;
    }

    static String format(Format format) {
        return format == Format.TV_RADIO ? "TV or radio" : label(format.word());
    }

    /// `Tue, Nov 24, 9:06 AM ET`; if only the day is known, the day at the outlet.
    static String published(Publication publication, ReaderClock reader) {
        return publication.dateOnly()
                ? publishedDay(publication, reader)
                : reader.time(publication.at());
    }

    /// `Tue, Nov 24`; if only the day is known, the day at the outlet.
    static String publishedDay(Publication publication, ReaderClock reader) {
        ReaderClock clock = publication.dateOnly() ? reader.in(publication.zone()) : reader;
        return clock.day(publication.at());
    }

    /// `a, b, and 3 more`.
    ///
    /// @param more how many are not named; 0 if all are
    static String list(List<String> named, int more) {
        List<String> words = new ArrayList<>(named);
        if (more > 0) {
            words.add(more + " more");
        }
        return list(words);
    }

    /// `a, b, and c`; `a and b`.
    static String list(List<String> words) {
        int last = words.size() - 1;
        return last < 2
                ? String.join(" and ", words)
                : String.join(", ", words.subList(0, last)) + ", and " + words.get(last);
    }
}
