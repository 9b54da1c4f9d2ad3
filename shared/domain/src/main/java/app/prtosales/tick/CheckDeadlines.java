package app.prtosales.tick;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.MailRequest;
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
import app.prtosales.sequence.UnansweredTasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The tick: does whatever is due. It is the safety net for every event that may be lost, so every
/// step may run twice, and each step looks at the table rather than trusting events.
public final class CheckDeadlines {

    /// Work that was queued is queued again after this long unless it is done by then.
    private static final Duration QUEUE_AGAIN = Duration.ofMinutes(1);

    /// The mailings that are planned at dispatch.
    private static final List<Mailing> PINGS = List.of(Mailing.DISTRIBUTOR_PINGS, Mailing.PINGS);

    private static final int AT_ONCE = 100;
    private static final int WRITES_AT_ONCE = 16;

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final PingQueue queue;
    private final Announcements announcements;
    private final JudgePlacement judge;
    private final UnansweredTasks tasks;
    private final InstantSource clock;

    public CheckDeadlines(
            Placements placements,
            Ledger ledger,
            Directory directory,
            PingQueue queue,
            Announcements announcements,
            JudgePlacement judge,
            UnansweredTasks tasks,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.queue = queue;
        this.announcements = announcements;
        this.judge = judge;
        this.tasks = tasks;
        this.clock = clock;
    }

    /// The number of placements handled in a tick, by step.
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

    /// Shared by all placements that are due in a tick.
    private record Shared(Directory lists, Dispatch dispatch, JudgePlacement judge) {}

    /// Reads the lists once for everything that is due: the agreement, and the roster if any reps
    /// have to be counted.
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

    private Outcome check(Placement due, Shared shared, Instant now) {
        Dispatch dispatch = shared.dispatch();
        Steps steps = new Steps(due, now);
        steps.ifDue(Timer.DISPATCH, p -> startAgain(p, dispatch, now));
        steps.ifDue(Timer.SENDS, p -> checkSends(p, shared.lists(), now));
        steps.ifDue(Timer.WARNING, p -> warn(p, dispatch, now));
        steps.ifDue(Timer.VERDICT, p -> judge(p, shared, now));
        steps.ifDue(Timer.FOLLOW_UP, p -> followUp(p, now));
        steps.ifDue(Timer.SEQUENCES, p -> askOwners(p, now));
        steps.ifDue(Timer.KIT_REMINDER, p -> remindOfKit(p, now));
        steps.ifDue(
                Timer.STILL_TRUE,
                p -> replaceAndFollowUp(p, p.askingStillTrue(now), now, "asked: still true?"));
        steps.ifDue(Timer.EXPIRY, p -> replaceAndFollowUp(p, p.expired(now), now, "it expired"));
        return new Outcome(
                steps.begun(Timer.DISPATCH),
                steps.begun(Timer.SENDS),
                steps.done(Timer.VERDICT),
                steps.done(Timer.FOLLOW_UP));
    }

    /// The steps for one placement. Each works on the result of the one before. If another writer
    /// wins, the rest waits for the next tick, a minute later.
    private static final class Steps {

        private final Instant now;
        private final Set<Timer> begun = EnumSet.noneOf(Timer.class);
        private final Set<Timer> done = EnumSet.noneOf(Timer.class);
        private Optional<Placement> placement;

        Steps(Placement placement, Instant now) {
            this.placement = Optional.of(placement);
            this.now = now;
        }

        /// @param step returns the placement as it left it; empty if another writer won
        void ifDue(Timer timer, Function<Placement, Optional<Placement>> step) {
            Optional<Placement> due = placement.filter(p -> p.isDue(timer, now));
            if (due.isEmpty()) {
                return;
            }
            begun.add(timer);
            placement = step.apply(due.get());
            if (placement.isPresent()) {
                done.add(timer);
            }
        }

        int begun(Timer timer) {
            return begun.contains(timer) ? 1 : 0;
        }

        int done(Timer timer) {
            return done.contains(timer) ? 1 : 0;
        }
    }

    /// The alarm goes first: without it, a void verdict would look like any other.
    private Optional<Placement> judge(Placement placement, Shared shared, Instant now) {
        if (Dispatch.isNobodyLeft(shared.lists().roster(), placement)) {
            queue.errand(new Errand.NobodyLeft(placement.id()), Duration.ZERO);
        }
        return shared.dispatch().freeze(placement, now).flatMap(shared.judge()::judge);
    }

    private Optional<Placement> askOwners(Placement placement, Instant now) {
        return moveTimerThenQueue(
                placement,
                placement.askingOwnersAt(now.plus(QUEUE_AGAIN)),
                () -> queue.errand(new Errand.AskOwners(placement.id()), Duration.ZERO));
    }

    private Optional<Placement> remindOfKit(Placement placement, Instant now) {
        return moveTimerThenQueue(
                placement,
                placement.remindingOfKitAt(now.plus(QUEUE_AGAIN)),
                () -> queue.errand(new Errand.RemindOfKit(placement.id()), Duration.ZERO));
    }

    /// Stores the change and queues the follow-up that sends its emails.
    private Optional<Placement> replaceAndFollowUp(
            Placement before, Placement after, Instant now, String what) {
        HistoryEntry entry =
                new HistoryEntry(after.id().value(), now, HistoryEntry.SYSTEM, what, null);
        Optional<Placement> replaced = replaced(before, after, List.of(entry));
        replaced.ifPresent(placement -> queue.followUp(placement.id()));
        return replaced;
    }

