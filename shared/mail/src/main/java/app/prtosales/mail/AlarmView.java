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

/// An alarm: there is nobody to reach (R1.10), the quota is too small, sending stopped, items
/// cannot be read, or the weekly email is late (R4.7). Or a question: is a placement still true
/// (R5.3)?
///
/// @param signal sets the color: red for an alarm, amber for a question
/// @param outlet the outlet of the placement concerned; null, like the headline, if there is none
/// @param label the label of the time
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

    /// The number of items that an email lists.
    private static final int LISTED = 30;

    static final String WHAT = "This story reached nobody: there are no active reps on your list.";

    static final String ALL_LEFT = "All the reps this story was sent to are off your list.";

    private static final String VOID =
            "Its 24 hours count as neither met nor missed, and never as 100%. The weekly email says “No”: it reached nobody.";

    /// There is no active rep to reach.
    ///
    /// @param recipients the number of recipients when it was sent; 0 if there were none
    static AlarmView noActiveRep(
            String subject,
            Placement placement,
            int recipients,
            ReaderClock reader,
            String placementUrl) {
        return about(
                subject,
                recipients == 0 ? WHAT : ALL_LEFT,
                placement,
                recipients == 0 ? nobodyThere() : allLeft(recipients),
                reader,
                placementUrl);
    }

    private static List<String> allLeft(int recipients) {
        return List.of(
                (recipients == 1
                                ? "It was sent to 1 rep, who is no longer active on your list."
                                : "It was sent to %d reps, and none of them is active on your list anymore."
                                        .formatted(recipients))
                        + " Only reps still on the team at the deadline count.",
                VOID,
                "If they’re the same people with new IDs, upload the list of reps again with their email addresses or names unchanged. We’ll recognize them, and everyone who got the story counts again. After the deadline it’s too late to change the result.");
    }

    private static List<String> nobodyThere() {
        return List.of(
                "Your list of reps has no active employees, so there was nobody to email.",
                VOID,
                "Upload the list of reps again, with “active” and “employee” on each rep’s row. Reps added before the deadline still get the story.");
    }

    /// The sending quota is too small to reach the team by the deadline.
    static AlarmView quotaShort(
            String subject,
            Placement placement,
            String problem,
            ReaderClock reader,
            String placementUrl) {
        return about(
                subject,
                "Your email quota may be too small to reach the team in time.",
                placement,
                List.of(
                        problem + ".",
                        "Nothing is lost. We keep trying until every email is out.",
                        "To get a larger quota, open the AWS console, go to Amazon SES, then Account dashboard, and choose “Request a limit increase”."),
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
                "Deadline",
                reader.time(placement.publication().deadline()),
                "Open the story",
                placementUrl);
    }

    /// Too many emails bounced or were marked as spam.
    static AlarmView sendingStopped(Stop stop, ZoneId zone, String url) {
        return new AlarmView(
                Signal.RED,
                "[Alarm] Emails to reps have stopped: too many "
                        + (stop.isForSpam() ? "marked as spam" : "bounced"),
                "We stopped sending emails to reps.",
                null,
                null,
                List.of(
                        stop.why() + ".",
                        "At 5% bounces or 0.1% spam reports, Amazon SES may pause your whole account, so we stopped before that.",
                        "Nothing is lost: emails wait until you resume. The 24 hours keep running, and a deadline missed because of this is recorded as held.",
                        "To resume, %s, then choose “Resume emails” above that list and give a reason. All waiting emails go out within ten minutes."
                                .formatted(
                                        stop.isForSpam()
                                                ? "talk to the reps who marked our emails as spam (the list of reps shows who), and ask your IT team why our emails land in junk folders"
                                                : "fix or remove the addresses that bounced (the list of reps shows which)")),
                "Stopped",
                new ReaderClock(zone, stop.at()).time(stop.at()),
                "See the list of reps",
                url);
    }

    /// Some items in the table cannot be read.
    static AlarmView itemsAside(List<Aside> items, Instant at, ZoneId zone, String url) {
        List<String> facts = new ArrayList<>();
        facts.add(
                "Everything else keeps working. Until these records are repaired, nothing in them is emailed, judged, or shown:");
        items.stream()
                .limit(LISTED)
                .map(item -> "%s: %s".formatted(item.where(), item.problem()))
                .forEach(facts::add);
        if (items.size() > LISTED) {
            facts.add("And %d more.".formatted(items.size() - LISTED));
        }
        facts.add(
                "The usual cause is a release that was rolled back. Deploy the newer one again, and the records are picked up within five minutes. Otherwise repair them: the runbook (docs/operations.md, “An item cannot be read”) has the commands.");
        return new AlarmView(
                Signal.RED,
                items.size() == 1
                        ? "[Alarm] A record can’t be read"
                        : "[Alarm] %d records can’t be read".formatted(items.size()),
                items.size() == 1
                        ? "One record can’t be read, so we set it aside."
                        : "%d records can’t be read, so we set them aside.".formatted(items.size()),
                null,
                null,
                facts,
                "Found",
                new ReaderClock(zone, at).time(at),
                "Open placements",
                url);
    }

    /// A placement's shelf life ends soon.
    static AlarmView stillTrue(
            String subject,
            Placement placement,
            List<String> sequences,
            ReaderClock reader,
            String placementUrl) {
        return new AlarmView(
                Signal.AMBER,
                subject,
                "Is this story still true?",
                placement.story().outlet(),
                placement.story().headline(),
                List.of(
                        "It expires soon. Unless you extend it, it comes out of its sequences, its champion kit closes, and it no longer counts as active.",
                        sequences.isEmpty()
                                ? "It isn’t in a sequence now."
                                : "It is in: " + String.join(", ", sequences) + ".",
                        "If it’s still true, open it, choose “Expiration”, and pick a new date. If not, do nothing, or end it today in the same place."),
                "Expires",
                reader.time(placement.expiresAt()),
                "Open the story",
                placementUrl);
    }

    /// The weekly email has not been sent.
    static AlarmView auditLate(String week, Instant dueAt, ZoneId zone, String url) {
        return new AlarmView(
                Signal.RED,
                "[Alarm] The weekly audit email hasn’t gone out: " + week,
                "The weekly audit email hasn’t reached everyone in leadership.",
                null,
                null,
                List.of(
                        "It covers %s and is more than half an hour late.".formatted(week),
                        "We try again every hour for three days. You don’t need to send anything yourself.",
                        "The cause is in the log of the WeeklyAudit function and in its failure queue. The runbook says where to look."),
                "Due",
                new ReaderClock(zone, dueAt).time(dueAt),
                "See the latest story’s answers",
                url);
    }

    OutgoingMail to(DeliveryId id, String address, Brand brand) {
        return new OutgoingMail(
                id,
                address,
                subject,
                Html.of((output, as) -> JtealarmGenerated.render(output, as, this, brand)),
                text(),
                null,
                null);
    }

    String text() {
        TextPart text = new TextPart().paragraph(what);
        if (outlet != null && headline != null) {
            text.paragraph(outlet, headline);
        }
        return text.list("What this means:", facts)
                .paragraph(label + ": " + time)
                .paragraph(button + ": " + url)
                .toString();
    }
}
