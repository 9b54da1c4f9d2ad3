package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.id.RepId;

/// A rep's address that gets no mail, because it bounces or its owner marked a mail as spam
/// (R1.12).
///
/// @param column the roster's column with the address: `email` or `secondEmail`
public record HeldAddress(RepId rep, String column, Mailbox mailbox) {

    /// For the roster: `email bounced 2026-06-24T13:00:05Z: mailbox does not exist`.
    String words() {
        return "%s %s".formatted(column, mailbox.health());
    }
}
