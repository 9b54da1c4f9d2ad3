package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.text.ReaderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Who is not reached yet, why, and how much time is left (R1.9).
///
/// @param missing a line for each who is, up to a limit
/// @param rest how many are not listed; empty where all are
record WarningView(
        String subject,
        String what,
        String outlet,
        String headline,
        List<String> missing,
        String rest,
        List<String> toDo,
        String deadline,
        String placementUrl,
        String footer) {

    private static final int MAXIMUM_LISTED = 40;

    static WarningView of(
            String subject,
            Placement placement,
            Reached reached,
            Roster roster,
            Agreement agreement,
            String placementUrl,
            Instant at) {
        List<Missing> all = reached.missing();
        int listed = Math.min(all.size(), MAXIMUM_LISTED);
        ReaderClock reader = new ReaderClock(agreement.zone(), at);
        Instant deadline = placement.publication().deadline();
        return new WarningView(
                subject,
                "%s left, and %d of %d reps are reached."
                        .formatted(
                                left(Duration.between(at, deadline)),
                                reached.count(),
                                reached.of()),
                placement.story().outlet(),
                placement.story().headline(),
                all.isEmpty()
                        ? List.of("Nothing was sent to anybody yet.")
                        : all.subList(0, listed).stream()
                                .map(missing -> line(missing, roster, reader))
                                .toList(),
                all.size() == listed
                        ? ""
                        : "And %d more; the page lists them all.".formatted(all.size() - listed),
                List.of(
                        "Tell whoever is listed by phone or chat if it cannot wait; the ping still"
                                + " counts only when their mail server takes it.",
                        "A dead address: correct it in the list of reps.",
                        "A mail that waits: look at “Nothing was sent” in the operations page."),
                reader.time(deadline),
                placementUrl,
                "Sent by the standing agreement, version %s: the PR owner, then ops, then the sales"
                                .formatted(agreement.version())
                        + " leader. No further step is mailed once everybody is reached.");
    }

    /// `4 h`, `3 h 58 min`, `45 min`.
    private static String left(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        List<String> parts = new ArrayList<>();
        if (hours > 0) {
            parts.add(hours + " h");
        }
        if (minutes > 0 || hours == 0) {
            parts.add(minutes + " min");
        }
        return String.join(" ", parts);
    }

    private static String line(Missing missing, Roster roster, ReaderClock reader) {
        String who =
                roster.find(missing.rep()).map(Rep::name).orElse(Phrases.label(Phrases.FORMER_REP));
        return "%s: %s".formatted(who, reader.told(missing.reason()));
    }

    String text() {
        return new TextPart()
                .paragraph(what)
                .paragraph(outlet, headline)
                .list("Not reached:", missing)
                .paragraph(rest)
                .list("What you can do:", toDo)
                .paragraph("The deadline: " + deadline)
                .paragraph("See the placement: " + placementUrl)
                .paragraph(footer)
                .toString();
    }
}
