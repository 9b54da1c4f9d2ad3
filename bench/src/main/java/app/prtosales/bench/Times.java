package app.prtosales.bench;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/// The durations of repeated runs.
record Times(List<Duration> each) {

    Times {
        each = each.stream().sorted().toList();
    }

    double median() {
        int half = each.size() / 2;
        return each.size() % 2 == 1
                ? millis(each.get(half))
                : (millis(each.get(half - 1)) + millis(each.get(half))) / 2;
    }

    /// All durations in milliseconds, in ascending order.
    String all() {
        return each.stream()
                .map(time -> "%.0f".formatted(millis(time)))
                .collect(Collectors.joining(" "));
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
