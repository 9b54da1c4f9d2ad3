package app.prtosales.placement;

import static app.prtosales.placement.Forwardability.GREEN;

import app.prtosales.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A period in which a placement that had already gone out could not be used, because it was not
/// Green or had expired, and after which it could be used again. Its sequence owners had to take it
/// out during that period (R5.3, R5.5), so what they confirmed before no longer holds.
///
/// @param from the first instant at which it could not be used
/// @param until the first instant at which it could be used again
public record Interruption(Instant from, Instant until) {

    /// All interruptions of a placement, in the order in which they ended.
    static List<Interruption> of(Placement placement) {
        List<Interruption> all = new ArrayList<>(ofColor(placement.changes().turns()));
        all.addAll(ofShelfLife(placement));
        @Nullable Instant out =
                placement.backfill() ? placement.acceptedAt() : placement.dispatchedAt();
        return all.stream()
                .filter(each -> out != null && !each.from().isBefore(out))
                .sorted(Comparator.comparing(Interruption::until))
                .toList();
    }

    private static List<Interruption> ofColor(List<ColorChange> turns) {
        List<Interruption> all = new ArrayList<>();
        @Nullable Instant left = null;
        for (ColorChange turn : turns) {
            if (turn.from() == GREEN) {
                left = turn.at();
            } else if (turn.to() == GREEN && left != null) {
                all.add(new Interruption(left, turn.at()));
                left = null;
            }
        }
        return all;
    }

    /// A change of the end of the shelf life.
    ///
    /// @param before computes the end before the change from the end after it
    private record NewEnd(Instant at, UnaryOperator<Instant> before) {}

    /// Works backward from the current end of the shelf life, change by change.
    private static List<Interruption> ofShelfLife(Placement placement) {
        List<Interruption> all = new ArrayList<>();
        Instant after = placement.expiresAt();
        for (NewEnd change : newEnds(placement.changes())) {
            Instant before = change.before().apply(after);
            if (!before.isAfter(change.at()) && after.isAfter(change.at())) {
                all.add(new Interruption(before, change.at()));
            }
            after = before;
        }
        return all;
    }

    /// The latest first. A renewal fixes the end, so that a correction of the format no longer
    /// moves it.
    private static List<NewEnd> newEnds(Changes changes) {
        List<NewEnd> all = new ArrayList<>();
        changes.renewals().forEach(each -> all.add(new NewEnd(each.at(), end -> each.from())));
        changes.moves()
                .forEach(each ->
                        all.add(
                                new NewEnd(
                                        each.at(),
                                        end ->
                                                end.minus(
                                                        Duration.between(
                                                                each.from().at(),
                                                                each.to().at())))));
        changes.corrections().stream()
                .filter(each ->
                        changes.renewals().stream()
                                .noneMatch(renewal -> renewal.at().isBefore(each.at())))
                .forEach(each ->
                        longer(each)
                                .ifPresent(by ->
                                        all.add(new NewEnd(each.at(), end -> end.minus(by)))));
        all.sort(Comparator.comparing(NewEnd::at).reversed());
        return all;
    }

    /// By how much a correction of the format made the shelf life longer; negative if it made it
    /// shorter.
    private static Optional<Duration> longer(Correction correction) {
        return correction.amendments().stream()
                .filter(each -> each.field().equals("format"))
                .findFirst()
                .map(each -> shelfLife(each.after()).minus(shelfLife(each.before())));
    }

    private static Duration shelfLife(Correction.@Nullable Value format) {
        return Words.read(Format.class, format == null ? "" : format.written())
                .map(Format::shelfLife)
                .orElse(Duration.ZERO);
    }
}
