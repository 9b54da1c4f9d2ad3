package app.prtosales.page;

import app.prtosales.page.PageFacts.TimeElement;
import app.prtosales.page.VisibleDates.Visible;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Finds the instant or day of publication, or abstains where the page leaves a doubt.
final class PublicationRule {

    /// A date and what a person should look for to see it.
    record Published(PageDate date, String where, String value) {}

    private static final int MONTHS_OFF = 1;
    private static final Set<String> UNNAMED =
            Set.of("sailthru.date", "displaydate", "ptime", "citation_date");

    private final PageFacts page;
    private final Claims.Said said;
    private final List<Visible> visible;
    private final Optional<LocalDate> addressDay;
    private final Optional<LocalDate> addressMonth;
    private final Region region;
    private final Instant now;

    PublicationRule(
            PageFacts page, Claims.Said said, List<Visible> visible, Region region, Instant now) {
        PageAddress address = PageAddress.of(page.address());
        this.page = page;
        this.said = said;
        this.visible = visible;
        Predicate<LocalDate> past = day -> !PageDate.of(day).isAfter(now);
        this.addressDay = address.day().filter(past);
        this.addressMonth = address.month().filter(past);
        this.region = region;
        this.now = now;
    }

    Optional<Published> find() {
        List<Claim> past =
                said.published().stream().filter(claim -> !claim.date().isAfter(now)).toList();
        List<Claim> telling = past.stream().filter(claim -> !isOnlyADate(claim)).toList();
        List<Claim> usable = telling.isEmpty() ? past : telling;
        if (!usable.isEmpty()) {
            return fromClaims(usable);
        }
        return said.published().isEmpty()
                ? fromText().filter(found -> !found.date().isAfter(now) && !isVetoed(found.date()))
                : Optional.empty();
    }

    /// A tag that does not say what its date is of, and that holds the last change.
    private boolean isOnlyADate(Claim claim) {
        return UNNAMED.contains(claim.where())
                && said.changed().stream().anyMatch(each -> each.isSameAs(claim.date()));
    }

