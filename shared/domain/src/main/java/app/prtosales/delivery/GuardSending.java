package app.prtosales.delivery;

import app.prtosales.history.Person;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// Stops all mails to reps when too many came back, before SES does it for the whole account, or
/// when somebody says so, and lets them go on when somebody says that.
public final class GuardSending {

    private static final Duration WATCHED = Duration.ofDays(7);
    private static final int TRIES = 5;

    private final Sendings sendings;
    private final InstantSource clock;

    public GuardSending(Sendings sendings, InstantSource clock) {
        this.sendings = sendings;
        this.clock = clock;
    }

    /// How sending stands.
    ///
    /// @param stops every stop there was, earliest first
    /// @param tally of 7 days, or since somebody let it go on after too many had come back
    public record Standing(List<Stop> stops, Instant since, Tally tally) {

        public Standing {
            stops = List.copyOf(stops);
        }

        /// The stop that is in force.
        public Optional<Stop> stop() {
            return inForce(stops);
        }
    }

    public Standing standing() {
        List<Stop> stops = sendings.stops();
        Instant since = since(stops);
        return new Standing(stops, since, sendings.since(since));
    }

    /// The stop that is in force.
    public Optional<Stop> stop() {
        return inForce(sendings.stops());
    }

    /// What came back before enough were out to conclude something counts once they are.
    ///
    /// @param chunk names the mails that were sent together
    /// @return the stop that is in force now; without one that came back there is none
    public Optional<Stop> sent(String chunk, int mails) {
        if (mails == 0) {
            return Optional.empty();
        }
        sendings.sent(clock.instant(), chunk, mails);
        return sendings.cameBackSince(clock.instant().minus(WATCHED)) ? check() : Optional.empty();
    }

    /// @return the stop that is in force now: a new one when this was too much
    public Optional<Stop> bounced(DeliveryId mail, Instant at) {
        sendings.bounced(mail, at);
        return check();
    }

    /// @return the stop that is in force now: a new one when this was too much
    public Optional<Stop> complained(DeliveryId mail, Instant at) {
        sendings.complained(mail, at);
        return check();
    }

    private Optional<Stop> check() {
        List<Stop> stops = sendings.stops();
        Optional<Stop> before = inForce(stops);
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

    /// Stops them by hand. While they are stopped already, nothing changes.
    ///
    /// @return the stop that is in force then
    public Stop stop(String why, Person by) {
        for (int i = 0; i < TRIES; i++) {
            List<Stop> stops = sendings.stops();
            Optional<Stop> before = inForce(stops);
            if (before.isPresent()) {
                return before.get();
            }
            Stop stop = Stop.begun(stops.size() + 1, clock.instant(), by.id(), why);
            if (sendings.begin(stop)) {
                return stop;
            }
        }
        throw new IllegalStateException("sending keeps being stopped and let go on");
    }

    /// Lets mails go out again. After too many came back, what came back before no longer counts;
    /// after a stop by hand it does.
    ///
    /// @return false when nothing was stopped
    public boolean goOn(String why, Person by) {
        Optional<Stop> stop = stop();
        return stop.isPresent() && sendings.end(stop.get().ended(clock.instant(), by.id(), why));
    }

    private static Optional<Stop> inForce(List<Stop> stops) {
        return stops.stream().filter(Stop::isInForce).findFirst();
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
