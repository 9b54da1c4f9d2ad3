package app.prtosales.mail;

import app.prtosales.placement.Placement;
import java.util.List;

/// What ops must know of a placement at once: that nobody is there to be reached (R1.10), or that
/// the quota is too small.
record AlarmView(
        String subject,
        String what,
        String outlet,
        String headline,
        List<String> facts,
        List<Times.Reading> deadline,
        String placementUrl) {

    static final String WHAT = "This placement went to nobody: no rep on the roster is active.";

    static AlarmView of(String subject, Placement placement, String placementUrl) {
        return new AlarmView(
                subject,
                WHAT,
                placement.story().outlet(),
                placement.story().headline(),
                List.of(
                        "The roster has no active employee, so there was nobody to mail.",
                        "The verdict is void: neither met nor missed, and never 100%.",
                        "Put the team’s list in force again, with “active” and “employee” on each"
                                + " rep’s row. A rep who joins before the deadline still gets it."),
                Times.of(placement.publication().deadline(), placement.publication().zone(), null),
                placementUrl);
    }

    /// The mail system's quota cannot reach the team by the deadline.
    static AlarmView quotaShort(
            String subject, Placement placement, String problem, String placementUrl) {
        return new AlarmView(
                subject,
                "The mail system’s quota may not reach the team in time.",
                placement.story().outlet(),
                placement.story().headline(),
                List.of(
                        problem + ".",
                        "Nothing is lost: what SES does not take now is tried again until it does.",
                        "A larger quota: AWS console, SES, account dashboard, “Request a limit"
                                + " increase”."),
                Times.of(placement.publication().deadline(), placement.publication().zone(), null),
                placementUrl);
    }

    String text() {
        return new TextPart()
                .paragraph(what)
                .paragraph(outlet, headline)
                .list("What it means:", facts)
                .list("The deadline:", deadline)
                .paragraph("See the placement: " + placementUrl)
                .toString();
    }
}
