package app.prtosales.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whom at the customer a champion kit is written for (R3.2).
public enum Persona {
    CFO(
            "CFO",
            "A finance leader",
            "A question to take from it: what would this change in our cost, our cash or our"
                    + " financial risk, and in which budget year?",
            List.of("cfo", "finance", "vp finance", "controller", "treasurer")),
    CLINICAL(
            "clinical",
            "A clinical leader",
            "A question to take from it: what would this change for our patients and for the people"
                    + " who care for them, and how would we measure that?",
            List.of(
                    "clinical",
                    "cmo",
                    "cno",
                    "cmio",
                    "physician",
                    "nursing",
                    "chief medical officer")),
    IT(
            "IT",
            "An IT and security leader",
            "A question to take from it: what would this have to connect to here, and what does it"
                    + " mean for our security and our support?",
            List.of("it", "cio", "ciso", "cto", "security", "it security")),
    SUPPLY_CHAIN(
            "supply chain",
            "A supply chain leader",
            "A question to take from it: what would this change in how we buy, stock and standardize,"
                    + " and for which contracts?",
            List.of("supply chain", "cpo", "procurement", "purchasing", "value analysis")),
    OPERATIONS(
            "operations",
            "An operations leader",
            "A question to take from it: what would this change in capacity, staffing and throughput"
                    + " here, and where would we start?",
            List.of("operations", "coo", "ops", "administrator"));

    private final String word;
    private final String reader;
    private final String question;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, its type does not say so
    private final List<String> alsoCalled;

    Persona(String word, String reader, String question, List<String> alsoCalled) {
        this.word = word;
        this.reader = reader;
        this.question = question;
        this.alsoCalled = alsoCalled;
    }

    /// As the API and a link name it.
    public String word() {
        return word;
    }

    /// As a heading: `A finance leader`.
    public String reader() {
        return reader;
    }

    /// What such a reader asks of any evidence. It claims nothing of the placement (R3.3).
    public String question() {
        return question;
    }

    /// Reads a persona as PR, the API and the lists write it; `CIO` is a reader of `IT`.
    public static Optional<Persona> read(String written) {
        String asked = written.strip().replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each ->
                        each.word.toLowerCase(Locale.ROOT).equals(asked)
                                || each.alsoCalled.contains(asked))
                .findFirst();
    }

    /// The first of these words that is a persona.
    static Optional<Persona> firstOf(List<String> words) {
        return words.stream().flatMap(word -> read(word).stream()).findFirst();
    }

    /// As the query of a link names it.
    public String query() {
        return "?persona=" + word.replace(' ', '-');
    }

    /// All of them, for a message that says what would be right.
    public static String all() {
        return Arrays.stream(values()).map(Persona::word).collect(Collectors.joining(", "));
    }
}
