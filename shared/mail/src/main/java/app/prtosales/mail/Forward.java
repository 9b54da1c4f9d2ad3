package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.kit.ChampionKit;
import app.prtosales.kit.Persona;
import app.prtosales.placement.Format;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Story;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The paragraph to forward in an email: the champion kit for the first reader that PR named, short
/// enough for an email (R3.5).
final class Forward {

    private static final int MAXIMUM_LINE = 600;
    private static final int MAXIMUM_LINES = 12;

    private Forward() {}

    /// Empty if nothing may be sent.
    ///
    /// @param company null if the agreement does not name it
    static List<String> lines(Placement placement, Signal signal, @Nullable String company) {
        return signal == Signal.GREEN
                ? lines(ChampionKit.draft(placement, ChampionKit.firstReader(placement), company))
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

    /// The text to paste into a stage of a sequence: an opening for a buyer at that stage, and the
    /// same facts.
    ///
    /// @param persona the sequence's buyer role
    /// @param company null if the agreement does not name it
    static List<String> touch(
            Placement placement, String stage, Persona persona, @Nullable String company) {
        List<String> lines = new ArrayList<>();
        lines.add(opening(stage, placement.story()));
        lines.addAll(lines(ChampionKit.draft(placement, persona, company)));
        return List.copyOf(lines);
    }

    /// The first sentence, which promises nothing that the story does not deliver.
    private static String opening(String stage, Story story) {
        String about =
                Optional.ofNullable(story.topic())
                        .map(topic -> " about " + Shorten.to(120, topic.replace("; ", ", ")))
                        .orElse("");
        String word = stage.toLowerCase(Locale.ROOT);
        if (word.contains("aware")) {
            return "Here’s %s%s that your team may find useful."
                    .formatted(kind(story.format()), about);
        }
        if (word.contains("consider") || word.contains("evaluat")) {
            return "As you compare your options, this story%s may help you ask the right questions."
                    .formatted(about);
        }
        if (word.contains("deci") || word.contains("purchas") || word.contains("business")) {
            return "For your business case, here’s something%s you can share with your team."
                    .formatted(about);
        }
        if (word.contains("expan") || word.contains("renew") || word.contains("adopt")) {
            return "As you think about what’s next, this story%s just came out.".formatted(about);
        }
        return "This story%s may be useful to you.".formatted(about);
    }

    /// What the reader gets: nobody can read a podcast.
    private static String kind(Format format) {
        return switch (format) {
            case PODCAST -> "a podcast episode";
            case TV_RADIO -> "a broadcast";
            case WEBINAR -> "a webinar";
            case ANALYST_REPORT -> "an analyst report";
            case BYLINE, INTERVIEW, FEATURE, NEWS_MENTION, AWARD, SPONSORED -> "a quick read";
        };
    }

    /// A link that opens a new email with these lines in the reader's mail program (RFC 6068). The
    /// recipient is left open.
    static String mailto(String subject, List<String> lines) {
        return "mailto:?subject=%s&body=%s"
                .formatted(
                        encoded(Shorten.to(Shorten.HEADLINE, subject)),
                        encoded(String.join("\r\n\r\n", lines)));
    }

    /// RFC 6068 does not allow `+` for a space.
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /// A kind of reader, and the URL of their kit.
    record Reader(String label, String url) {

        /// @param link the URL of the rep's kit page
        static List<Reader> of(String link) {
            List<Reader> readers = new ArrayList<>();
            for (Persona each : Persona.values()) {
                readers.add(new Reader(each.label(), link + each.query()));
            }
            return List.copyOf(readers);
        }

        @Override
        public String toString() {
            return "%s: %s".formatted(label, url);
        }
    }
}
