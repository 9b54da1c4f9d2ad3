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

/// The steps before a deadline at which the agreement wants somebody warned (R1.9), the earliest,
/// which lies longest before the deadline, first.
public final class WarningSteps {

    private final Agreement agreement;
    private final List<Duration> steps;

    public WarningSteps(Agreement agreement) {
        this.agreement = agreement;
        this.steps =
                agreement.warnings().stream().distinct().sorted(Comparator.reverseOrder()).toList();
    }

    /// When the next one is due after an instant; empty after the last.
    public Optional<Instant> next(Placement placement, Instant after) {
        Instant deadline = placement.publication().deadline();
        return steps.stream().map(deadline::minus).filter(at -> at.isAfter(after)).findFirst();
    }

    /// The latest one that is due: those before it, had they been missed, are overtaken.
    public Optional<Duration> latestDue(Placement placement, Instant now) {
        Instant deadline = placement.publication().deadline();
        return steps.stream()
                .filter(step -> !deadline.minus(step).isAfter(now))
                .reduce((earlier, later) -> later);
    }

    /// Whose it is: the PR owner's, then ops', then the sales leader's. Where the agreement names
    /// nobody, whoever comes next; empty where it names nobody at all.
    public Optional<String> recipient(Duration step) {
        List<@Nullable String> escalation =
                Stream.of(agreement.prOwner(), agreement.ops(), agreement.salesLeader()).toList();
        int first = Math.min(steps.indexOf(step), escalation.size() - 1);
        return Stream.concat(
                        escalation.subList(first, escalation.size()).stream(),
                        escalation.subList(0, first).reversed().stream())
                .filter(Objects::nonNull)
                .findFirst();
    }
}
