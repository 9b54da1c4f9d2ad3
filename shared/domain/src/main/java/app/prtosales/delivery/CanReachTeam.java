package app.prtosales.delivery;

import app.prtosales.placement.Placement;
import app.prtosales.text.Plural;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Checks whether the mail system's quota and rate are large enough to reach the full team by the
/// deadline.
public final class CanReachTeam {

    private CanReachTeam() {}

    /// The problem in words; empty if there is none. Not checked for a placement whose deadline has
    /// passed or that is not sent at all.
    ///
    /// @param team how many reps have to be reached
    public static Optional<String> problem(
            Placement placement, int team, SendingAccount account, Instant now) {
        Instant published = placement.publication().at();
        Instant start = published.isAfter(now) ? published : now;
        Duration window = Duration.between(start, placement.publication().deadline());
        if (placement.backfill() || !window.isPositive()) {
            return Optional.empty();
        }
        long left = published.isAfter(now) ? (long) account.per24h() : account.left();
        if (left < team) {
            return Optional.of(
                    "Amazon SES lets you send %s right now (%.0f per 24 hours, %.0f used), and %s %s this one by the deadline. The rest have to wait, maybe past the deadline, unless ops gets a larger quota from AWS"
                            .formatted(
                                    Plural.count(left, "more email"),
                                    account.per24h(),
                                    account.sent24h(),
                                    Plural.count(team, "rep"),
                                    Plural.of(team, "needs", "need")));
        }
        Duration needed = account.timeFor(team);
        if (needed.compareTo(window) > 0) {
            return Optional.of(
                    "Amazon SES lets you send %.1f emails a second, so %s %s %s, and the deadline is %s away"
                            .formatted(
                                    account.perSecond(),
                                    Plural.count(team, "rep"),
                                    Plural.of(team, "takes", "take"),
                                    minutes(needed),
                                    minutes(window)));
        }
        return Optional.empty();
    }

    private static String minutes(Duration time) {
        return time.toMinutes() < 1 ? "under a minute" : time.toMinutes() + " min";
    }
}
