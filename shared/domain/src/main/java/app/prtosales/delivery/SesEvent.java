package app.prtosales.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An event that SES reports about an email, with the time at which it happened.
///
/// @see <a
///   href="https://docs.aws.amazon.com/ses/latest/dg/monitor-using-event-publishing.html">SES:
///   event publishing</a>
public sealed interface SesEvent {

    /// The message id that SES assigned.
    String sesId();

    Instant at();

    /// SES accepted it. SES reports this even if it then drops the email.
    record Sent(String sesId, Instant at) implements SesEvent {}

    /// The recipient's mail server accepted it.
    record Delivered(String sesId, Instant at) implements SesEvent {}

    /// It bounced.
    ///
    /// @param permanent true for a *Permanent* bounce, which means that the address accepts no
    ///   mail; for all other kinds, SES has stopped trying, or this is an automatic reply such as
    ///   an out-of-office notice
    /// @param reason in words
    /// @param mailbox the id of the address that bounced; null if SES does not say
    record Bounced(
            String sesId, Instant at, boolean permanent, String reason, @Nullable String mailbox)
            implements SesEvent {}

    /// SES accepted it but did not send it, because the address is on SES's suppression list after
    /// a bounce or complaint of anyone's mail. SES counts it as neither a bounce nor a complaint.
    ///
    /// @param mailbox the id of the address; null if SES does not say
    record Suppressed(String sesId, Instant at, String reason, @Nullable String mailbox)
            implements SesEvent {}

    /// The recipient got it and marked it as spam.
    ///
    /// @param mailbox the id of the address; null if SES does not say
    record Complained(String sesId, Instant at, @Nullable String mailbox) implements SesEvent {}

    record Delayed(String sesId, Instant at) implements SesEvent {}

    /// SES accepted it and then refused to send it.
    record Rejected(String sesId, Instant at, String reason) implements SesEvent {}
}
