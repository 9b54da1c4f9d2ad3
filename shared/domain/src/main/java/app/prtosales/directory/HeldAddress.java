package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.id.RepId;

/// A rep's address that gets no email, because it bounces or its owner marked an email as spam
/// (R1.12).
///
/// @param column the roster's column with the address: `email` or `secondEmail`
public record HeldAddress(RepId rep, String column, Mailbox mailbox) {

    /// For the roster: `email bounced 2026-06-24T13:00:05Z: mailbox does not exist`.
    String words() {
        return "%s %s".formatted(column, mailbox.health());
    }
}