    /// Moves the timer, then queues the work. The timer has to be first: the worker reschedules it,
    /// and would lose the race if we moved it afterward. The timer is due again soon, so work that
    /// gets lost is queued again.
    private Optional<Placement> moveTimerThenQueue(
            Placement before, Placement after, Runnable queued) {
        Optional<Placement> replaced = replaced(before, after, List.of());
        replaced.ifPresent(placement -> queued.run());
        return replaced;
    }

    /// Empty if someone else has changed the placement in the meantime.
    private Optional<Placement> replaced(
            Placement before, Placement after, List<HistoryEntry> entries) {
        return placements.replace(before, after, entries) ? Optional.of(after) : Optional.empty();
    }

    /// The worker sends the emails, and clears the timer once they are out.
    private Optional<Placement> followUp(Placement placement, Instant now) {
        return moveTimerThenQueue(
                placement,
                placement.followingUpAt(now.plus(QUEUE_AGAIN)),
                () -> queue.followUp(placement.id()));
    }

    private Optional<Placement> startAgain(Placement placement, Dispatch dispatch, Instant now) {
        if (placement.publication().at().isAfter(placement.acceptedAt())) {
            announce(placement);
        }
        return moveTimerThenQueue(
                placement,
                placement.dispatchingAgainAt(
                        now.plus(QUEUE_AGAIN), warningAt(placement, dispatch, now)),
                () -> queue.plan(placement.id()));
    }

    /// The queue also gets a message, so a lost event does not delay anything.
    private void announce(Placement placement) {
        try {
            announcements.accepted(placement);
        } catch (NotAnnounced queueGetsMessageToo) {
            return;
        }
    }

    private @Nullable Instant warningAt(Placement placement, Dispatch dispatch, Instant now) {
        Instant due = placement.timers().get(Timer.WARNING);
        return due == null ? dispatch.nextWarning(placement, now) : due;
    }

    /// The queue gets its message first: a message sent twice does no harm, but one never sent
    /// would mean no warning.
    private Optional<Placement> warn(Placement placement, Dispatch dispatch, Instant now) {
        queue.errand(new Errand.Warn(placement.id()), Duration.ZERO);
        Placement after = placement.warningAt(dispatch.nextWarning(placement, now));
        return replaced(placement, after, List.of());
    }

    /// Restarts whatever is stuck: missing rows, sends that nobody is working on, and lost answers
    /// whose grace period is over.
    private Optional<Placement> checkSends(Placement placement, Directory lists, Instant now) {
        List<RepId> team = Dispatch.team(lists.roster(), placement);
        List<Delivery> rows = ledger.about(placement.id().value());
        HandleUndelivered.followFailed(rows, queue);
        List<Delivery> pings = rows.stream().filter(CheckDeadlines::isAutomaticPing).toList();
        boolean planned =
                placement.status().isOver()
                        || isPlanned(placement, team, pings)
                                && areSentFromPlanning(placement, team, rows, lists);
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
            queue.send(placement.id(), mailing, PingQueue.chunks(waiting), Duration.ZERO);
        }
        boolean done = open.isEmpty() && planned;
        Placement after =
                done
                        ? placement.distributed()
                        : placement.checkingSendsAt(Dispatch.sendsEndAt(now, open.size()));
        return replaced(placement, after, List.of());
    }

    /// Whether planning again would send nothing in place of what is still unsent. An email that it
    /// would not send anymore, such as a request about a story that may not be used now, keeps
    /// nothing going.
    private boolean areSentFromPlanning(
            Placement placement, List<RepId> team, List<Delivery> rows, Directory lists) {
        List<Delivery> fromPlanning = rows.stream().filter(CheckDeadlines::isFromPlanning).toList();
        if (fromPlanning.stream().noneMatch(row -> row.state().isOpen())) {
            return true;
        }
        Set<DeliveryId> done =
                fromPlanning.stream()
                        .filter(row -> !row.state().isOpen())
                        .map(Delivery::id)
                        .collect(Collectors.toSet());
        List<DeliveryId> again =
                team.isEmpty()
                        ? PlanPings.alarm(placement, lists.agreement()).stream()
                                .map(MailRequest::id)
                                .toList()
                        : tasks.firstMails(
                                placement,
                                id -> rows.stream().filter(row -> row.id().equals(id)).findFirst());
        return done.containsAll(again);
    }

    private static boolean isFromPlanning(Delivery row) {
        MailKind kind = row.id().kind();
        return kind == MailKind.SEQUENCE_TASK
                || kind == MailKind.CHOOSE_SEQUENCE
                || kind == MailKind.NO_ACTIVE_REP;
    }

    private static boolean isPlanned(Placement placement, List<RepId> team, List<Delivery> pings) {
        if (team.isEmpty()) {
            return placement.judgment() != null;
        }
        return pings.stream()
                .filter(row -> mailing(row).filter(Mailing.PINGS::equals).isPresent())
                .map(row -> row.id().rep())
                .collect(Collectors.toSet())
                .containsAll(team);
    }

    /// Whether the ping was planned at dispatch, or later for a corrected address.
    private static boolean isAutomaticPing(Delivery row) {
        return mailing(row)
                .filter(each -> PINGS.contains(each) || each.isToCorrectedAddress())
                .isPresent();
    }

    private static Optional<Mailing> mailing(Delivery row) {
        return Mailing.of(row.id());
    }
}
