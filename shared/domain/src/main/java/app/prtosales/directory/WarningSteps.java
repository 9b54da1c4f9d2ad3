package app.prtosales.directory;

import app.prtosales.placement.Placement;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The agreement's steps for warnings before a deadline (R1.9), starting with the one furthest
/// before the deadline.
public final class WarningSteps {

    /// The first step that goes to the sales leader, counted from 1.
    private static final int SALES_LEADERS = 3;

    private final Agreement agreement;
    private final List<Duration> steps;

    public WarningSteps(Agreement agreement) {
        this.agreement = agreement;
        this.steps =
                agreement.warnings().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }

    public List<Duration> all() {
        return steps;
    }

    /// When the first step after an instant is due; empty after the last.
    public Optional<Instant> next(Placement placement, Instant after) {
        Instant deadline = placement.publication().deadline();
        return steps.stream().map(deadline::minus).filter(at -> at.isAfter(after)).findFirst();
    }

    /// The latest step that is due; earlier steps that were missed no longer matter.
    public Optional<Duration> latestDue(Placement placement, Instant now) {
        Instant deadline = placement.publication().deadline();
        return steps.stream()
                .filter(step -> !deadline.minus(step).isAfter(now))
                .reduce((earlier, later) -> later);
    }

    /// The recipient of the steps that are the sales leader's; empty if there are too few steps.
    Optional<String> forSalesLeader() {
        return steps.size() < SALES_LEADERS
                ? Optional.empty()
                : recipient(steps.get(SALES_LEADERS - 1));
    }

    /// The recipient of a step: first the PR owner, then ops, then the sales leader. If the
    /// agreement names nobody for that role, the next one that it does name, or the first leader;
    /// empty if it names nobody at all, or has no such step.
    public Optional<String> recipient(Duration step) {
        if (!steps.contains(step)) {
            return Optional.empty();
        }
        List<@Nullable String> escalation =
                Stream.of(agreement.prOwner(), agreement.ops(), agreement.salesLeader()).toList();
        int first = Math.min(steps.indexOf(step), escalation.size() - 1);
        return Stream.concat(
                        escalation.subList(first, escalation.size()).stream(),
                        escalation.subList(0, first).reversed().stream())
                .filter(Objects::nonNull)
                .findFirst()
                .or(agreement::actingPrOwner);
    }
}
