package app.prtosales.tick;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.notice.HandleUndelivered;
import app.prtosales.ping.Dispatch;
import app.prtosales.ping.JudgePlacement;
import app.prtosales.ping.PlanPings;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.Announcements.NotAnnounced;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tick: does whatever is due. It is the guarantee behind every event that may be lost, so each
/// step may run twice, and each looks at the table and not at what was told.
public final class CheckDeadlines {

    /// A dispatch that was started is looked at again after this long.
    private static final Duration DISPATCH_AGAIN = Duration.ofMinutes(1);

    /// What is planned at dispatch.
    private static final List<Mailing> PINGS = List.of(Mailing.DISTRIBUTOR_PINGS, Mailing.PINGS);

    private static final int AT_ONCE = 100;
    private static final int WRITES_AT_ONCE = 16;

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final PingQueue queue;
    private final Announcements announcements;
    private final JudgePlacement judge;
    private final InstantSource clock;

    public CheckDeadlines(
            Placements placements,
            Ledger ledger,
            Directory directory,
            PingQueue queue,
            Announcements announcements,
            JudgePlacement judge,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.announcements = announcements;
        this.judge = judge;
        this.clock = clock;
    }

    /// What a tick did.
    public record Outcome(int started, int sendsChecked, int judged, int followedUp) {

        Outcome plus(Outcome other) {
            return new Outcome(
                    started + other.started,
                    sendsChecked + other.sendsChecked,
                    judged + other.judged,
                    followedUp + other.followedUp);
        }
    }

    private static final Outcome NOTHING = new Outcome(0, 0, 0, 0);

    public Outcome tick() {
        Instant now = clock.instant();
        Outcome done = NOTHING;
        Set<PlacementId> seen = new HashSet<>();
        List<PlacementId> due = placements.due(now, AT_ONCE);
        while (seen.addAll(due)) {
            List<Placement> found = placements.all(due);
            Set<PlacementId> read = found.stream().map(Placement::id).collect(Collectors.toSet());
            due.stream().filter(id -> !read.contains(id)).forEach(placements::putAside);
            Shared shared = shared(found, now);
            for (Placement placement : found) {
                done = done.plus(check(placement, shared, now));
            }
            due = due.size() < AT_ONCE ? List.of() : placements.due(now, AT_ONCE);
        }
        return done;
    }

    /// What all that is due in a tick has in common.
    private record Shared(Directory lists, Dispatch dispatch, JudgePlacement judge) {}

    /// The lists are read once for all that is due: the agreement, and the roster where somebody is
    /// counted.
    private Shared shared(List<Placement> due, Instant now) {
        boolean judged = due.stream().anyMatch(p -> p.isDue(Timer.VERDICT, now));
        boolean counted = judged || due.stream().anyMatch(p -> p.isDue(Timer.SENDS, now));
        Directory lists =
                directory.with(
                        counted
                                ? Set.of(ListName.AGREEMENT, ListName.REPS)
                                : Set.of(ListName.AGREEMENT));
        return new Shared(
                lists, new Dispatch(placements, lists), judged ? judge.with(lists) : judge);
    }

    /// Each step works on what the one before it left; who loses a race leaves the rest to the next
    /// tick, a minute later.
    private Outcome check(Placement due, Shared shared, Instant now) {
        Dispatch dispatch = shared.dispatch();
        PlacementId id = due.id();
        Optional<Placement> placement = Optional.of(due);
        Outcome done = NOTHING;
        if (placement.filter(p -> p.isDue(Timer.DISPATCH, now)).isPresent()) {
            placement = startAgain(placement.get(), dispatch, now);
            done = done.plus(new Outcome(1, 0, 0, 0));
        }
        if (placement.filter(p -> p.isDue(Timer.SENDS, now)).isPresent()) {
            placement = checkSends(placement.get(), shared.lists(), now);
            done = done.plus(new Outcome(0, 1, 0, 0));
        }
        if (placement.filter(p -> p.isDue(Timer.WARNING, now)).isPresent()) {
            placement = warn(placement.get(), dispatch, now);
        }
        if (placement.filter(p -> p.isDue(Timer.VERDICT, now)).isPresent()) {
            // Told first: a verdict that is void without an alarm would look like any other.
            if (Dispatch.isNobodyLeft(shared.lists().roster(), placement.get())) {
                queue.errand(new Errand.NobodyLeft(id), Duration.ZERO);
            }
            placement =
                    placement.flatMap(p -> dispatch.freeze(p, now)).flatMap(shared.judge()::judge);
            done = done.plus(new Outcome(0, 0, placement.isPresent() ? 1 : 0, 0));
        }
        if (placement.filter(p -> p.isDue(Timer.FOLLOW_UP, now)).isPresent()) {
            placement = placement.flatMap(p -> followUp(p, now));
            done = done.plus(new Outcome(0, 0, 0, placement.isPresent() ? 1 : 0));
        }
        if (placement.filter(p -> p.isDue(Timer.SEQUENCES, now)).isPresent()) {
            placement =
                    waiting(
                            placement.get(),
                            placement.get().askingOwnersAt(now.plus(DISPATCH_AGAIN)),
                            () -> queue.errand(new Errand.AskOwners(id), Duration.ZERO));
        }
        if (placement.filter(p -> p.isDue(Timer.KIT_REMINDER, now)).isPresent()) {
            placement =
                    waiting(
                            placement.get(),
                            placement.get().remindingOfKitAt(now.plus(DISPATCH_AGAIN)),
                            () -> queue.errand(new Errand.RemindOfKit(id), Duration.ZERO));
        }
        if (placement.filter(p -> p.isDue(Timer.STILL_TRUE, now)).isPresent()) {
            placement =
                    followed(
                            placement.get(),
                            placement.get().askingStillTrue(now),
                            now,
                            "asked: still true?");
        }
        if (placement.filter(p -> p.isDue(Timer.EXPIRY, now)).isPresent()) {
            followed(placement.get(), placement.get().expired(now), now, "it expired");
        }
        return done;
    }

