package app.prtosales.notice;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
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
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Warns someone who can act that some reps have not been reached, while there is still time
/// (R1.9). Each step warns once; there are no more warnings once everyone is reached, or once the
/// placement is withdrawn or retracted. After the deadline, the only warnings are those that could
/// not be sent before it, and only if none was.
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
                placements
                        .find(id)
                        .filter(placement -> placement.isPublicAt(now) && !placement.backfill());
        if (found.isEmpty()) {
            return;
        }
        Placement placement = found.get();
        Instant dispatched = placement.dispatchedAt();
        if (dispatched != null && now.isBefore(dispatched.plus(SETTLES_IN))) {
            queue.errand(new Errand.Warn(id), Duration.between(now, dispatched.plus(SETTLES_IN)));
            return;
        }
        List<Delivery> rows = ledger.about(id.value());
        List<Duration> due = due(placement, rows, now);
        if (due.isEmpty()) {
            return;
        }
        Roster roster = directory.roster();
        HandleUndelivered.followFailed(rows, queue);
        Reached reached = JudgePlacement.reached(placement, pings(rows), roster, now);
        if (reached.count() < reached.of()) {
            due.stream()
                    .flatMap(step -> warn(placement, step, reached, roster, now).stream())
                    .min(Comparator.naturalOrder())
                    .ifPresent(after -> queue.errand(new Errand.Warn(id), after));
        }
    }

    /// The steps to warn about now.
    ///
    /// @param rows what the ledger has about the placement
    private List<Duration> due(Placement placement, List<Delivery> rows, Instant now) {
        WarningSteps steps = new WarningSteps(directory.agreement());
        return isWarnedAbout(placement, now)
                ? steps.latestDue(placement, now).stream().toList()
                : late(placement, rows, steps);
    }

    /// After the deadline: the last warning to each person, if none could be sent before.
    private static List<Duration> late(
            Placement placement, List<Delivery> rows, WarningSteps steps) {
        if (rows.stream().anyMatch(row -> isWarnedInTime(placement, row))) {
            return List.of();
        }
        Map<DeliveryId, Delivery> tried =
                rows.stream().collect(Collectors.toMap(Delivery::id, Function.identity()));
        Map<String, Duration> last = new LinkedHashMap<>();
        for (Duration step : steps.all()) {
            if (tried.containsKey(id(placement, step))) {
                steps.recipient(step).ifPresent(to -> last.put(to, step));
            }
        }
        return last.values().stream()
                .filter(step ->
                        Objects.requireNonNull(tried.get(id(placement, step))).state().isOpen())
                .toList();
    }

    /// Whether the row is a warning about this deadline, from a current or former step, that its
    /// recipient got before the deadline.
    private static boolean isWarnedInTime(Placement placement, Delivery row) {
        Instant deadline = placement.publication().deadline();
        return row.id().kind() == MailKind.WARNING
                && row.id().recipient().endsWith("." + deadline.getEpochSecond())
                && row.isSentAndNotBounced()
                && row.acceptedAt() != null
                && row.acceptedAt().isBefore(deadline);
    }

    /// Sets the next warning of every placement within its 24 hours to the agreement's current
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

    /// @return how long to wait before checking again; empty if nothing is open
    private Optional<Duration> warn(
            Placement placement, Duration step, Reached reached, Roster roster, Instant now) {
        Agreement agreement = directory.agreement();
        Optional<String> to = new WarningSteps(agreement).recipient(step);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        DeliveryId id = id(placement, step);
        return sendOne.planAndSend(
                        id,
                        () ->
                                mails.write(
                                        new MailRequest.Warning(
                                                id, placement, reached, roster, agreement, to.get(),
                                                now)))
                .lookAgainAfter();
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
