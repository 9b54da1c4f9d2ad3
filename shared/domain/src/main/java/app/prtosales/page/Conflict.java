package app.prtosales.page;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Decides which of a page's conflicting claims is right, or that none can be trusted.
final class Conflict {

    private final List<Claim> claims;
    private final List<PageDate> changed;
    private final Predicate<PageDate> backedByAddress;
    private final Predicate<PageDate> backedByText;
    private final Predicate<PageDate> backedByWeakTag;
    private final Region region;

    Conflict(
            List<Claim> claims,
            List<PageDate> changed,
            Predicate<PageDate> backedByAddress,
            Predicate<PageDate> backedByText,
            Predicate<PageDate> backedByWeakTag,
            Region region) {
        this.claims = claims;
        this.changed = changed;
        this.backedByAddress = backedByAddress;
        this.backedByText = backedByText;
        this.backedByWeakTag = backedByWeakTag;
        this.region = region;
    }

    Optional<Claim> settled() {
        List<List<Claim>> groups = groups();
        if (groups.size() == 1) {
            return Optional.of(mostPrecise(groups.getFirst()));
        }
        return beforeTheLastChange(groups)
                .or(() -> only(groups, group -> backed(group, backedByAddress)))
                .or(() -> only(groups, group -> backed(group, backedByText)))
                .or(() -> only(groups, group -> kinds(group) > 1))
                .map(this::mostPrecise);
    }

    /// The only group that does not have the date of the last change, if it is the earliest and
    /// anything else on the page confirms it.
    private Optional<List<Claim>> beforeTheLastChange(List<List<Claim>> groups) {
        return only(groups, group -> !isLastChange(group))
                .filter(group ->
                        groups.stream()
                                .filter(each -> !each.equals(group))
                                .allMatch(each -> date(group).isBefore(date(each))))
                .filter(this::isConfirmed);
    }

    private boolean isConfirmed(List<Claim> group) {
        return kinds(group) > 1
                || backed(group, backedByAddress)
                || backed(group, backedByText)
                || backed(group, backedByWeakTag);
    }

    private static Optional<List<Claim>> only(
            List<List<Claim>> groups, Predicate<List<Claim>> backed) {
        List<List<Claim>> found = groups.stream().filter(backed).toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    /// Groups claims that agree with each other, in their original order.
    private List<List<Claim>> groups() {
        List<List<Claim>> groups = new ArrayList<>();
        for (Claim claim : claims) {
            Optional<List<Claim>> home =
                    groups.stream()
                            .filter(group ->
                                    group.stream()
                                            .allMatch(each -> each.date().agreesWith(claim.date())))
                            .findFirst();
            if (home.isPresent()) {
                home.get().add(claim);
            } else {
                groups.add(new ArrayList<>(List.of(claim)));
            }
        }
        return groups;
    }

    private boolean isLastChange(List<Claim> group) {
        return group.stream()
                .allMatch(claim -> changed.stream().anyMatch(each -> each.isSameAs(claim.date())));
    }

    private static boolean backed(List<Claim> group, Predicate<PageDate> by) {
        return group.stream().map(Claim::date).allMatch(by);
    }

    private static long kinds(List<Claim> group) {
        return group.stream().map(Claim::kind).distinct().count();
    }

    private PageDate date(List<Claim> group) {
        return mostPrecise(group).date();
    }

    private Claim mostPrecise(List<Claim> group) {
        Claim best =
                group.stream()
                        .max(Comparator.<Claim>comparingInt(claim -> claim.date().precision()))
                        .orElseThrow();
        if (!best.date().isInUtc()) {
            return best;
        }
        // A local time wrongly labeled UTC is a whole number of hours away from the true one.
        boolean east =
                region.zone()
                        .map(zone -> zone.getRules().getOffset(best.date().at(ZoneOffset.UTC)))
                        .filter(offset -> offset.getTotalSeconds() > 0)
                        .isPresent();
        return group.stream()
                .filter(claim -> claim.date().isInUtc())
                .filter(claim -> claim.equals(best) || claim.date().isWholeHoursFrom(best.date()))
                .reduce((a, b) -> a.date().isBefore(b.date()) == east ? a : b)
                .orElse(best);
    }
}
