package app.prtosales.page;

import static app.prtosales.page.VisibleDate.Trait.CHANGED;
import static app.prtosales.page.VisibleDate.Trait.DOUBTFUL;
import static app.prtosales.page.VisibleDate.Trait.IN_PROSE;
import static app.prtosales.page.VisibleDate.Trait.IN_SIDE_PART;
import static app.prtosales.page.VisibleDate.Trait.MARKED;
import static app.prtosales.page.VisibleDate.Trait.OF_OTHERS;
import static app.prtosales.page.VisibleDate.Trait.ORIGINAL;
import static app.prtosales.page.VisibleDate.Trait.POSSIBLE_EVENT;
import static app.prtosales.page.VisibleDate.Trait.PUBLISHED;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the instant or day of publication, or abstains if the page leaves any doubt.
final class PublicationRule {

    /// A date, and the text a person should look for to check it.
    record Published(PageDate date, String where, String value) {}

    private static final int MONTHS_OFF = 1;
    private static final Set<String> UNNAMED =
            Set.of("sailthru.date", "displaydate", "ptime", "citation_date");

    private final PageFacts page;
    private final Claims.Dates claimedDates;
    private final List<VisibleDate> visible;
    private final Optional<LocalDate> addressDay;
    private final Optional<LocalDate> addressMonth;
    private final Region region;
    private final Instant now;

    PublicationRule(
            PageFacts page,
            Claims.Dates claimedDates,
            List<VisibleDate> visible,
            Region region,
            Instant now) {
        PageAddress address = PageAddress.of(page.address());
        this.page = page;
        this.claimedDates = claimedDates;
        this.visible = visible;
        Predicate<LocalDate> past = day -> !PageDate.of(day).isAfter(now);
        this.addressDay = address.day().filter(past);
        this.addressMonth = address.month().filter(past);
        this.region = region;
        this.now = now;
    }

    Optional<Published> find() {
        List<Claim> past =
                claimedDates.published().stream()
                        .filter(claim -> !claim.date().isAfter(now))
                        .toList();
        List<Claim> telling = past.stream().filter(claim -> !isOnlyADate(claim)).toList();
        List<Claim> usable = telling.isEmpty() ? past : telling;
        if (!usable.isEmpty()) {
            return fromClaims(usable).or(() -> visibleBeforeTheLastChange(usable));
        }
        return claimedDates.published().isEmpty()
                ? fromText().filter(found -> !found.date().isAfter(now) && !isVetoed(found.date()))
                : Optional.empty();
    }

    /// Whether the claim is from a tag that does not say what its date means, and has the date of
    /// the last change.
    private boolean isOnlyADate(Claim claim) {
        return UNNAMED.contains(claim.where())
                && claimedDates.changed().stream().anyMatch(each -> each.isSameAs(claim.date()));
    }

    private Optional<Published> fromClaims(List<Claim> claims) {
        return new Conflict(
                        claims,
                        claimedDates.changed(),
                        date -> addressDay.filter(date::canBe).isPresent(),
                        date ->
                                visible.stream()
                                        .anyMatch(each ->
                                                isBeside(each)
                                                        && !each.is(POSSIBLE_EVENT)
                                                        && !each.is(DOUBTFUL)
                                                        && each.date().agreesWith(date)
                                                        && (each.is(PUBLISHED)
                                                                || !isLastChange(each.date()))),
                        date ->
                                claimedDates.weak().stream()
                                        .anyMatch(each -> each.date().agreesWith(date)),
                        region)
                .settled()
                .filter(claim -> !isVetoed(claim.date()))
                .filter(claim -> !isContradicted(claim.date()))
                .map(claim -> new Published(claim.date(), claim.where(), claim.date().written()))
                .map(shownTime()::settled);
    }

    /// If software wrote the date of the last change into every tag, the only trace of the
    /// publication date is the one readers see: marked up as a date or labeled as published.
    private Optional<Published> visibleBeforeTheLastChange(List<Claim> claims) {
        if (!claims.stream().allMatch(claim -> isLastChangeOrLater(claim.date()))) {
            return Optional.empty();
        }
        List<VisibleDate> seen =
                visible.stream()
                        .filter(each -> !each.is(POSSIBLE_EVENT))
                        .filter(each -> isBeside(each) && each.is(MARKED) || saysPublished(each))
                        .toList();
        return TextRule.uniqueSeen(seen)
                .filter(found -> !TextRule.isDoubtful(found, visible))
                .filter(found ->
                        claims.stream().allMatch(claim -> found.date().isBefore(claim.date())))
                .filter(found -> !isVetoed(found.date()))
                .filter(found -> claims.stream().noneMatch(each -> isSwapped(each, found)));
    }

