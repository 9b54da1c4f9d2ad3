package app.prtosales.ping;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.Ledger;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.TargetAccount;
import app.prtosales.id.RepId;
import app.prtosales.kit.ChampionKit;
import app.prtosales.mailing.Mailing;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Question;
import app.prtosales.placement.Timer;
import app.prtosales.response.Responses;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reminds reps with an open deal at a matching target account, once, that the champion kit is
/// ready and no champion has it yet (R3.5).
public final class RemindOfKit {

    private static final Set<ListName> LISTS = Set.of(ListName.REPS, ListName.ACCOUNTS);

    /// What is still waiting after this long is queued again.
    private static final Duration QUEUE_AGAIN = Duration.ofMinutes(1);

    private final Placements placements;
    private final Ledger ledger;
    private final Directory directory;
    private final Responses responses;
    private final PingQueue queue;
    private final InstantSource clock;

    public RemindOfKit(
            Placements placements,
            Ledger ledger,
            Directory directory,
            Responses responses,
            PingQueue queue,
            InstantSource clock) {
        this.placements = placements;
        this.ledger = ledger;
        this.directory = directory;
        this.responses = responses;
        this.queue = queue;
        this.clock = clock;
    }

    /// Plans missing reminders, queues those that are waiting, and clears the timer when all are
    /// out.
    public void remind(PlacementId id) {
        Optional<Placement> found = placements.find(id);
        if (found.isEmpty()) {
            return;
        }
        Placement placement = found.get();
        Instant now = clock.instant();
        List<Delivery> rows =
                isReady(placement, now)
                        ? reps(placement).stream().map(rep -> row(placement, rep, now)).toList()
                        : List.of();
        List<RepId> waiting =
                rows.stream()
                        .filter(row -> row.state().isOpen())
                        .map(row -> row.id().rep())
                        .toList();
        if (!waiting.isEmpty() && !placement.timers().containsKey(Timer.KIT_REMINDER)) {
            remindAgain(placement, now);
        }
        queue.send(id, Mailing.KIT_REMINDERS, PingQueue.chunks(waiting), Duration.ZERO);
        if (waiting.isEmpty()) {
            placements.replace(placement.remindedOfKit(), List.of());
        }
    }

    /// Sets the timer again, so that the tick looks after reminders that are planned after it.
    private void remindAgain(Placement placement, Instant now) {
        if (!placements.replace(placement.remindingOfKitAt(now.plus(QUEUE_AGAIN)), List.of())) {
            throw new IllegalStateException(
                    "the placement %s changed in the meantime".formatted(placement.id()));
        }
    }

    /// Whether reps are reminded: the kit may be sent, and the placement is not exempt from
    /// question 3.
    static boolean isReady(Placement placement, Instant now) {
        return ChampionKit.isReady(placement, now)
                && placement.changes().exemption(Question.REFERENCED_IN_DEAL).isEmpty();
    }

    /// Reps with an open deal where no champion has the kit yet; each under the id that was
    /// reminded, or else the one that has the ping, so that the reminder is in the ping's thread.
    private List<RepId> reps(Placement placement) {
        Directory lists = directory.with(LISTS);
        Roster roster = lists.roster();
        List<TargetAccount> accounts = lists.accounts();
        UnarmedDeals deals = new UnarmedDeals(placement, responses.standing(placement), roster);
        List<Delivery> rows = ledger.about(placement.id().value());
        Set<RepId> reminded = Mailing.KIT_REMINDERS.reps(rows.stream().map(Delivery::id).toList());
        Set<RepId> pinged = StoryReaders.pinged(rows).keySet();
        List<RepId> reps = new ArrayList<>();
        for (RepId id : roster.teamAt(clock.instant())) {
            Optional<Rep> rep = roster.find(id);
            if (rep.isPresent() && !deals.of(rep.get(), accounts).isEmpty()) {
                reps.add(roster.idAmong(roster.idAmong(id, pinged), reminded));
            }
        }
        return reps;
    }

    private Delivery row(Placement placement, RepId rep, Instant now) {
        Delivery planned = Delivery.planned(Mailing.KIT_REMINDERS.to(placement.id(), rep), now);
        return ledger.add(planned)
                ? planned
                : ledger.planAgain(
                        ledger.settle(ledger.find(planned.id()).orElseThrow(), now),
                        Mailing.NO_KIT);
    }
}