    private Optional<Published> fromClaims(List<Claim> claims) {
        return new Conflict(
                        claims,
                        said.changed(),
                        date -> addressDay.filter(date::canBe).isPresent(),
                        date ->
                                visible.stream()
                                        .anyMatch(each ->
                                                isBeside(each)
                                                        && each.date().agreesWith(date)
                                                        && (each.published()
                                                                || !isLastChange(each.date()))),
                        date -> said.weak().stream().anyMatch(each -> each.date().agreesWith(date)),
                        region)
                .settled()
                .filter(claim -> !isVetoed(claim.date()))
                .filter(claim -> !isContradicted(claim.date()))
                .map(claim -> new Published(claim.date(), claim.where(), claim.date().written()));
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
                                each.original()
                                        || saysPublished(each) && !isLastChange(each.date())
                                        || isAlsoTheChange && isBeside(each)
                                        || saysChanged(each) && !isLastChange(each.date()));
        boolean onlyTheChange = !isAlsoTheChange && showsOnlyTheChange();
        return (otherDay || onlyTheChange)
                && visible.stream()
                        .noneMatch(each -> !each.changed() && reconciled(each.date(), date));
    }

    private static boolean saysPublished(Visible each) {
        return isBeside(each) && each.marked() || each.published() && !each.inSidePart();
    }

    /// Whether all dates beside the headline are the last change's: nobody can check the tags.
    private boolean showsOnlyTheChange() {
        List<Visible> beside =
                visible.stream()
                        .filter(each ->
                                each.isBesideHeadline() && !each.inSidePart() && !each.inProse())
                        .toList();
        return !beside.isEmpty()
                && beside.stream().allMatch(each -> isLastChange(each.date()) && !each.changed());
    }

    /// An update beside the headline that no tag knows: the tags are not kept with the page.
    private static boolean saysChanged(Visible each) {
        return each.changed() && each.isBesideHeadline() && !each.inSidePart();
    }

    /// Whether some zone makes both the same.
    private static boolean reconciled(PageDate seen, PageDate claimed) {
        if (seen.agreesWith(claimed)) {
            return true;
        }
        return claimed.inUtc().map(seen::agreesWith).orElse(false);
    }

    private static boolean isBeside(Visible each) {
        return each.isBesideHeadline() && !each.changed() && !each.inSidePart() && !each.inProse();
    }

    private boolean isLastChange(PageDate date) {
        return said.changed().stream().anyMatch(each -> each.agreesWith(date));
    }

    private Optional<Published> fromText() {
        return fromAddress()
                .or(this::fromWeakTag)
                .or(this::fromTime)
                .or(this::fromWords)
                .or(this::fromBesideHeadline)
                .filter(found -> !contradictsWeak(found))
                .filter(found -> !contradictsOriginal(found));
    }

    private boolean contradictsWeak(Published found) {
        return !said.weak().isEmpty()
                && said.weak().stream().noneMatch(each -> reconciled(found.date(), each.date()));
    }

    private boolean contradictsOriginal(Published found) {
        return visible.stream()
                .anyMatch(each -> each.original() && !reconciled(each.date(), found.date()));
    }

    private Optional<Published> fromAddress() {
        if (addressDay.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = addressDay.get();
        Optional<Published> weak =
                said.weak().stream()
                        .filter(claim -> claim.date().canBe(day))
                        .findFirst()
                        .map(claim ->
                                new Published(claim.date(), claim.where(), claim.date().written()));
        return weak.or(() ->
                visible.stream()
                        .filter(each -> !each.inSidePart() && each.date().canBe(day))
                        .findFirst()
                        .map(each ->
                                new Published(
                                        each.date(), "the address and the text", each.words())));
    }

    private Optional<Published> fromWeakTag() {
        return said.weak().stream()
                .filter(claim -> !claim.date().isAfter(now) && !isLastChangeOnly(claim.date()))
                .filter(claim ->
                        visible.stream()
                                .anyMatch(each ->
                                        !each.changed()
                                                && (isBeside(each)
                                                        || each.published() && !each.inSidePart())
                                                && each.date().agreesWith(claim.date())))
                .findFirst()
                .map(claim -> new Published(claim.date(), claim.where(), claim.date().written()));
    }

    private boolean isLastChangeOnly(PageDate date) {
        return said.changed().stream().anyMatch(each -> each.isSameAs(date) && !each.isDay());
    }

    private Optional<Published> fromTime() {
        WrittenDate written = new WrittenDate(region);
        List<Published> found =
                page.times().stream()
                        .filter(each -> !each.inSidePart())
                        .flatMap(each -> time(each, written).stream())
                        .toList();
        return unique(found);
    }

    private Optional<Published> time(TimeElement time, WrittenDate written) {
        Optional<Visible> shown =
                visible.stream()
                        .filter(Visible::isTime)
                        .filter(each -> !each.inSidePart() && !each.changed())
                        .filter(each ->
                                time.text().contains(each.words())
                                        || each.words().contains(time.text().strip())
                                                && !time.text().isBlank())
                        .filter(each -> each.isBesideHeadline() || each.published())
                        .findFirst();
        if (shown.isEmpty()) {
            return Optional.empty();
        }
        Optional<PageDate> attribute = written.read(time.datetime());
        PageDate text = shown.get().date();
        if (attribute.isPresent() && !reconciled(text, attribute.get())) {
            return Optional.empty();
        }
        PageDate date = attribute.filter(each -> each.precision() >= text.precision()).orElse(text);
        return Optional.of(new Published(date, "the page's time element", time.text().strip()));
    }

    private Optional<Published> fromWords() {
        return unique(
                visible.stream()
                        .filter(each -> each.published() && !each.inSidePart())
                        .filter(each -> each.distance() == null || each.distance() >= -400)
                        .map(each ->
                                new Published(each.date(), "the text, as published", each.words()))
                        .toList());
    }

    private Optional<Published> fromBesideHeadline() {
        return unique(
                visible.stream()
                        .filter(PublicationRule::isBeside)
                        .map(each ->
                                new Published(
                                        each.date(), "the text beside the headline", each.words()))
                        .toList());
    }

    /// The most precise, where all mean one day.
    private static Optional<Published> unique(List<Published> found) {
        if (found.stream().map(each -> each.date().day()).distinct().count() != 1) {
            return Optional.empty();
        }
        return found.stream().reduce((a, b) -> b.date().precision() > a.date().precision() ? b : a);
    }
}
