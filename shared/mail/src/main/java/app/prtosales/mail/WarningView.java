package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.text.Plural;
import app.prtosales.text.ReaderClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Who has not been reached yet, why, how much time is left, and what the reader can do about it
/// (R1.9).
///
/// @param missing a line for each unreached rep, up to a limit
/// @param rest how many are not listed; empty if all are
/// @param button the first thing to do; `buttonUrl` is where
record WarningView(
        String subject,
        String what,
        String outlet,
        String headline,
        List<String> missing,
        String rest,
        List<String> toDo,
        String deadline,
        String button,
        String buttonUrl,
        String footer) {

    private static final int MAXIMUM_LISTED = 40;

    /// The kinds of readers, who can do different things about it.
    private enum Reader {
        PR,
        OPS,
        SALES
    }

    static WarningView of(
            String subject, MailRequest.Warning mail, String baseUrl, String placementUrl) {
        Placement placement = mail.placement();
        List<Missing> all = mail.reached().missing();
        int listed = Math.min(all.size(), MAXIMUM_LISTED);
        ReaderClock clock = new ReaderClock(mail.agreement().zone(), mail.at());
        Instant deadline = placement.publication().deadline();
        Reader reader = reader(mail.to(), mail.agreement());
        boolean isLate = !mail.at().isBefore(deadline);
        return new WarningView(
                subject,
                soFar(Duration.between(mail.at(), deadline), mail.reached()),
                placement.story().outlet(),
                placement.story().headline(),
                all.isEmpty()
                        ? List.of("Nobody: no emails have gone out yet.")
                        : all.subList(0, listed).stream()
                                .map(missing -> line(missing, mail.roster()))
                                .toList(),
                all.size() == listed
                        ? ""
                        : "And %d more. The story’s page lists them all."
                                .formatted(all.size() - listed),
                toDo(reader, mail.agreement(), isLate),
                clock.time(deadline),
                reader == Reader.OPS ? "Open the list of reps" : "Open the story",
                reader == Reader.OPS ? baseUrl + "/#/directory/reps" : placementUrl,
                isLate
                        ? "Your standing agreement sends these warnings to PR, sales ops, and the sales"
                                + " leader. You won’t get another warning about this deadline."
                        : "Your standing agreement sends this warning to PR first, then to sales ops, then to"
                                + " the sales leader. Once every rep has the story, no more are sent.");
    }

    private static Reader reader(String to, Agreement agreement) {
        if (to.equals(agreement.ops())) {
            return Reader.OPS;
        }
        return to.equals(agreement.salesLeader()) ? Reader.SALES : Reader.PR;
    }

    /// @param isLate whether the deadline has passed: from then on, nothing is sent automatically
    private static List<String> toDo(Reader reader, Agreement agreement, boolean isLate) {
        String tell =
                "Call or message the reps above and tell them about the story, so they don’t miss it.";
        String afterThat =
                isLate
                        ? " After that, %s “Send again to reps who missed it” on the story’s page."
                                .formatted(
                                        reader == Reader.SALES
                                                ? "PR or sales ops can choose"
                                                : "choose")
                        : " We send it automatically after that.";
        String ask =
                (agreement.ops() == null
                                ? "Ask sales ops to fix their addresses."
                                : "Ask sales ops (%s) to fix their addresses."
                                        .formatted(agreement.ops()))
                        + afterThat;
        return switch (reader) {
            case PR ->
                    isLate
                            ? List.of(ask)
                            : List.of(ask, "You don’t need to submit or send anything again.");
            case OPS ->
                    List.of(
                            "Fix any bouncing address in the list of reps." + afterThat,
                            "If an email is still waiting, check above that list that emails"
                                    + " aren’t stopped.");
            case SALES -> List.of(tell, ask);
        };
    }

    private static String soFar(Duration left, Reached reached) {
        String has =
                "%d of %s %s it."
                        .formatted(
                                reached.count(),
                                Plural.count(reached.of(), "rep"),
                                Plural.of(reached.of(), "has", "have"));
        return left.isPositive()
                ? "%s left: %s".formatted(left(left), has)
                : "The 24 hours are over, and %s We couldn’t send this warning in time."
                        .formatted(has);
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

    private static String line(Missing missing, Roster roster) {
        String who =
                roster.find(missing.rep()).map(Rep::name).orElse(Phrases.label(Phrases.FORMER_REP));
        return "%s: %s".formatted(who, missing.reason().words());
    }

    String text() {
        return new TextPart()
                .paragraph(what)
                .paragraph(outlet, headline)
                .list("Not reached yet:", missing)
                .paragraph(rest)
                .list("What you can do:", toDo)
                .paragraph("Deadline: " + deadline)
                .paragraph(button + ": " + buttonUrl)
                .paragraph(footer)
                .toString();
    }
}
