package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.placement.Placement;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.text.ReaderClock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The email to ops about data that a rep reports as wrong: what the rep wrote, and what the list
/// says.
record WrongRecordView(
        String subject,
        String what,
        List<String> reports,
        List<String> facts,
        String time,
        String pageUrl) {

    private static final int MAXIMUM_NAME = 60;

    static WrongRecordView of(
            Optional<Rep> rep,
            List<WrongRecord> reports,
            Placement placement,
            Map<String, String> segmentNames,
            ZoneId agreement,
            String pageUrl) {
        WrongRecord fix = reports.getLast();
        String who = rep.map(Rep::name).orElse(Phrases.label(Phrases.FORMER_REP));
        List<String> facts = new ArrayList<>();
        rep.ifPresent(each -> {
            facts.add("Name: " + each.name());
            facts.add("Email: " + each.email());
            if (each.secondEmail() != null) {
                facts.add("Second email: " + each.secondEmail());
            }
            facts.add("Time zone: " + ReaderClock.zoneName(each.zone()));
            facts.add(
                    "Segments: "
                            + (each.segments().isEmpty()
                                    ? "none"
                                    : Phrases.label(
                                            Phrases.list(
                                                    Phrases.segments(
                                                            each.segments(), segmentNames)))));
        });
        facts.add(
                "Sent from the email about: "
                        + Shorten.to(MAXIMUM_NAME * 3, placement.story().headline()));
        return new WrongRecordView(
                Shorten.to(Subjects.MAXIMUM, "[Fix my record] " + who),
                "%s asks you to update their record.".formatted(Shorten.to(MAXIMUM_NAME, who)),
                reports.stream().map(WrongRecord::what).toList(),
                facts,
                new ReaderClock(agreement, fix.at()).time(fix.at()),
                pageUrl);
    }

    String text() {
        return new TextPart()
                .paragraph(what)
                .paragraph("What they wrote: " + String.join("\n", reports))
                .list("What your list says:", facts)
                .paragraph("Sent: " + time)
                .paragraph("Open the list of reps: " + pageUrl)
                .paragraph(REPLY)
                .toString();
    }

    static final String REPLY = "Reply to this email to reach the rep.";
}
