package app.prtosales.mail;

import app.prtosales.aside.Aside;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Stop;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody must know at once: that nobody is there to be reached (R1.10), that the quota is
/// too small, that sending stopped, that items cannot be read, or that the weekly mail is late
/// (R4.7); or what somebody is asked: whether a placement is still true (R5.3).
///
/// @param signal gives the colour: red for an alarm, amber for a question
/// @param outlet of the placement that it is about; null where it is about none, as is the headline
/// @param label what the time is
record AlarmView(
        Signal signal,
        String subject,
        String what,
        @Nullable String outlet,
        @Nullable String headline,
        List<String> facts,
        String label,
        String time,
        String button,
        String url) {

    /// So many items are named in a mail.
    private static final int LISTED = 30;

    static final String WHAT = "This placement went to nobody: no rep on the roster is active.";

    static final String ALL_LEFT =
            "Everybody on the team for this placement has been taken off the roster.";

    /// @param wereThere for how many it was when it was sent; 0 where nobody was there then
    static AlarmView of(
            String subject,
            Placement placement,
            int wereThere,
            ReaderClock reader,
            String placementUrl) {
        return about(
                subject,
                wereThere == 0 ? WHAT : ALL_LEFT,
                placement,
                wereThere == 0 ? nobodyThere() : allLeft(wereThere),
                reader,
                placementUrl);
    }

    private static List<String> allLeft(int wereThere) {
        return List.of(
                (wereThere == 1
                                ? "It was sent to 1 rep, who is no longer an active rep on the roster."
                                : "It was sent to %d reps; none of them is an active rep on the roster any more."
                                        .formatted(wereThere))
                        + " Only reps who are still on the team at the deadline count.",
                "The verdict is void: neither met nor missed, and never 100%.",
                "If they are the same people under new IDs, upload the roster again with their email"
                        + " addresses or names as they were: they are recognized, and everybody who"
                        + " was reached counts again. Before the deadline this changes the verdict;"
                        + " afterward it stays void.");
    }

    private static List<String> nobodyThere() {
        return List.of(
                "The roster has no active employee, so there was nobody to mail.",
                "The verdict is void: neither met nor missed, and never 100%.",
                "Put the team’s list in force again, with “active” and “employee” on each"
                        + " rep’s row. A rep who joins before the deadline still gets it.");
    }

    /// The mail system's quota cannot reach the team by the deadline.
    static AlarmView quotaShort(
            String subject,
            Placement placement,
            String problem,
            ReaderClock reader,
            String placementUrl) {
        return about(
                subject,
                "The mail system’s quota may not reach the team in time.",
                placement,
                List.of(
                        problem + ".",
                        "Nothing is lost: what SES does not take now is tried again until it does.",
                        "A larger quota: AWS console, SES, account dashboard, “Request a limit"
                                + " increase”."),
                reader,
                placementUrl);
    }

    private static AlarmView about(
            String subject,
            String what,
            Placement placement,
            List<String> facts,
            ReaderClock reader,
            String placementUrl) {
        return new AlarmView(
                Signal.RED,
                subject,
                what,
                placement.story().outlet(),
                placement.story().headline(),
                facts,
                "The deadline",
                reader.time(placement.publication().deadline()),
                "See the placement",
                placementUrl);
    }

    /// Too many mails came back.
    static AlarmView sendingStopped(Stop stop, ZoneId zone, String url) {
        return new AlarmView(
                Signal.RED,
                "[Alarm] No mail goes out to reps: too many came back",
                "No mail goes out to reps any more.",
                null,
                null,
                List.of(
                        stop.why() + ".",
                        "SES reviews an account at 5% bounces or 0.1% complaints, and may pause all"
                                + " of its mail; so ours stopped before.",
                        "Nothing is lost: what is to be sent waits. The 24 hours go on; what misses"
                                + " them for this is recorded as held.",
                        "To go on: put right or take out the addresses that bounced (their mail"
                                + " health stands in the list of reps), then press “Let mails go"
                                + " out again” above that list, with a reason. Within ten minutes"
                                + " all that waits goes out. The runbook has it as a command."),
                "It stopped",
                new ReaderClock(zone, stop.at()).time(stop.at()),
                "See the list of reps",
                url);
    }

    /// Items of the table cannot be read.
    static AlarmView itemsAside(List<Aside> items, Instant at, ZoneId zone, String url) {
        List<String> facts = new ArrayList<>();
        facts.add(
                "Everything else goes on. Nothing of these is mailed, judged or shown until they"
                        + " are mended:");
        items.stream()
                .limit(LISTED)
                .map(item -> "%s: %s".formatted(item.where(), item.problem()))
                .forEach(facts::add);
        if (items.size() > LISTED) {
            facts.add("And %d more.".formatted(items.size() - LISTED));
        }
        facts.add(
                "The usual cause is a release that was rolled back: deploy the newer one again, and"
                        + " they are picked up by themselves within five minutes. Otherwise mend the"
                        + " item: docs/operations.md, “An item cannot be read”, has the commands.");
        return new AlarmView(
                Signal.RED,
                items.size() == 1
                        ? "[Alarm] An item in the table cannot be read"
                        : "[Alarm] %d items in the table cannot be read".formatted(items.size()),
                items.size() == 1
                        ? "One item in the table cannot be read, and was set aside."
                        : "%d items in the table cannot be read, and were set aside."
                                .formatted(items.size()),
                null,
                null,
                facts,
                "Found by",
                new ReaderClock(zone, at).time(at),
                "See the placements",
                url);
    }

    /// Its shelf life ends soon.
    static AlarmView stillTrue(
            String subject,
            Placement placement,
            List<String> sequences,
            ReaderClock reader,
            String placementUrl) {
        return new AlarmView(
                Signal.AMBER,
                subject,
                "Is this still true?",
                placement.story().outlet(),
                placement.story().headline(),
                List.of(
                        "Its shelf life ends soon. If nobody says that it is still true, it leaves"
                                + " its sequences and the champion kit then, and no longer counts"
                                + " as active.",
                        sequences.isEmpty()
                                ? "It is in no sequence now."
                                : "It is in: " + String.join(", ", sequences) + ".",
                        "Still true: open it, press “Shelf life”, and say until when. No longer:"
                                + " do nothing, or let it end today in the same place."),
                "Its shelf life ends",
                reader.time(placement.expiresAt()),
                "Open the placement",
                placementUrl);
    }

    /// The weekly mail has not gone out.
    static AlarmView auditLate(String week, Instant dueAt, ZoneId zone, String url) {
        return new AlarmView(
                Signal.RED,
                "[Alarm] The weekly audit mail has not gone out: " + week,
                "The weekly audit mail has not gone out to all of leadership.",
                null,
                null,
                List.of(
                        "It is about %s, and more than half an hour late.".formatted(week),
                        "It is tried again every hour for three days; nothing has to be sent by"
                                + " hand.",
                        "What is wrong stands in the log of WeeklyAudit and in its failure queue."
                                + " The runbook says where to look."),
                "It was due",
                new ReaderClock(zone, dueAt).time(dueAt),
                "See the last placement’s answers",
                url);
    }

    OutgoingMail to(DeliveryId id, String address) {
        return new OutgoingMail(
                id,
                address,
                subject,
                Html.of((output, as) -> JtealarmGenerated.render(output, as, this)),
                text(),
                null,
                null);
    }

    String text() {
        TextPart text = new TextPart().paragraph(what);
        if (outlet != null && headline != null) {
            text.paragraph(outlet, headline);
        }
        return text.list("What it means:", facts)
                .paragraph(label + ": " + time)
                .paragraph(button + ": " + url)
                .toString();
    }
}
