package app.prtosales.faults;

import app.prtosales.faults.Scenario.End;
import app.prtosales.faults.Scenario.Run;
import app.prtosales.inmemory.Company;
import java.util.ArrayList;
import java.util.List;

/// A fault of one call in one scenario.
record CrashPoint(Scenario scenario, CallSite site, FaultKind kind) {

    /// Every fault that a scenario can have, and of those with the same effect only one.
    static List<CrashPoint> of(Scenario scenario, FaultPlan dryRun) {
        return dryRun.sites().entrySet().stream()
                .filter(made -> scenario.isWorthFailing(made.getKey()))
                .flatMap(made ->
                        made.getValue().stream()
                                .map(kind -> new CrashPoint(scenario, made.getKey(), kind)))
                .filter(point -> !point.isSameAsAnEarlierOne(dryRun))
                .toList();
    }

    /// Dying before a call leaves the same state as dying after the call directly before it. If
    /// that one only reads, it leaves the same state as dying before it.
    private boolean isSameAsAnEarlierOne(FaultPlan dryRun) {
        return kind == FaultKind.CRASH_BEFORE
                && dryRun.directlyBefore(site).filter(scenario::isWorthFailing).isPresent();
    }

    /// Runs the scenario with this fault.
    ///
    /// @param table the storage
    /// @param end the end state without a fault
    Result run(Company.Edges table, End end) {
        FaultPlan plan = FaultPlan.failing(site, kind);
        Run run = scenario.run(plan, table);
        List<String> wrong = new ArrayList<>();
        Invariants.check(run, plan, wrong);
        if (!run.end().equals(end)) {
            wrong.add("ends as %s%nand not as %s".formatted(run.end(), end));
        }
        return new Result(
                plan.triggered(),
                wrong.stream()
                        .map(each -> "%s, %s, %s: %s".formatted(scenario, site, kind, each))
                        .toList());
    }

    /// @param triggered whether the call that was to fail was actually made
    record Result(boolean triggered, List<String> wrong) {

        Result {
            wrong = List.copyOf(wrong);
        }
    }
}
