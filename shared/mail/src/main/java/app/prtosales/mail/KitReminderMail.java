package app.prtosales.mail;

import app.prtosales.mail.ChangeMailView.Action;
import app.prtosales.mail.ChangeMailView.Advice;
import app.prtosales.mail.ChangeMailView.News;
import app.prtosales.mailing.MailRequest;

/// The email that reminds a rep with an open deal about the kit (R3.5).
final class KitReminderMail {

    private KitReminderMail() {}

    static ChangeMailView toRep(
            String subject, MailRequest.KitReminder mail, PingView.Links links) {
        return ChangeMailView.toRep(
                subject,
                new News(
                        "This story can help an open deal of yours.",
                        "Your matching open deals",
                        mail.accounts().stream()
                                .limit(ChangeMailView.MAXIMUM_FACTS)
                                .map(each -> Shorten.to(Shorten.HEADLINE, each.name()))
                                .toList()),
                Signal.of(mail.placement(), mail.at()),
                new Advice(
                        "Send the paragraph below to your champion there, then tell us who got it. This is the only reminder.",
                        new Action("I sent it to my champion", links.kit()),
                        "Sent to %s because of an open deal at a target account in these segments."
                                .formatted(mail.rep().name())),
                mail,
                links);
    }
}
