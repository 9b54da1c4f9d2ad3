package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Forwardability as a reader sees it: a word, a sentence and, last, a color (R5.5).
enum Signal {
    GREEN("Green", "You may forward the link.", Design.GREEN, Design.ON_GREEN),
    AMBER("Amber", "Internal only: talk about it, don’t send it.", Design.AMBER, Design.ON_AMBER),
    RED("Red", "Do not use.", Design.RED, Design.ON_RED);

    private final String word;
    private final String rule;
    private final String background;
    private final String ink;

    Signal(String word, String rule, String background, String ink) {
        this.word = word;
        this.rule = rule;
        this.background = background;
        this.ink = ink;
    }

    static Signal of(Forwardability forwardability) {
        return switch (forwardability) {
            case GREEN -> GREEN;
            case AMBER -> AMBER;
            case RED -> RED;
        };
    }

    /// The signal at an instant.
    static Signal of(Placement placement, Instant at) {
        return of(placement.forwardabilityAt(at));
    }

    /// As it applies to this rep: what is internal is not for a distributor (R5.5).
    Signal to(Rep rep) {
        return this == AMBER && rep.isExternal() ? RED : this;
    }

    String word() {
        return word;
    }

    /// @param url the story's link; null for print and broadcast
    String rule(@Nullable String url) {
        return this == GREEN && url == null ? "You may share this story." : rule;
    }

    String background() {
        return background;
    }

    String ink() {
        return ink;
    }

    /// The CSS class, which has the colors for dark mode.
    String style() {
        return word.toLowerCase(Locale.ROOT);
    }
}
