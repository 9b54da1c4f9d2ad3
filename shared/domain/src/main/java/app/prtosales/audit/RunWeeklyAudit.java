package app.prtosales.audit;

import app.prtosales.audit.Audits.Frozen;
import app.prtosales.concurrent.Lazy;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SendOne;
import app.prtosales.delivery.SendOne.Result;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Directory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sends the weekly email: always, once for each week, on the agreement's day and hour (R4.3,
/// R4.5). It runs every hour and decides by itself whether a week is due, so the day and hour are
/// data, and a failed run is repeated an hour later.
public final class RunWeeklyAudit {

    /// At most this many missed weeks are emailed once it runs again.
    static final int WEEKS_BACK = 8;

    /// How long to keep trying to reach a leader whose email did not go out.
    private static final Duration KEEP_TRYING = Duration.ofDays(3);

    private static final Duration OVERDUE = Duration.ofDays(1);

    private final ReportWeek reportWeek;
    private final Audits audits;
    private final Directory directory;
    private final SendOne sendOne;
    private final AuditMailWriter mails;
    private final InstantSource clock;

    private volatile Known known = new Known(Agreement.NONE, Map.of());

    public RunWeeklyAudit(
            ReportWeek reportWeek,
            Audits audits,
            Directory directory,
            SendOne sendOne,
            AuditMailWriter mails,
            InstantSource clock) {
        this.reportWeek = reportWeek;
        this.audits = audits;
        this.directory = directory;
        this.sendOne = sendOne;
        this.mails = mails;
        this.clock = clock;
    }

    /// The frozen weeks, if they include the latest one, so that the table need not be read again
    /// until the next week: frozen weeks stay frozen, and earlier weeks are frozen earlier or
    /// never. Another agreement may make an earlier week the latest one.
    private record Known(Agreement agreement, Map<AuditWeek, Frozen> frozen) {

        boolean isUpToDate(Agreement now, AuditWeek latest) {
            return agreement.equals(now) && frozen.containsKey(latest);
        }
    }

    /// The result of a run.
    ///
    /// @param weeks the weeks it worked on
    /// @param sent how many emails went out in this run
    /// @param waiting how many emails the mail system has not confirmed; the next run tries again
    /// @param overdue true if, a day after an email was due, there is no leader to send it to, or
    ///   it is still waiting for one
    public record Outcome(List<AuditWeek> weeks, int sent, int waiting, boolean overdue) {}

    /// @throws IllegalStateException if SES permanently refused an email, after all others were
    ///   sent; this triggers an alarm that notifies someone (R4.7). Ops is told about later bounces
    ///   by email
    public Outcome run() {
        Instant now = clock.instant();
        Agreement agreement = directory.agreement();
        List<AuditWeek> weeks = new ArrayList<>();
        int sent = 0;
        int waiting = 0;
        List<DeliveryId> refused = new ArrayList<>();
        List<Due> all = due(agreement, now);
        for (Due due : all) {
            AuditWeek week = due.week();
            weeks.add(week);
            Lazy<WeeklyReport> frozen = new Lazy<>(() -> frozen(week, agreement, now));
            if (due.frozenAt() == null) {
                frozen.get();
            }
            for (String address : agreement.leadership()) {
                Result result =
                        sendOne.planAndSend(
                                mailId(week, address),
                                () ->
                                        mails.write(
                                                new AuditMail.Weekly(
                                                        frozen.get(), agreement, address)));
                if (result == Result.REFUSED) {
                    refused.add(mailId(week, address));
                }
                sent += result == Result.SENT ? 1 : 0;
                waiting += result == Result.LATER || result == Result.UNKNOWN ? 1 : 0;
            }
        }
        if (!refused.isEmpty()) {
            throw new IllegalStateException(
                    "SES refused weekly emails; their ledger rows say why: " + refused);
        }
        boolean unsent = agreement.leadership().isEmpty() || waiting > 0;
        boolean overdue = unsent && !all.isEmpty() && all.getFirst().isOverdue(agreement, now);
        return new Outcome(weeks, sent, waiting, overdue);
    }

    /// When a week's email goes out.
    static Instant mailedAt(AuditWeek week, Agreement agreement) {
        return week.monday()
                .plusWeeks(1)
                .with(TemporalAdjusters.nextOrSame(agreement.auditDay()))
                .atTime(LocalTime.of(agreement.auditHour(), 0))
                .atZone(agreement.zone())
                .toInstant();
    }

