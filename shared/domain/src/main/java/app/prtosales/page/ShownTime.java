package app.prtosales.page;

import static app.prtosales.page.VisibleDate.Trait.DOUBTFUL;
import static app.prtosales.page.VisibleDate.Trait.IN_TIME_ELEMENT;
import static app.prtosales.page.VisibleDate.Trait.MARKED;
import static app.prtosales.page.VisibleDate.Trait.POSSIBLE_EVENT;
import static app.prtosales.page.VisibleDate.Trait.PUBLISHED;
import static app.prtosales.page.VisibleDate.Trait.TOLD;

import app.prtosales.page.PageFacts.TimeElement;
import app.prtosales.page.PublicationRule.Published;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Compares the time of day that a tag claims with the one that readers see beside the headline.
final class ShownTime {

    /// Software writes its tags a few minutes before or after the time that it shows.
    private static final Duration SAME = Duration.ofMinutes(15);

    private final PageFacts page;
    private final Claims.Dates claimedDates;
    private final List<VisibleDate> visible;
    private final Region region;
    private final WrittenDate written;
    private final Instant now;

    ShownTime(
            PageFacts page,
            Claims.Dates claimedDates,
            List<VisibleDate> visible,
            Region region,
            Instant now) {
        this.page = page;
        this.claimedDates = claimedDates;
        this.visible =
                visible.stream()
                        .filter(each ->
                                PublicationRule.isBeside(each)
                                        && !each.is(TOLD)
                                        && !each.is(DOUBTFUL)
                                        && !each.is(POSSIBLE_EVENT))
                        .filter(each ->
                                each.is(MARKED) || each.is(PUBLISHED) || each.is(IN_TIME_ELEMENT))
                        .toList();
        this.region = region;
        this.written = new WrittenDate(region);
        this.now = now;
    }

    /// The claim; with the shown time if the claim is only a day or its zone is wrong, and only its
    /// day if the two cannot be explained. Only a time that is marked or labeled as the story's
    /// counts, not that of a broadcast.
    Published settled(Published claim) {
        return shown().filter(each -> each.date().agreesWith(claim.date()))
                .map(each -> settled(claim, each))
                .orElse(claim);
    }

    private Published settled(Published claim, Published shown) {
        PageDate claimed = claim.date();
        PageDate seen = shown.date();
        if (claimed.isDay()) {
            return seen.day().equals(claimed.day()) || seen.precision() > 1 ? shown : claim;
        }
        if (claimed.offset() == null) {
            return claim;
        }
        if (seen.offset() == null) {
            return isLocalCalledUtc(claimed, seen) ? shown : claim;
        }
        Duration apart =
                Duration.between(claimed.at(claimed.offset()), seen.at(seen.offset())).abs();
        if (apart.compareTo(SAME) <= 0) {
            return claim;
        }
        if (isSameClock(claimed, seen)) {
            return canMean(shown.value(), claimed.offset()) ? claim : shown;
        }
        return new Published(PageDate.of(seen.day()), shown.where(), shown.value());
    }

    /// Whether the text names the zone by an abbreviation that also stands for the tag's offset.
    private static boolean canMean(String words, ZoneOffset offset) {
        return TimeOfDay.zoneName(words)
                .filter(name -> ZoneNames.canMean(name, offset))
                .isPresent();
    }

    /// Whether the tag has the shown time and calls it UTC, although the outlet's country keeps
    /// another time.
    private boolean isLocalCalledUtc(PageDate claimed, PageDate seen) {
        return claimed.isInUtc()
                && isSameClock(claimed, seen)
                && region.zone()
                        .map(ZoneId::getRules)
                        .map(rules -> rules.getOffset(seen.day().atTime(seen.timeOrMidnight())))
                        .filter(offset -> !offset.equals(ZoneOffset.UTC))
                        .isPresent();
    }

    private static boolean isSameClock(PageDate claimed, PageDate seen) {
        return claimed.day().equals(seen.day())
                && claimed.timeOrMidnight()
                        .withSecond(0)
                        .equals(seen.timeOrMidnight().withSecond(0));
    }

    /// The one time of day beside the headline.
    private Optional<Published> shown() {
        List<Published> timed =
                visible.stream()
                        .map(this::refined)
                        .filter(each -> !each.date().isDay() && !each.date().isAfter(now))
                        .filter(each ->
                                claimedDates.changed().stream()
                                        .noneMatch(change ->
                                                !change.isDay() && isSame(change, each.date())))
                        .toList();
        int most = timed.stream().mapToInt(each -> each.date().precision()).max().orElse(0);
        List<Published> best =
                timed.stream().filter(each -> each.date().precision() == most).toList();
        return best.stream().map(Published::date).distinct().count() == 1
                ? Optional.of(best.getFirst())
                : Optional.empty();
    }

    private static boolean isSame(PageDate change, PageDate seen) {
        return change.isSameMinuteAs(seen) || change.isSameAs(seen);
    }

    private Published refined(VisibleDate each) {
        Optional<PageDate> attribute =
                TextRule.element(page, each)
                        .map(TimeElement::datetime)
                        .flatMap(written::read)
                        .filter(date -> PublicationRule.reconciled(each.date(), date))
                        .filter(date -> date.precision() > each.date().precision());
        return attribute
                .map(date -> new Published(date, "the page's time element", each.words()))
                .orElseGet(() ->
                        new Published(each.date(), "the text beside the headline", each.words()));
    }
}
