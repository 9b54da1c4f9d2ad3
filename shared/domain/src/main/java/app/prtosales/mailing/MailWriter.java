package app.prtosales.mailing;

import app.prtosales.delivery.OutgoingMail;

/// Writes an email's subject, HTML and text.
@FunctionalInterface
public interface MailWriter {

    OutgoingMail write(MailRequest request);
}
