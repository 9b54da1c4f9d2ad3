package app.prtosales.inmemory;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Audits;
import app.prtosales.audit.Totals;
import app.prtosales.audit.WeeklyReport;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Frozen weeks, in memory.
public final class InMemoryAudits implements Audits {

    private final Map<AuditWeek, WeeklyReport> weeks = new ConcurrentHashMap<>();
    private final AtomicInteger wholeWeeksRead = new AtomicInteger();
    private final AtomicInteger existenceReads = new AtomicInteger();

    @Override
    public WeeklyReport freeze(WeeklyReport week) {
        return weeks.computeIfAbsent(week.week(), unfrozen -> week);
    }

    @Override
    public Optional<WeeklyReport> find(AuditWeek week) {
        wholeWeeksRead.incrementAndGet();
        return Optional.ofNullable(weeks.get(week));
    }

    @Override
    public Map<AuditWeek, Frozen> frozen(List<AuditWeek> wanted) {
        existenceReads.incrementAndGet();
        Map<AuditWeek, Frozen> frozen = new HashMap<>();
        for (AuditWeek week : wanted) {
            WeeklyReport audit = weeks.get(week);
            if (audit != null) {
                frozen.put(week, new Frozen(audit.computedAt(), audit.zone()));
            }
        }
        return frozen;
    }

    @Override
    public Map<AuditWeek, Totals> totals(List<AuditWeek> wanted) {
        Map<AuditWeek, Totals> totals = new HashMap<>();
        for (AuditWeek week : wanted) {
            WeeklyReport frozen = weeks.get(week);
            if (frozen != null) {
                totals.put(week, frozen.totals());
            }
        }
        return totals;
    }

    /// How often a week was read with all its contents.
    public int wholeWeeksRead() {
        return wholeWeeksRead.get();
    }

    /// How often it was only asked when weeks were frozen.
    public int existenceReads() {
        return existenceReads.get();
    }
}
