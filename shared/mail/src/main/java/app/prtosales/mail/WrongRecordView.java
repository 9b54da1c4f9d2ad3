package app.prtosales.mail;

import app.prtosales.directory.Rep;
import app.prtosales.placement.Placement;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.text.ReaderClock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a rep says is wrong about them, beside what the list says: for ops.
record WrongRecordView(
        String subject, String what, String said, List<String> facts, String time, String pageUrl) {

    private static final int MAXIMUM_NAME = 60;

    static WrongRecordView of(
            Optional<Rep> rep,
            WrongRecord fix,
            Placement placement,
            ZoneId agreement,
            String pageUrl) {
        String who = rep.map(Rep::name).orElse(fix.person());
        List<String> facts = new ArrayList<>();
        facts.add("Id: " + fix.person());
        rep.ifPresent(each -> {
            facts.add("Name: " + each.name());
            facts.add("Address: " + each.email());
            if (each.secondEmail() != null) {
                facts.add("Second address: " + each.secondEmail());
            }
            facts.add("Zone: " + ReaderClock.zoneName(each.zone()));
            facts.add(
                    "Segments: "
                            + (each.segments().isEmpty()
                                    ? "none"
                                    : String.join(", ", each.segments())));
        });
        facts.add(
                "Said from the mail about: "
                        + Shorten.to(MAXIMUM_NAME * 3, placement.story().headline()));
        return new WrongRecordView(
                Shorten.to(Subjects.MAXIMUM, "[Fix my record] " + who),
                "%s says that something about them is wrong."
                        .formatted(Shorten.to(MAXIMUM_NAME, who)),
                fix.what(),
                facts,
                new ReaderClock(agreement, fix.at()).time(fix.at()),
                pageUrl);
    }

    String text() {
        return new TextPart()
                .paragraph(what)
                .paragraph("In their words: " + said)
                .list("What the list says:", facts)
                .paragraph("Said: " + time)
                .paragraph("The list of reps: " + pageUrl)
                .paragraph(REPLY)
                .toString();
    }

    static final String REPLY = "A reply goes to the rep.";
}
