package app.prtosales.mail;

import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The paragraph to forward, as a mail carries it: the champion kit for the first reader that PR
/// named, short enough for a mail (R3.5).
final class Forward {

    private static final int MAXIMUM_LINE = 600;
    private static final int MAXIMUM_LINES = 12;

    private Forward() {}

    /// Empty where nothing may be sent.
    static List<String> lines(Placement placement, Signal signal) {
        return signal == Signal.GREEN
                ? lines(ChampionKit.draft(placement, ChampionKit.firstReader(placement)))
                : List.of();
    }

    static List<String> lines(ChampionKit kit) {
        List<String> lines = new ArrayList<>();
        kit.paragraph().stream()
                .filter(line -> !line.equals(kit.url()) && !line.isBlank())
                .limit(MAXIMUM_LINES)
                .map(line -> Shorten.to(MAXIMUM_LINE, line))
                .forEach(lines::add);
        if (kit.url() != null) {
            lines.add(kit.url());
        }
        return List.copyOf(lines);
    }

    /// What to paste into a stage of a sequence: how one writes to a buyer who is that far, and the
    /// same honest facts.
    ///
    /// @param persona whom the sequence is for
    static List<String> touch(Placement placement, String stage, Persona persona) {
        List<String> lines = new ArrayList<>();
        lines.add(opening(stage, placement.story()));
        lines.addAll(lines(ChampionKit.draft(placement, persona)));
        return List.copyOf(lines);
    }

    /// The first sentence of a touch: it promises nothing that the story does not keep.
    private static String opening(String stage, Story story) {
        String about =
                Optional.ofNullable(story.topic())
                        .map(topic -> " about " + Shorten.to(120, topic))
                        .orElse("");
        String word = stage.toLowerCase(Locale.ROOT);
        if (word.contains("aware")) {
            return "Something short%s that your team may find worth a read.".formatted(about);
        }
        if (word.contains("consider") || word.contains("evaluat")) {
            return "While you compare your options, this%s may help you to put the questions."
                    .formatted(about);
        }
        if (word.contains("deci") || word.contains("purchas") || word.contains("business")) {
            return "For your business case: this%s is something that you can hand on."
                    .formatted(about);
        }
        if (word.contains("expan") || word.contains("renew") || word.contains("adopt")) {
            return "As you think about where to go next: this%s came out.".formatted(about);
        }
        return "This%s may be of use to you.".formatted(about);
    }

    /// Who reads a kit, and where that one is.
    record Reader(String label, String url) {

        /// @param link to the rep's page with the kit
        static List<Reader> of(String link) {
            List<Reader> readers = new ArrayList<>();
            for (Persona each : Persona.values()) {
                readers.add(new Reader(each.word(), link + each.query()));
            }
            return List.copyOf(readers);
        }

        @Override
        public String toString() {
            return "%s: %s".formatted(label, url);
        }
    }
}
