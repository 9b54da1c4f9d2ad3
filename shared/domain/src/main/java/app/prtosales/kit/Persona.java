package app.prtosales.kit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/// The kind of reader at the customer that a champion kit is written for (R3.2).
public enum Persona {
    /// Any reader: used when PR named no persona.
    GENERAL(
            "general",
            "Any reader",
            "What would this change for your organization, and who else should see it?",
            List.of("general", "any", "all")),
    CFO(
            "CFO",
            "A finance leader",
            "What would this change in your cost, cash, or financial risk, and in which budget year?",
            List.of("cfo", "finance", "vp finance", "controller", "treasurer")),
    CLINICAL(
            "clinical",
            "A clinical leader",
            "What would this change for your patients and the people who care for them, and how would"
                    + " you measure it?",
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
            "What would this need to connect to, and what would it mean for your security and support?",
            List.of("it", "cio", "ciso", "cto", "security", "it security")),
    SUPPLY_CHAIN(
            "supply chain",
            "A supply chain leader",
            "What would this change in how you buy, stock, and standardize, and for which contracts?",
            List.of("supply chain", "cpo", "procurement", "purchasing", "value analysis")),
    OPERATIONS(
            "operations",
            "An operations leader",
            "What would this change in your capacity, staffing, and throughput, and where would you"
                    + " start?",
            List.of("operations", "coo", "ops", "administrator"));

    private final String word;
    private final String reader;
    private final String ask;

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
    private final List<String> alsoCalled;

    Persona(String word, String reader, String ask, List<String> alsoCalled) {
        this.word = word;
        this.reader = reader;
        this.ask = ask;
        this.alsoCalled = alsoCalled;
    }

    /// The word used by the API and in links.
    public String word() {
        return word;
    }

    /// As a heading: `A finance leader`.
    public String reader() {
        return reader;
    }

    /// As a label: `Supply chain`.
    public String label() {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    /// The question this reader should ask. It makes no claim about the placement (R3.3).
    public String ask() {
        return ask;
    }

    /// The same question as a sentence in the forwarded text: `Worth asking: what would this change
    /// …?`
    public String question() {
        return "Worth asking: " + Character.toLowerCase(ask.charAt(0)) + ask.substring(1);
    }

    /// Reads a persona as PR, the API and the lists write it; `CIO` is read as `IT`.
    public static Optional<Persona> read(String written) {
        String asked = written.strip().replace('-', ' ').replace('_', ' ').toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(each ->
                        each.word.toLowerCase(Locale.ROOT).equals(asked)
                                || each.alsoCalled.contains(asked))
                .findFirst();
    }

    /// The persona for the first word that names one.
    public static Optional<Persona> firstOf(List<String> words) {
        return words.stream().flatMap(word -> read(word).stream()).findFirst();
    }

    /// The persona as a link's query string.
    public String query() {
        return "?persona=" + word.replace(' ', '-');
    }

    /// All persona words, for an error message that lists the valid ones.
    public static String all() {
        return Arrays.stream(values()).map(Persona::word).collect(Collectors.joining(", "));
    }
}