    /// The mails that this causes are looked after like those of a change.
    private Optional<Placement> followed(
            Placement before, Placement after, Instant now, String what) {
        HistoryEntry entry =
                new HistoryEntry(after.id().value(), now, HistoryEntry.SYSTEM, what, null);
        Optional<Placement> kept = kept(before, after, List.of(entry));
        kept.ifPresent(placement -> queue.followUp(placement.id()));
        return kept;
    }

    /// Queues what a timer asks for. The timer first: whoever works the queue moves it on, and
    /// would lose against us if we moved it only then. It is due again soon, so what is lost is
    /// queued again.
    private Optional<Placement> waiting(Placement before, Placement after, Runnable queued) {
        Optional<Placement> kept = kept(before, after, List.of());
        kept.ifPresent(placement -> queued.run());
        return kept;
    }

    /// Empty where somebody else has changed it meanwhile.
    private Optional<Placement> kept(
            Placement before, Placement after, List<HistoryEntry> entries) {
        return placements.replace(before, after, entries) ? Optional.of(after) : Optional.empty();
    }

    /// Whoever works the queue sees to the mails, and takes the timer off when they are out.
    private Optional<Placement> followUp(Placement placement, Instant now) {
        return waiting(
                placement,
                placement.followingUpAt(now.plus(DISPATCH_AGAIN)),
                () -> queue.followUp(placement.id()));
    }

    private Optional<Placement> startAgain(Placement placement, Dispatch dispatch, Instant now) {
        if (placement.publication().at().isAfter(placement.acceptedAt())) {
            announce(placement);
        }
        return waiting(
                placement,
                placement.dispatchingAgainAt(
                        now.plus(DISPATCH_AGAIN), warningAt(placement, dispatch, now)),
                () -> queue.plan(placement.id()));
    }

    /// The queue is told as well, so a lost event delays nothing.
    private void announce(Placement placement) {
        try {
            announcements.accepted(placement);
        } catch (NotAnnounced theQueueIsToldAsWell) {
            return;
        }
    }

    private @Nullable Instant warningAt(Placement placement, Dispatch dispatch, Instant now) {
        Instant due = placement.timers().get(Timer.WARNING);
        return due == null ? dispatch.nextWarning(placement, now) : due;
    }

    /// The queue is told first: what it is told twice happens once, and what it is never told of
    /// would not happen.
    private Optional<Placement> warn(Placement placement, Dispatch dispatch, Instant now) {
        queue.errand(new Errand.Warn(placement.id()), Duration.ZERO);
        Placement after = placement.warningAt(dispatch.nextWarning(placement, now));
        return kept(placement, after, List.of());
    }

    /// Whatever is stuck is started again: rows that are missing, sends that nobody is at any more,
    /// and lost answers whose grace period is over.
    private Optional<Placement> checkSends(Placement placement, Directory lists, Instant now) {
        List<RepId> team = Dispatch.team(lists.roster(), placement);
        List<Delivery> rows = ledger.about(placement.id().value());
        HandleUndelivered.followFailed(rows, queue);
        List<Delivery> pings = rows.stream().filter(CheckDeadlines::isSentByItself).toList();
        boolean planned =
                placement.status().isOver()
                        || isPlanned(placement, team, pings)
                                && rows.stream().noneMatch(CheckDeadlines::isOpenAside);
        if (!planned) {
            queue.plan(placement.id());
        }
        List<Delivery> open =
                Concurrently.map(
                                pings.stream().filter(p -> p.state().isOpen()).toList(),
                                WRITES_AT_ONCE,
                                row -> ledger.settle(row, now))
                        .stream()
                        .filter(row -> row.state().isOpen())
                        .toList();
        Set<Mailing> mailings =
                open.stream()
                        .flatMap(row -> mailing(row).stream())
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        for (Mailing mailing : mailings) {
            List<RepId> waiting =
                    open.stream()
                            .filter(row -> mailing(row).filter(mailing::equals).isPresent())
                            .filter(row -> row.state() == DeliveryState.PLANNED)
                            .map(row -> row.id().rep())
                            .toList();
            queue.send(placement.id(), mailing, PlanPings.chunks(waiting), Duration.ZERO);
        }
        boolean done = open.isEmpty() && planned;
        Placement after =
                done
                        ? placement.distributed()
                        : placement.checkingSendsAt(Dispatch.sendsEndAt(now, open.size()));
        return kept(placement, after, List.of());
    }

    /// A mail that goes out with the planning, and is not out yet: planning once more sees to it.
    private static boolean isOpenAside(Delivery row) {
        MailKind kind = row.id().kind();
        return row.state().isOpen()
                && (kind == MailKind.SEQUENCE_TASK || kind == MailKind.NO_ACTIVE_REP);
    }

    private static boolean isPlanned(Placement placement, List<RepId> team, List<Delivery> pings) {
        if (team.isEmpty()) {
            return placement.judgement() != null;
        }
        return pings.stream()
                .filter(row -> mailing(row).filter(Mailing.PINGS::equals).isPresent())
                .map(row -> row.id().rep())
                .collect(Collectors.toSet())
                .containsAll(team);
    }

    /// Planned at dispatch, or since for an address that was corrected.
    private static boolean isSentByItself(Delivery row) {
        return mailing(row)
                .filter(each -> PINGS.contains(each) || each.isToCorrectedAddress())
                .isPresent();
    }

    private static Optional<Mailing> mailing(Delivery row) {
        return Mailing.of(row.id());
    }
}
