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

    /// It came back.
    ///
    /// @param permanent a *Permanent* bounce: the address takes no mail. Of every other kind SES
    ///   has stopped trying, or it is an answer such as an out-of-office notice
    /// @param reason in words
    /// @param mailbox the id of the address that bounced; null where SES does not say
    record Bounced(
            String sesId, Instant at, boolean permanent, String reason, @Nullable String mailbox)
            implements SesEvent {}

    /// SES took it and did not send it: the address is on its list, for a bounce or a complaint of
    /// anybody's mail. SES counts it neither as a bounce nor as a complaint.
    ///
    /// @param mailbox the id of the address; null where SES does not say
    record Suppressed(String sesId, Instant at, String reason, @Nullable String mailbox)
            implements SesEvent {}

    /// The recipient got it and called it spam.
    ///
    /// @param mailbox the id of the address; null where SES does not say
    record Complained(String sesId, Instant at, @Nullable String mailbox) implements SesEvent {}

    record Delayed(String sesId, Instant at) implements SesEvent {}

    /// SES took it and then refused to send it.
    record Rejected(String sesId, Instant at, String reason) implements SesEvent {}
}
