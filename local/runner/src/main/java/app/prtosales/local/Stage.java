package app.prtosales.local;

import app.prtosales.local.edges.Mail;
import java.time.Instant;
import java.util.List;

/// Where the main job runs: a product, its clock, and the emails that it sent.
interface Stage {

    /// A user with these roles, signed in for seven days.
    Person as(String email, String... roles);

    /// The product's time.
    Instant now();

    /// Does what is due, and waits until no task is running.
    void settle() throws InterruptedException;

    /// Moves the product's clock, and does what falls due on the way.
    void moveTo(Instant instant) throws InterruptedException;

    /// The sent emails with this text in their subject.
    List<Mail> mails(String subject);
}
