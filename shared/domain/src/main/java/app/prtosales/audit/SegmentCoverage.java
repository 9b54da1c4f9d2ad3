package app.prtosales.audit;

import app.prtosales.directory.Segment;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// How much coverage there was for a segment's accounts.
///
/// @param placements the number of placements that named the segment; one that names several counts
///   for each
public record SegmentCoverage(Segment segment, int placements) {

    /// One for each segment of the list, those without coverage first.
    ///
    /// @param quarter a week, or a quarter reported like one
    public static List<SegmentCoverage> of(WeeklyReport quarter, List<Segment> segments) {
        Map<String, Long> served =
                quarter.all()
                        .flatMap(placement -> placement.facts().segments().stream().distinct())
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return segments.stream()
                .map(each ->
                        new SegmentCoverage(each, served.getOrDefault(each.id(), 0L).intValue()))
                .sorted(
                        Comparator.comparingInt(SegmentCoverage::placements)
                                .thenComparing(each -> each.segment().name()))
                .toList();
    }
}
