package app.prtosales.notice;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.directory.Roster;
import app.prtosales.directory.WarningSteps;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
import app.prtosales.mailing.MailWriter;
import app.prtosales.mailing.PingQueue;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Warns someone who can act that some reps have not been reached, while there is still time
/// (R1.9). Each step warns once; there are no more warnings once everyone is reached, or once the
/// placement is withdrawn, retracted or judged.
public final class WarnBeforeDeadline {

    /// How long the pings have to arrive before anyone is warned.
    private static final Duration SETTLES_IN = Duration.ofMinutes(10);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final PingQueue queue;
    private final SendOne sendOne;
    private final MailWriter mails;
    private final InstantSource clock;

    public WarnBeforeDeadline(
            Placements placements,
            Ledger ledger,
            Directory directory,
            PingQueue queue,
            SendOne sendOne,
            MailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    public void warn(PlacementId id) {
        Instant now = clock.instant();
        Optional<Placement> found =
                placements.find(id).filter(placement -> isWarnedAbout(placement, now));
        if (found.isEmpty()) {
            return;
        }
        Placement placement = found.get();
        Instant dispatched = placement.dispatchedAt();
        if (dispatched != null && now.isBefore(dispatched.plus(SETTLES_IN))) {
            queue.errand(new Errand.Warn(id), Duration.between(now, dispatched.plus(SETTLES_IN)));
            return;
        }
        Roster roster = directory.roster();
        List<Delivery> rows = ledger.about(id.value());
        HandleUndelivered.followFailed(rows, queue);
        Reached reached = JudgePlacement.reached(placement, pings(rows), roster, now);
        if (reached.count() < reached.of()) {
            warn(placement, reached, roster, now);
        }
    }

    /// Sets the next warning of every placement within its 24 hours to the agreement's present
    /// steps. If another change of a placement wins, the next night's check sets it.
    public void followSteps() {
        Instant now = clock.instant();
        WarningSteps steps = new WarningSteps(directory.agreement());
        placements
                .withDeadlineIn(now.plusNanos(1), now.plus(Publication.WINDOW).plusNanos(1))
                .stream()
                .filter(placement -> isWarnedAbout(placement, now) && !isWarningDue(placement, now))
                .forEach(placement -> {
                    Instant next = steps.next(placement, now).orElse(null);
                    if (!Objects.equals(next, placement.timers().get(Timer.WARNING))) {
                        placements.replace(placement, placement.warningAt(next), List.of());
                    }
                });
    }

    /// Whether the dispatch or the tick is about to set the next warning.
    private static boolean isWarningDue(Placement placement, Instant now) {
        return placement.dispatchedAt() == null || placement.isDue(Timer.WARNING, now);
    }

    /// Whether the placement is public and its deadline is still ahead. A backfill has no deadline.
    private static boolean isWarnedAbout(Placement placement, Instant now) {
        return placement.isPublicAt(now)
                && !placement.backfill()
                && placement.judgment() == null
                && now.isBefore(placement.publication().deadline());
    }

    private void warn(Placement placement, Reached reached, Roster roster, Instant now) {
        Agreement agreement = directory.agreement();
        WarningSteps steps = new WarningSteps(agreement);
        Optional<Duration> step = steps.latestDue(placement, now);
        Optional<String> to = step.flatMap(steps::recipient);
        if (step.isEmpty() || to.isEmpty()) {
            return;
        }
        DeliveryId id = id(placement, step.get());
        Result result =
                sendOne.planAndSend(
                        id,
                        () ->
                                mails.write(
                                        new MailRequest.Warning(
                                                id, placement, reached, roster, agreement, to.get(),
                                                now)));
        result.lookAgainAfter()
                .ifPresent(after -> queue.errand(new Errand.Warn(placement.id()), after));
    }

    /// One id for each step and deadline: if the publication instant moved, the deadline is a new
    /// one.
    static DeliveryId id(Placement placement, Duration step) {
        return new DeliveryId(
                placement.id().value(),
                "%s.%d".formatted(step, placement.publication().deadline().getEpochSecond()),
                MailKind.WARNING);
    }

    private static List<Delivery> pings(List<Delivery> rows) {
        return rows.stream().filter(row -> row.id().kind().isPing()).toList();
    }
}
