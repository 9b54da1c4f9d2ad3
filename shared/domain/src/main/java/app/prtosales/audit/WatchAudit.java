package app.prtosales.audit;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.PingQueue;
import app.prtosales.schedule.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Checks that the weekly email went out (R4.7). It is called by the tick, which is independent of
/// the audit.
public final class WatchAudit {

    private static final Duration LATE = Duration.ofMinutes(30);

    /// After a day, the alarm `AuditOverdue` goes off, and another email would add nothing.
    private static final Duration WATCHED = Duration.ofHours(24);

    /// The tick runs every minute; checking every ten minutes is enough.
    private final Rounds rounds = Rounds.every(Duration.ofMinutes(10));

    private final Directory directory;
    private final Ledger ledger;
    private final PingQueue queue;
    private final InstantSource clock;

    public WatchAudit(Directory directory, Ledger ledger, PingQueue queue, InstantSource clock) {
        this.directory = directory;
        this.ledger = ledger;
        this.queue = queue;
        this.clock = clock;
    }

    /// Has ops notified if the email is late. The request is repeated until the weekly email is
    /// out, but ops gets only one email about it.
    public void tick() {
        Instant now = clock.instant();
        if (!rounds.isDue(now)) {
            return;
        }
        if (late(directory.agreement()).isPresent()) {
            queue.errand(new Errand.AuditLate(), Duration.ZERO);
        }
        rounds.done(now);
    }

    /// The week whose email is late: half an hour after the audit run that should have sent it, it
    /// has not gone out to at least one leader. Empty if no week is late.
    Optional<AuditWeek> late(Agreement agreement) {
        AuditWeek week = RunWeeklyAudit.latestDue(agreement, clock.instant());
        Instant due = RunWeeklyAudit.mailedAt(week, agreement);
        return isWatched(firstRun(due), due)
                        && RunWeeklyAudit.isMailed(week, agreement)
                        && agreement.leadership().stream()
                                .anyMatch(address ->
                                        row(week, address).filter(WatchAudit::isOut).isEmpty())
                ? Optional.of(week)
                : begun(week.next(), agreement);
    }

    /// The week after the one that is due, if its email was begun before the agreement moved it to
    /// a later day, and is late.
    private Optional<AuditWeek> begun(AuditWeek week, Agreement agreement) {
        return agreement.leadership().stream()
                        .flatMap(address -> row(week, address).stream())
                        .anyMatch(row -> !isOut(row) && isWatched(row.plannedAt(), row.plannedAt()))
                ? Optional.of(week)
                : Optional.empty();
    }

    private boolean isWatched(Instant firstRun, Instant due) {
        Instant now = clock.instant();
        return !now.isBefore(firstRun.plus(LATE)) && now.isBefore(due.plus(WATCHED));
    }

    /// The audit runs on the hour in UTC, which in some zones is not on the hour.
    private static Instant firstRun(Instant due) {
        Instant hour = due.truncatedTo(ChronoUnit.HOURS);
        return hour.isBefore(due) ? hour.plus(1, ChronoUnit.HOURS) : due;
    }

    private Optional<Delivery> row(AuditWeek week, String address) {
        return ledger.find(RunWeeklyAudit.mailId(week, address));
    }

    private static boolean isOut(Delivery row) {
        return row.sending() == Delivery.Sending.ACCEPTED;
    }
}
