package app.prtosales.delivery;

import app.prtosales.text.Plural;
import java.util.Locale;
import java.util.Optional;

/// How many emails went to reps, and how many came back.
///
/// @param bounced bounced permanently
/// @param complained marked as spam
public record Tally(long sent, long bounced, long complained) {

    /// With fewer emails, a rate says nothing: with ten, a single bad address would be 10%.
    static final long FEWEST = 200;

    /// The share of bounces at which sending stops. SES reviews an account at 5%, and may pause it
    /// at 10% (AWS, "Amazon SES enforcement FAQs").
    static final double MAXIMUM_BOUNCE_RATE = 0.04;

    /// The share of complaints at which sending stops. SES reviews an account at 0.1%, and may
    /// pause it at 0.5%.
    static final double MAXIMUM_COMPLAINT_RATE = 0.0008;

    static final String MARKED_AS_SPAM = "marked as spam";

    /// Why sending has to stop; empty if all is well.
    Optional<String> problem() {
        if (sent < FEWEST) {
            return Optional.empty();
        }
        if (bounced >= MAXIMUM_BOUNCE_RATE * sent) {
            return Optional.of(words(bounced, "bounced", "4%"));
        }
        return complained >= MAXIMUM_COMPLAINT_RATE * sent
                ? Optional.of(
                        words(
                                complained,
                                Plural.of(complained, "was ", "were ") + MARKED_AS_SPAM,
                                "0.08%"))
                : Optional.empty();
    }

    private String words(long bad, String what, String limit) {
        return String.format(
                Locale.ROOT,
                "%d of %d emails in 7 days %s (%.2f%%; the limit is %s)",
                bad,
                sent,
                what,
                100.0 * bad / sent,
                limit);
    }
}
