package app.prtosales.mailing;

import app.prtosales.delivery.OutgoingMail;

/// Writes mails: subject, HTML and text.
@FunctionalInterface
public interface MailWriter {

    OutgoingMail write(MailRequest request);
}
