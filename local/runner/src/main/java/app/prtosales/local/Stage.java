package app.prtosales.local;

import app.prtosales.local.edges.Mail;
import java.time.Instant;
import java.util.List;

/// Where the main job is played: a product, its clock, and the mails that it sent.
interface Stage {

    /// Asks the product as a person with these roles would.
    Person as(String email, String... roles);

    /// The product's time.
    Instant now();

    /// Does what is due, and waits until nothing is under way.
    void settle() throws InterruptedException;

    /// Moves the product's clock, and does on the way all that is due.
    void moveTo(Instant instant) throws InterruptedException;

    /// The mails that were sent, with this in their subject.
    List<Mail> mails(String subject);
}
