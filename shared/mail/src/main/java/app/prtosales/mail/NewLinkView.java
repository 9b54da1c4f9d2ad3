package app.prtosales.mail;

import app.prtosales.link.Purpose;
import app.prtosales.mailing.MailRequest;
import app.prtosales.placement.Placement;
import app.prtosales.text.ReaderClock;
import org.jspecify.annotations.Nullable;

/// A new link in place of an expired one.
///
/// @param outlet the outlet of the placement concerned; null, like the headline, if the link opens
///   the audit
/// @param until when the link expires
record NewLinkView(
        String subject,
        @Nullable String outlet,
        @Nullable String headline,
        String button,
        String url,
        String until) {

    static final String WHAT = "Here’s your new link";

    static final String WHY =
            "The one in an earlier email had expired, and somebody asked for a new one from its page.";

    static final String NOT_ASKED =
            "Didn’t ask for it? Then somebody else has that earlier email. This new link went only to you, and there’s nothing you need to do.";

    private static final String BEGIN = "[New link] ";

    static NewLinkView of(MailRequest.NewLink mail, String url) {
        Placement placement = mail.placement();
        return new NewLinkView(
                placement == null ? BEGIN + "The audit" : Subjects.of(BEGIN, placement),
                placement == null ? null : placement.story().outlet(),
                placement == null
                        ? null
                        : Shorten.to(Shorten.HEADLINE, placement.story().headline()),
                button(mail.link().purpose()),
                url,
                new ReaderClock(mail.zone(), mail.at()).day(mail.link().expiresAt()));
    }

    private static String button(Purpose purpose) {
        return switch (purpose) {
            case ACKNOWLEDGE -> "Confirm that you read it";
            case REFERENCE -> "Record where you used it";
            case KIT -> "Open the champion kit";
            case RECORD -> "Fix my record";
            case SEQUENCE -> "Answer for the sequence";
            case REMOVAL -> "Confirm that it’s out";
            case AUDIT, AUDIT_VISIT -> "Open the audit";
        };
    }

    String text() {
        TextPart text = new TextPart().paragraph(WHAT + ".").paragraph(WHY);
        if (outlet != null && headline != null) {
            text.paragraph(outlet, headline);
        }
        return text.paragraph(button + ": " + url)
                .paragraph("Expires: " + until)
                .paragraph(NOT_ASKED)
                .toString();
    }
}
