package app.prtosales.delivery;

import java.time.Duration;

/// The sending limits that the mail system reported at an instant.
///
/// @param perSecond emails per second, for all senders together
/// @param per24h emails in any 24 hours
/// @param sent24h emails sent in the previous 24 hours
public record SendingAccount(double perSecond, double per24h, double sent24h) {

    /// How many emails the quota still allows right now.
    public long left() {
        return Math.max(0, (long) (per24h - sent24h));
    }

    /// How long this number of emails takes at this rate.
    public Duration timeFor(int mails) {
        return Duration.ofMillis((long) Math.ceil(mails * 1_000 / perSecond));
    }
}
