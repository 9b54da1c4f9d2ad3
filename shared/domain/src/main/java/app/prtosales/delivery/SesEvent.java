package app.prtosales.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What SES reports of a mail it has, at the instant when it happened there.
///
/// @see <a
///   href="https://docs.aws.amazon.com/ses/latest/dg/monitor-using-event-publishing.html">SES:
///   event publishing</a>
public sealed interface SesEvent {

    /// The message id that SES gave the mail.
    String sesId();

    Instant at();

    /// SES took it. SES counts this even where it then drops the mail.
    record Sent(String sesId, Instant at) implements SesEvent {}

    /// The recipient's mail server took it.
    record Delivered(String sesId, Instant at) implements SesEvent {}

    /// @param permanent a *Permanent* bounce; every other kind takes nothing back
    /// @param mailbox the id of the address that bounced; null where SES does not say
    record Bounced(
            String sesId, Instant at, boolean permanent, String reason, @Nullable String mailbox)
            implements SesEvent {}

    record Complained(String sesId, Instant at) implements SesEvent {}

    record Delayed(String sesId, Instant at) implements SesEvent {}

    /// SES took it and then refused to send it.
    record Rejected(String sesId, Instant at, String reason) implements SesEvent {}
}
