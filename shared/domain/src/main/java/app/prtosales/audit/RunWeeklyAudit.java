package app.prtosales.audit;

import app.prtosales.audit.AuditPlacement.Auditor;
import app.prtosales.audit.AuditPlacement.Lists;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import app.prtosales.history.Person;
import app.prtosales.placement.Judgement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Reached;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sends the weekly email: once for each week, always, at the day and hour of the agreement (R4.3,
/// R4.5). It is asked every hour and finds out by itself whether a week is due, so that the day and
/// hour are data, and a failed run is made up for an hour later.
public final class RunWeeklyAudit {

    /// How many missed weeks are made up for, once it runs again.
    private static final int WEEKS_BACK = 8;

    /// For how long a leader whose mail did not go out is tried again.
    private static final Duration KEEP_TRYING = Duration.ofDays(3);

    private final Placements placements;
    private final AuditPlacement auditPlacement;
    private final Audits audits;
    private final Directory directory;
    private final SendOne sendOne;
    private final AuditMailWriter mails;
    private final InstantSource clock;

    public RunWeeklyAudit(
            Placements placements,
            AuditPlacement auditPlacement,
            Audits audits,
            Directory directory,
            SendOne sendOne,
            AuditMailWriter mails,
            InstantSource clock) {
        this.placements = placements;
        this.auditPlacement = auditPlacement;
        this.audits = audits;
        this.directory = directory;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// What a run did.
    ///
    /// @param weeks the weeks it saw to
    /// @param sent mails that went out just now
    /// @param waiting mails that the mail system did not take; the next run tries again
    public record Outcome(List<AuditWeek> weeks, int sent, int waiting) {}

    /// @throws IllegalStateException when SES refused a mail for good, after every other was sent:
    ///   the alarm that this rings tells somebody (R4.7). What bounces later is told to ops by mail
    public Outcome run() {
        Instant now = clock.instant();
        Agreement agreement = directory.agreement();
        List<AuditWeek> weeks = new ArrayList<>();
        int sent = 0;
        int waiting = 0;
        List<DeliveryId> refused = new ArrayList<>();
        for (AuditWeek week : due(agreement, now)) {
            weeks.add(week);
            Lazy frozen = new Lazy(() -> frozen(week, agreement, now));
            if (audits.frozenAt(week).isEmpty()) {
                frozen.get();
            }
            for (String address : agreement.leadership()) {
                Result result =
                        sendOne.planAndSend(
                                mailId(week, address),
                                () -> mails.weekly(frozen.get(), agreement, address));
                if (result == Result.REFUSED) {
                    refused.add(mailId(week, address));
                }
                sent += result == Result.SENT ? 1 : 0;
                waiting += result == Result.LATER || result == Result.UNKNOWN ? 1 : 0;
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException(
                    "SES refused weekly mails; their ledger rows say why: " + refused);
        }
        return new Outcome(weeks, sent, waiting);
    }

    /// When the mail about a week goes out.
    static Instant mailedAt(AuditWeek week, Agreement agreement) {
        return week.monday()
                .plusWeeks(1)
                .with(TemporalAdjusters.nextOrSame(agreement.auditDay()))
                .atTime(LocalTime.of(agreement.auditHour(), 0))
                .atZone(agreement.zone())
                .toInstant();
    }

    static DeliveryId mailId(AuditWeek week, String address) {
        return new DeliveryId("audit-" + week, Person.idOf(address), MailKind.AUDIT);
    }

    /// A week that is read only when a mail about it is really written.
    private static final class Lazy {

        private final Supplier<WeekAudit> read;
        private @Nullable WeekAudit week;

        Lazy(Supplier<WeekAudit> read) {
            this.read = read;
        }

        WeekAudit get() {
            WeekAudit known = week == null ? read.get() : week;
            week = known;
            return known;
        }
    }

    private WeekAudit frozen(AuditWeek week, Agreement agreement, Instant now) {
        return audits.find(week).orElseGet(() -> audits.freeze(compute(week, agreement, now)));
    }

    /// The weeks to see to, earliest first: the latest whose mail is due, those before it that were
    /// missed, and those whose mail may still be on its way. It looks back only as far as the last
    /// week that is settled, which in a quiet week is the first one it looks at. A product that has
    /// never sent one begins with the latest.
    private List<AuditWeek> due(Agreement agreement, Instant now) {
        AuditWeek latest = AuditWeek.of(now, agreement.zone()).previous();
        while (now.isBefore(mailedAt(latest, agreement))) {
            latest = latest.previous();
        }
        Deque<AuditWeek> due = new ArrayDeque<>();
        int toTheFirstFrozen = 0;
        AuditWeek week = latest;
        for (int i = 0; i <= WEEKS_BACK; i++) {
            Optional<Instant> frozen = audits.frozenAt(week);
            if (frozen.filter(at -> now.isAfter(at.plus(KEEP_TRYING))).isPresent()) {
                return List.copyOf(due);
            }
            due.addFirst(week);
            toTheFirstFrozen = frozen.isPresent() ? due.size() : toTheFirstFrozen;
            week = week.previous();
        }
        List<AuditWeek> all = List.copyOf(due);
        return all.subList(all.size() - Math.max(1, toTheFirstFrozen), all.size());
    }

    private WeekAudit compute(AuditWeek week, Agreement agreement, Instant now) {
        ZoneId zone = agreement.zone();
        Instant start = week.startsAt(zone);
        Instant end = week.endsAt(zone);
        Auditor auditor = auditPlacement.within(new Lists(directory));
        List<Placement> judged = known(placements.withDeadlineIn(start, end), now);
        List<Placement> pending =
                known(placements.withDeadlineIn(end, end.plus(Duration.ofHours(24))), now).stream()
                        .filter(placement -> placement.publication().at().isBefore(end))
                        .toList();
        return new WeekAudit(
                week,
                now,
                leakingFirst(judged.stream().map(p -> audit(auditor, p))),
                pending.stream().map(p -> audit(auditor, p)).toList(),
                leakingFirst(late(week, start, zone, now).map(p -> audit(auditor, p))),
                agreement.version());
    }

    private static PlacementAudit audit(Auditor auditor, Placement placement) {
        Judgement judgement = placement.judgement();
        return auditor.audit(
                placement, judgement == null ? Reached.nobodyYet(0) : judgement.reached());
    }

    /// Accepted since the mail before, about a week that was mailed without it (R4.5).
    private Stream<Placement> late(AuditWeek week, Instant start, ZoneId zone, Instant now) {
        Optional<Instant> before = audits.frozenAt(week.previous());
        if (before.isEmpty()) {
            return Stream.empty();
        }
        Map<AuditWeek, Optional<Set<PlacementId>>> mailed = new HashMap<>();
        return placements.acceptedIn(before.get(), now).stream()
                .filter(placement -> placement.publication().deadline().isBefore(start))
                .filter(placement ->
                        mailed.computeIfAbsent(
                                        AuditWeek.of(placement.publication().deadline(), zone),
                                        this::mailed)
                                .filter(ids -> !ids.contains(placement.id()))
                                .isPresent());
    }

    /// What the mail about a week told of; empty when there was none.
    private Optional<Set<PlacementId>> mailed(AuditWeek week) {
        return audits.find(week)
                .map(audit ->
                        audit.judged().stream()
                                .map(PlacementAudit::id)
                                .collect(Collectors.toSet()));
    }

    /// A withdrawn placement is not asked about, and one under embargo is not told of.
    private static List<Placement> known(List<Placement> placements, Instant now) {
        return placements.stream().filter(placement -> placement.isPublicAt(now)).toList();
    }

    private static List<PlacementAudit> leakingFirst(Stream<PlacementAudit> audits) {
        return audits.sorted(
                        Comparator.comparing((PlacementAudit audit) -> !audit.leaking())
                                .thenComparing(PlacementAudit::deadline))
                .toList();
    }
}