    /// Whether a week's email was due after the company's first agreement; there are none about
    /// earlier weeks.
    static boolean isMailed(AuditWeek week, Agreement agreement) {
        Instant since = agreement.since();
        return since == null || mailedAt(week, agreement).isAfter(since);
    }

    /// The week whose email was due last. With an audit late in the week, that is not always the
    /// week that ended last.
    static AuditWeek latestDue(Agreement agreement, Instant now) {
        AuditWeek latest = AuditWeek.of(now, agreement.zone()).previous();
        while (now.isBefore(mailedAt(latest, agreement))) {
            latest = latest.previous();
        }
        return latest;
    }

    /// Whether the email about the week before an unsent one, which has not gone out either, can
    /// still go out first: if this week's is not due yet, or if [#due] goes back to an emailed
    /// week.
    static boolean canFillGapBefore(
            AuditWeek week, Set<AuditWeek> frozen, Agreement agreement, Instant now) {
        return isMailed(week.previous(), agreement)
                && (now.isBefore(mailedAt(week, agreement))
                        || before(week).anyMatch(frozen::contains));
    }

    static DeliveryId mailId(AuditWeek week, String address) {
        return AuditMail.Weekly.id(week, address);
    }

    private WeeklyReport frozen(AuditWeek week, Agreement agreement, Instant now) {
        return audits.find(week)
                .orElseGet(() -> audits.freeze(reportWeek.toBeMailed(week, agreement, now)));
    }

    /// A week to work on.
    ///
    /// @param frozenAt when its audit was frozen; null if it is not, which comes first
    private record Due(AuditWeek week, @Nullable Instant frozenAt) {

        static Due of(AuditWeek week, @Nullable Frozen frozen) {
            return new Due(week, frozen == null ? null : frozen.at());
        }

        /// Whether its email was due more than a day ago: at the latest when the week was frozen,
        /// even if the agreement has moved the email to a later day since.
        boolean isOverdue(Agreement agreement, Instant now) {
            Instant at = mailedAt(week, agreement);
            Instant due = frozenAt != null && frozenAt.isBefore(at) ? frozenAt : at;
            return now.isAfter(due.plus(OVERDUE));
        }
    }

    /// The weeks to work on, earliest first: the latest one whose email is due, earlier ones that
    /// were missed, and those whose email may still be on its way. The search stops at the most
    /// recent settled week. If no week was ever sent, it starts with the latest one, and never with
    /// a week whose email was due before the first agreement. A week before one that was emailed is
    /// not begun with either.
    private List<Due> due(Agreement agreement, Instant now) {
        AuditWeek dueLast = latestDue(agreement, now);
        Map<AuditWeek, Frozen> frozen = frozen(dueLast, agreement);
        AuditWeek latest = frozen.containsKey(dueLast.next()) ? dueLast.next() : dueLast;
        if (!isMailed(latest, agreement) && !frozen.containsKey(latest)) {
            return List.of();
        }
        Deque<Due> due = new ArrayDeque<>();
        int toTheFirstFrozen = 0;
        for (AuditWeek week : before(latest).toList()) {
            if (isSettled(frozen.get(week), now)) {
                return List.copyOf(due);
            }
            due.addFirst(Due.of(week, frozen.get(week)));
            toTheFirstFrozen = frozen.containsKey(week) ? due.size() : toTheFirstFrozen;
        }
        List<Due> all = List.copyOf(due);
        return all.subList(all.size() - Math.max(1, toTheFirstFrozen), all.size());
    }

    /// Includes the week after the one that is due: it was emailed already if the agreement has
    /// moved the email to a later day since.
    private Map<AuditWeek, Frozen> frozen(AuditWeek dueLast, Agreement agreement) {
        Known before = known;
        if (before.isUpToDate(agreement, dueLast)) {
            return before.frozen();
        }
        Known read =
                new Known(
                        agreement,
                        audits.frozen(
                                Stream.concat(Stream.of(dueLast.next()), before(dueLast))
                                        .toList()));
        if (read.isUpToDate(agreement, dueLast)) {
            known = read;
        }
        return read.frozen();
    }

    /// A week and those before it that can still be emailed with it, latest first.
    private static Stream<AuditWeek> before(AuditWeek latest) {
        return Stream.iterate(latest, AuditWeek::previous).limit(WEEKS_BACK + 1L);
    }

    private static boolean isSettled(@Nullable Frozen frozen, Instant now) {
        return frozen != null && now.isAfter(frozen.at().plus(KEEP_TRYING));
    }
}
