package app.prtosales.inmemory;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Audits;
import app.prtosales.audit.WeekAudit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Frozen weeks in memory.
public final class InMemoryAudits implements Audits {

    private final Map<AuditWeek, WeekAudit> weeks = new ConcurrentHashMap<>();

    @Override
    public WeekAudit freeze(WeekAudit week) {
        return weeks.computeIfAbsent(week.week(), unfrozen -> week);
    }

    @Override
    public Optional<WeekAudit> find(AuditWeek week) {
        return Optional.ofNullable(weeks.get(week));
    }
}
