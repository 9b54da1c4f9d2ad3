package app.prtosales.audit;

import app.prtosales.directory.Agreement;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Finds the placements of earlier weeks that are in no email of those weeks, each for exactly one
/// later email (R4.5).
final class LateAdditions {

    /// A placement is accepted as of the start of its request, but may be stored until the function
    /// has to end. An email that is computed in between lacks it.
    private static final Duration STORED_WITHIN = Duration.ofMinutes(15);

    /// What an email lists is looked for this far back: that of a week before the quarter may have
    /// gone out in it, with the others that were missed.
    private static final int WEEKS_BACK = ComputeWeek.WEEKS_IN_PLAY + RunWeeklyAudit.WEEKS_BACK + 1;

    private final Placements placements;
    private final Audits audits;

    LateAdditions(Placements placements, Audits audits) {
        this.placements = placements;
        this.audits = audits;
    }

    /// Those in the email about a week, including withdrawn ones. None if a missed email can still
    /// go out before this one, and if no email is about this week.
    ///
    /// @param asOf when the week was frozen, or now if it is not
    List<Placement> to(Span span, Agreement agreement, Instant asOf) {
        Mailed mailed = new Mailed(span);
        return candidates(span, agreement, asOf).stream()
                .filter(placement -> placement.publication().deadline().isBefore(span.start()))
                .filter(mailed::leftOut)
                .filter(placement -> !mailed.isLateAddition(placement))
                .toList();
    }

    /// What was accepted since the previous email, or just before it. In the first email after a
    /// gap, what was accepted in the quarter or has its deadline there: it may have been pending in
    /// the last email before the gap.
    private Collection<Placement> candidates(Span span, Agreement agreement, Instant asOf) {
        Optional<Instant> previous = audits.frozenAt(span.week().previous());
        if (previous.isPresent()) {
            return placements.acceptedIn(previous.get().minus(STORED_WITHIN), asOf);
        }
        if (!isFirstAfterGap(span.week(), agreement, asOf)) {
            return List.of();
        }
        Instant quarter = ComputeWeek.windowStart(span.week(), span.zone());
        Map<PlacementId, Placement> all = new LinkedHashMap<>();
        Stream.of(
                        placements.acceptedIn(quarter, asOf),
                        placements.withDeadlineIn(quarter, span.start()))
                .flatMap(List::stream)
                .forEach(placement -> all.putIfAbsent(placement.id(), placement));
        return all.values();
    }

    /// Whether the email about the week has no email directly before it, now or later.
    private boolean isFirstAfterGap(AuditWeek week, Agreement agreement, Instant asOf) {
        Set<AuditWeek> frozen =
                audits.frozen(
                                Stream.iterate(week, AuditWeek::previous)
                                        .limit(ComputeWeek.WEEKS_IN_PLAY)
                                        .toList())
                        .keySet();
        return frozen.contains(week)
                || RunWeeklyAudit.isMailed(week, agreement)
                        && !RunWeeklyAudit.canFillGapBefore(week, frozen, agreement, asOf);
    }

    /// The weekly emails before a week's. Each week is read at most once.
    private final class Mailed {

        private final AuditWeek before;
        private final ZoneId zone;
        private final Instant quarterStart;
        private final Map<AuditWeek, Optional<WeeklyReport>> weeks = new HashMap<>();

        Mailed(Span span) {
            this.before = span.week();
            this.zone = span.zone();
            this.quarterStart = ComputeWeek.windowStart(span.week(), span.zone());
        }

        /// Whether the email of the placement's week was without it. If there was no such email,
        /// the placement was left out unless it was imported, or is older than the quarter.
        boolean leftOut(Placement placement) {
            Instant deadline = placement.publication().deadline();
            return mailOf(deadline)
                    .map(mail -> !contains(mail.judged(), placement))
                    .orElse(!placement.backfill() && !deadline.isBefore(quarterStart));
        }

        /// Whether an email since it was accepted has it as a late addition.
        boolean isLateAddition(Placement placement) {
            return Stream.iterate(before.previous(), AuditWeek::previous)
                    .limit(WEEKS_BACK)
                    .flatMap(week -> mail(week).stream())
                    .takeWhile(mail -> !mail.computedAt().isBefore(placement.acceptedAt()))
                    .anyMatch(mail -> contains(mail.late(), placement));
        }

        /// The email about the week that contains this instant; empty if there was none. If that
        /// week was emailed in another zone, the instant may be in a neighboring one.
        private Optional<WeeklyReport> mailOf(Instant instant) {
            AuditWeek week = AuditWeek.of(instant, zone);
            return Stream.of(week, week.previous(), week.next())
                    .flatMap(each -> mail(each).stream())
                    .filter(mail -> Span.of(mail).contains(instant))
                    .findFirst();
        }

        private Optional<WeeklyReport> mail(AuditWeek week) {
            return weeks.computeIfAbsent(week, audits::find);
        }

        private static boolean contains(List<PlacementAnswers> all, Placement placement) {
            return all.stream().anyMatch(each -> each.id().equals(placement.id()));
        }
    }
}
