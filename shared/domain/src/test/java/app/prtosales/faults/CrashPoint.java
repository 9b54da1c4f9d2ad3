package app.prtosales.faults;

import app.prtosales.faults.Life.End;
import app.prtosales.faults.Life.Lived;
import app.prtosales.inmemory.Company;
import java.util.ArrayList;
import java.util.List;

/// One fault in one scenario.
record CrashPoint(Life life, CallSite site, FaultKind kind) {

    /// Every fault that a scenario can have.
    static List<CrashPoint> of(Life life, FaultPlan dryRun) {
        List<CrashPoint> all = new ArrayList<>();
        dryRun.sites()
                .forEach((site, kinds) -> {
                    if (life.isAtAPlace(site)) {
                        kinds.forEach(kind -> all.add(new CrashPoint(life, site, kind)));
                    }
                });
        return all;
    }

    /// Runs the scenario with this fault.
    ///
    /// @param table the storage
    /// @param end the end state without a fault
    Found live(Company.Edges table, End end) {
        FaultPlan plan = FaultPlan.failing(site, kind);
        Lived lived = life.live(plan, table);
        List<String> wrong = new ArrayList<>();
        Invariants.check(lived, plan, wrong);
        if (!lived.end().equals(end)) {
            wrong.add("ends as %s%nand not as %s".formatted(lived.end(), end));
        }
        return new Found(
                plan.struck(),
                wrong.stream()
                        .map(each -> "%s, %s, %s: %s".formatted(life, site, kind, each))
                        .toList());
    }

    /// @param struck whether the call that was to fail was actually made
    record Found(boolean struck, List<String> wrong) {

        Found {
            wrong = List.copyOf(wrong);
        }
    }
}