    private boolean isLastChangeOrLater(PageDate date) {
        return claimedDates.changed().stream()
                .anyMatch(each -> each.isSameAs(date) || each.isBefore(date));
    }

    /// Whether day and month are swapped, so that one of the two dates is a mistake.
    private static boolean isSwapped(Claim claim, Published found) {
        LocalDate claimed = claim.date().day();
        LocalDate seen = found.date().day();
        return claimed.getMonthValue() == seen.getDayOfMonth()
                && claimed.getDayOfMonth() == seen.getMonthValue();
    }

    private boolean isVetoed(PageDate date) {
        if (addressDay.isPresent()) {
            return addressDay.get().isBefore(date.earliest().minusDays(1))
                    || addressDay.get().isAfter(date.latest().plusDays(1));
        }
        return addressMonth
                .filter(month ->
                        Math.abs(ChronoUnit.MONTHS.between(month, date.day().withDayOfMonth(1)))
                                > MONTHS_OFF)
                .isPresent();
    }

    private boolean isContradicted(PageDate date) {
        boolean isAlsoTheChange = isLastChange(date);
        boolean otherDay =
                visible.stream()
                        .filter(each -> !reconciled(each.date(), date))
                        .anyMatch(each ->
                                each.is(ORIGINAL)
                                        || saysPublished(each) && !isLastChange(each.date())
                                        || isAlsoTheChange && isBeside(each)
                                        || saysChanged(each) && !isLastChange(each.date()));
        boolean onlyTheChange = !isAlsoTheChange && showsOnlyTheLastChange();
        return (otherDay || onlyTheChange || showsAnotherRightBelow(date))
                && visible.stream()
                        .noneMatch(each -> !each.is(CHANGED) && reconciled(each.date(), date));
    }

    /// Whether the only date right below the headline, marked or not, differs from this one by more
    /// than a time zone explains.
    private boolean showsAnotherRightBelow(PageDate date) {
        List<VisibleDate> all =
                visible.stream()
                        .filter(each -> each.isRightBelowHeadline() && !each.is(IN_PROSE))
                        .toList();
        List<VisibleDate> ofStory = all.stream().filter(each -> !each.is(POSSIBLE_EVENT)).toList();
        List<VisibleDate> below = ofStory.isEmpty() ? all : ofStory;
        return below.stream().map(each -> each.date().day()).distinct().count() == 1
                && below.stream()
                        .noneMatch(each ->
                                each.is(CHANGED)
                                        || each.is(OF_OTHERS)
                                        || isLastChange(each.date())
                                        || isNear(each.date(), date));
    }

    private static boolean isNear(PageDate seen, PageDate claimed) {
        return reconciled(seen, claimed)
                || Math.abs(ChronoUnit.DAYS.between(seen.day(), claimed.day())) <= 1;
    }

    static boolean saysPublished(VisibleDate each) {
        return isBeside(each) && each.is(MARKED) || each.is(PUBLISHED) && !each.is(IN_SIDE_PART);
    }

    /// Whether every date beside the headline is that of the last change, so that the tags cannot
    /// be verified.
    private boolean showsOnlyTheLastChange() {
        List<VisibleDate> beside =
                visible.stream()
                        .filter(each ->
                                each.isBesideHeadline()
                                        && !each.is(IN_SIDE_PART)
                                        && !each.is(IN_PROSE))
                        .toList();
        return !beside.isEmpty()
                && beside.stream().allMatch(each -> isLastChange(each.date()) && !each.is(CHANGED));
    }

    /// Whether this is labeled as an update beside the headline. If no tag has that date, the tags
    /// are out of date.
    private static boolean saysChanged(VisibleDate each) {
        return each.is(CHANGED) && each.isBesideHeadline() && !each.is(IN_SIDE_PART);
    }

    /// Whether the two dates agree in some time zone.
    static boolean reconciled(PageDate seen, PageDate claimed) {
        if (seen.agreesWith(claimed)) {
            return true;
        }
        return claimed.inUtc().map(seen::agreesWith).orElse(false);
    }

    static boolean isBeside(VisibleDate each) {
        return each.isBesideHeadline()
                && !each.is(CHANGED)
                && !each.is(IN_SIDE_PART)
                && !each.is(IN_PROSE);
    }

    private boolean isLastChange(PageDate date) {
        return claimedDates.changed().stream().anyMatch(each -> each.agreesWith(date));
    }

    private Optional<Published> fromText() {
        return new TextRule(page, claimedDates, visible, addressDay, region, now)
                .find()
                .map(found -> found.date().isDay() ? shownTime().settled(found) : found);
    }

    private ShownTime shownTime() {
        return new ShownTime(page, claimedDates, visible, region, now);
    }
}
