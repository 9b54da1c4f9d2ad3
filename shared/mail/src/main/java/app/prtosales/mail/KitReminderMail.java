package app.prtosales.mail;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.Rep;
import app.prtosales.directory.TargetAccount;
import app.prtosales.mail.ChangeMailView.Action;
import app.prtosales.placement.Placement;
import java.time.Instant;
import java.util.List;

/// The email that reminds a rep with an open deal about the kit (R3.5).
final class KitReminderMail {

    private KitReminderMail() {}

    /// The kit is ready, and none of the rep's champions has it yet (R3.5).
    static ChangeMailView toRep(
            String subject,
            Placement placement,
            List<TargetAccount> accounts,
            Rep rep,
            Agreement agreement,
            Instant at,
            PingView.Links links) {
        return ChangeMailView.toRep(
                subject,
                "This story can help an open deal of yours.",
                Signal.of(placement, at),
                placement,
                "Your matching open deals",
                accounts.stream()
                        .limit(ChangeMailView.MAXIMUM_FACTS)
                        .map(each -> Shorten.to(Shorten.HEADLINE, each.name()))
                        .toList(),
                "Send the paragraph below to your champion there, then tell us who got it. This is the only reminder.",
                new Action("I sent it to my champion", links.kit()),
                "Sent to %s because of an open deal at a target account in these segments."
                        .formatted(rep.name()),
                rep,
                agreement,
                at,
                links);
    }
}
