package app.prtosales.delivery;

import app.prtosales.history.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Stops all emails to reps if too many came back, before SES does so for the whole account, or if
/// someone asks for it; resumes sending when someone asks for that.
public final class GuardSending {

    private static final Duration WATCHED = Duration.ofDays(7);
    private static final int TRIES = 5;

    private final Sendings sendings;
    private final InstantSource clock;

    public GuardSending(Sendings sendings, InstantSource clock) {
        this.sendings = sendings;
        this.clock = clock;
    }

    /// The current status of sending.
    ///
    /// @param stops all stops so far, earliest first
    /// @param tally the counts of the last 7 days or, after a stop for too many bounces or
    ///   complaints, since sending was resumed
    public record Standing(List<Stop> stops, Instant since, Tally tally) {

        public Standing {
            stops = List.copyOf(stops);
        }

        /// The current stop.
        public Optional<Stop> stop() {
            return current(stops);
        }
    }

    public Standing standing() {
        List<Stop> stops = sendings.stops();
        Instant since = since(stops);
        return new Standing(stops, since, sendings.since(since));
    }

    /// The current stop.
    public Optional<Stop> stop() {
        return current(sendings.stops());
    }

    /// Records emails that were sent, and checks again: emails that came back before enough had
    /// been sent to judge are counted once enough have been.
    ///
    /// @param chunk identifies the emails that were sent together
    /// @return the current stop; always empty if no email came back in the last 7 days
    public Optional<Stop> sent(String chunk, int mails) {
        if (mails == 0) {
            return Optional.empty();
        }
        sendings.sent(clock.instant(), chunk, mails);
        return sendings.cameBackSince(clock.instant().minus(WATCHED)) ? check() : Optional.empty();
    }

    /// @return the current stop, which is a new one if this was too much
    public Optional<Stop> bounced(DeliveryId mail, Instant at) {
        sendings.bounced(mail, at);
        return check();
    }

    /// @return the current stop, which is a new one if this was too much
    public Optional<Stop> complained(DeliveryId mail, Instant at) {
        sendings.complained(mail, at);
        return check();
    }

    private Optional<Stop> check() {
        List<Stop> stops = sendings.stops();
        Optional<Stop> before = current(stops);
        if (before.isPresent()) {
            return before;
        }
        Optional<String> problem = sendings.since(since(stops)).problem();
        if (problem.isEmpty()) {
            return Optional.empty();
        }
        Stop stop = Stop.begun(stops.size() + 1, clock.instant(), null, problem.get());
        sendings.begin(stop);
        return stop();
    }

    /// Stops sending by hand. If sending is already stopped, nothing changes.
    ///
    /// @return the current stop
    public Stop stop(String why, Person by) {
        for (int i = 0; i < TRIES; i++) {
            List<Stop> stops = sendings.stops();
            Optional<Stop> before = current(stops);
            if (before.isPresent()) {
                return before.get();
            }
            Stop stop = Stop.begun(stops.size() + 1, clock.instant(), by.id(), why);
            if (sendings.begin(stop)) {
                return stop;
            }
        }
        throw new IllegalStateException("sending keeps being stopped and resumed");
    }

    /// Resumes sending. After a stop for too many bounces or complaints, earlier ones no longer
    /// count; after a stop by hand, they still do.
    ///
    /// @return false if sending was not stopped
    public boolean resume(String why, Person by) {
        Optional<Stop> stop = stop();
        return stop.isPresent() && sendings.end(stop.get().ended(clock.instant(), by.id(), why));
    }

    private static Optional<Stop> current(List<Stop> stops) {
        return stops.stream().filter(Stop::isCurrent).findFirst();
    }

    private Instant since(List<Stop> stops) {
        Instant week = clock.instant().minus(WATCHED);
        return stops.stream()
                .filter(stop -> !stop.isByHand())
                .flatMap(stop -> Optional.ofNullable(stop.endedAt()).stream())
                .filter(ended -> ended.isAfter(week))
                .max(Instant::compareTo)
                .orElse(week);
    }
}
