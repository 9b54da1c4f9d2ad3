package app.prtosales.delivery;

import java.time.Duration;

/// What the mail system lets us send, as it said at an instant.
///
/// @param perSecond mails a second, by all senders together
/// @param per24h mails in any 24 hours
/// @param sent24h how many of these were sent in the 24 hours before
public record SendingAccount(double perSecond, double per24h, double sent24h) {

    /// How many mails the quota still allows now.
    public long left() {
        return Math.max(0, (long) (per24h - sent24h));
    }

    /// How long that many mails take at this rate.
    public Duration timeFor(int mails) {
        return Duration.ofMillis((long) Math.ceil(mails * 1_000 / perSecond));
    }
}
