package app.prtosales.page;

import static app.prtosales.page.VisibleDate.Trait.CHANGED;
import static app.prtosales.page.VisibleDate.Trait.DOUBTFUL;
import static app.prtosales.page.VisibleDate.Trait.IN_PROSE;
import static app.prtosales.page.VisibleDate.Trait.IN_SIDE_PART;
import static app.prtosales.page.VisibleDate.Trait.IN_TIME_ELEMENT;
import static app.prtosales.page.VisibleDate.Trait.MARKED;
import static app.prtosales.page.VisibleDate.Trait.OF_LAYOUT;
import static app.prtosales.page.VisibleDate.Trait.ORIGINAL;
import static app.prtosales.page.VisibleDate.Trait.POSSIBLE_EVENT;
import static app.prtosales.page.VisibleDate.Trait.PUBLISHED;
import static app.prtosales.page.VisibleDate.Trait.TOLD;

import app.prtosales.page.PageFacts.TimeElement;
import app.prtosales.page.PublicationRule.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// Finds the publication date in what readers see, if no tag claims one.
final class TextRule {

    private final PageFacts page;
    private final Claims.Dates claimedDates;
    private final List<VisibleDate> seen;

    /// The visible dates, except those that a sentence mentions and those of events.
    private final List<VisibleDate> visible;

    private final Optional<LocalDate> addressDay;
    private final WrittenDate written;
    private final Instant now;

    TextRule(
            PageFacts page,
            Claims.Dates claimedDates,
            List<VisibleDate> visible,
            Optional<LocalDate> addressDay,
            Region region,
            Instant now) {
        this.page = page;
        this.claimedDates = claimedDates;
        this.seen = visible;
        this.visible =
                visible.stream()
                        .filter(each -> !each.is(TOLD) && !each.is(POSSIBLE_EVENT))
                        .toList();
        this.addressDay = addressDay;
        this.written = new WrittenDate(region);
        this.now = now;
    }

    Optional<Published> find() {
        return fromAddress()
                .or(this::fromWeakTag)
                .or(() -> fromSight().filter(found -> !isDoubtful(found, visible)))
                .filter(found -> !contradictsWeak(found))
                .filter(found -> !contradictsOriginal(found));
    }

    private Optional<Published> fromSight() {
        return fromTime()
                .or(this::fromWords)
                .or(this::fromBesideHeadline)
                .or(this::fromPartNextToHeadline);
    }

    /// Whether the day is shown after words that no rule knows, and nowhere else.
    static boolean isDoubtful(Published found, List<VisibleDate> visible) {
        List<VisibleDate> same =
                visible.stream()
                        .filter(each -> !each.is(CHANGED) && each.date().agreesWith(found.date()))
                        .toList();
        return !same.isEmpty() && same.stream().allMatch(each -> each.is(DOUBTFUL));
    }

    private boolean contradictsWeak(Published found) {
        return !claimedDates.weak().isEmpty()
                && claimedDates.weak().stream()
                        .noneMatch(each ->
                                PublicationRule.reconciled(found.date(), each.date())
                                        || each.date().isDay()
                                                && found.date()
                                                        .canBe(each.date().day().minusDays(1)));
    }

    private boolean contradictsOriginal(Published found) {
        return seen.stream()
                .anyMatch(each ->
                        each.is(ORIGINAL)
                                && !PublicationRule.reconciled(each.date(), found.date()));
    }

    private Optional<Published> fromAddress() {
        if (addressDay.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = addressDay.get();
        Optional<Published> weak =
                claimedDates.weak().stream()
                        .filter(claim -> claim.date().canBe(day))
                        .findFirst()
                        .map(claim ->
                                new Published(claim.date(), claim.where(), claim.date().written()));
        return weak.or(() ->
                        visible.stream()
                                .filter(each -> !each.is(CHANGED) && each.date().canBe(day))
                                .filter(each -> !each.is(IN_SIDE_PART) || each.isBesideHeadline())
                                .findFirst()
                                .map(this::backed))
                .or(() ->
                        visible.stream()
                                .filter(each -> each.is(CHANGED) && each.isBesideHeadline())
                                .filter(each -> each.date().canBe(day))
                                .findFirst()
                                .map(each ->
                                        new Published(
                                                PageDate.of(day),
                                                "the address and the text",
                                                each.words())))
                .or(() -> fromDayBefore(day));
    }

    /// A story in tomorrow's print edition has tomorrow's date in its URL.
    private Optional<Published> fromDayBefore(LocalDate day) {
        return unique(
                visible.stream()
                        .filter(each ->
                                !each.is(IN_SIDE_PART) && !each.is(CHANGED) && !each.is(IN_PROSE))
                        .filter(each -> each.is(IN_TIME_ELEMENT) || each.is(PUBLISHED))
                        .filter(each -> each.date().canBe(day.minusDays(1)))
                        .map(this::backed)
                        .toList());
    }

    private Published backed(VisibleDate each) {
        PageDate date =
                element(page, each)
                        .flatMap(time -> attribute(time, each.date()))
                        .orElse(each.date());
        return new Published(date, "the address and the text", each.words());
    }

    private Optional<Published> fromWeakTag() {
        return claimedDates.weak().stream()
                .filter(claim -> !claim.date().isAfter(now) && !isLastChangeOnly(claim.date()))
                .filter(claim ->
                        visible.stream()
                                .anyMatch(each ->
                                        !each.is(CHANGED)
                                                && (PublicationRule.isBeside(each)
                                                        || each.is(PUBLISHED)
                                                                && !each.is(IN_SIDE_PART))
                                                && each.date().agreesWith(claim.date())))
                .findFirst()
                .map(claim -> new Published(claim.date(), claim.where(), claim.date().written()));
    }

    private boolean isLastChangeOnly(PageDate date) {
        return claimedDates.changed().stream()
                .anyMatch(each -> each.isSameAs(date) && !each.isDay());
    }

    private Optional<Published> fromTime() {
        return unique(
                page.times().stream()
                        .filter(each -> !each.inSidePart())
                        .flatMap(each -> time(each).stream())
                        .toList());
    }

    private Optional<Published> time(TimeElement time) {
        return visible.stream()
                .filter(each -> each.is(IN_TIME_ELEMENT))
                .filter(each -> !each.is(IN_SIDE_PART) && !each.is(CHANGED) && !each.is(IN_PROSE))
                .filter(each -> shows(time, each))
                .filter(each -> each.isBesideHeadline() || each.is(PUBLISHED))
                .findFirst()
                .flatMap(each -> attribute(time, each.date()))
                .map(date -> new Published(date, "the page's time element", time.text().strip()));
    }

    /// The `time` element that shows a date, if one does.
    static Optional<TimeElement> element(PageFacts page, VisibleDate seen) {
        return page.times().stream()
                .filter(time -> seen.is(IN_TIME_ELEMENT) && shows(time, seen))
                .findFirst();
    }

    private static boolean shows(TimeElement time, VisibleDate seen) {
        return time.text().contains(seen.words())
                || !time.text().isBlank() && seen.words().contains(time.text().strip());
    }

    /// The shown date, made more precise by the element's attribute; empty if the two conflict.
    private Optional<PageDate> attribute(TimeElement time, PageDate shown) {
        Optional<PageDate> attribute = written.read(time.datetime());
        return attribute.isPresent() && !PublicationRule.reconciled(shown, attribute.get())
                ? Optional.empty()
                : attribute
                        .filter(each -> each.precision() >= shown.precision())
                        .or(() -> Optional.of(shown));
    }

    /// From a word for "published". One far from the headline can be about something else, so a day
    /// that is marked beside the headline counts more.
    private Optional<Published> fromWords() {
        List<VisibleDate> labeled =
                visible.stream()
                        .filter(each -> each.is(PUBLISHED) && !each.is(IN_SIDE_PART))
                        .filter(each -> each.distance() == null || each.distance() >= -400)
                        .toList();
        if (labeled.stream().noneMatch(VisibleDate::isBesideHeadline)) {
            Optional<Published> beside =
                    uniqueSeen(
                            visible.stream()
                                    .filter(PublicationRule::isBeside)
                                    .filter(each -> each.is(MARKED) && !canBeTheSitesOwn(each))
                                    .toList());
            if (beside.isPresent()) {
                return beside;
            }
        }
        return unique(
                labeled.stream()
                        .map(each ->
                                new Published(each.date(), "the text, as published", each.words()))
                        .toList());
    }

    private Optional<Published> fromBesideHeadline() {
        List<VisibleDate> all = visible.stream().filter(PublicationRule::isBeside).toList();
        boolean canBeToday = all.stream().anyMatch(this::canBeTheSitesOwn);
        List<VisibleDate> beside =
                all.stream()
                        .filter(each -> !canBeTheSitesOwn(each))
                        .filter(each -> !canBeToday || each.is(MARKED) || each.is(PUBLISHED))
                        .toList();
        return uniqueSeen(beside)
                .or(() -> uniqueSeen(beside.stream().filter(each -> each.is(MARKED)).toList()))
                .or(() ->
                        uniqueSeen(beside.stream().filter(each -> !each.date().isDay()).toList()));
    }

    /// A marked-up date right next to the headline belongs to the story, even in what looks like a
    /// side part, unless it stands above the headline and can be today's.
    private Optional<Published> fromPartNextToHeadline() {
        return uniqueSeen(
                visible.stream()
                        .filter(each -> each.is(IN_SIDE_PART) && each.is(MARKED))
                        .filter(each -> !each.is(CHANGED) && !each.is(IN_PROSE))
                        .filter(each ->
                                each.isNextToHeadline()
                                        || each.isRightAboveHeadline() && !canBeTheSitesOwn(each))
                        .toList());
    }

    /// Whether the site may be showing what day it is, as many do above every headline.
    private boolean canBeTheSitesOwn(VisibleDate each) {
        LocalDate yesterday = now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(1);
        return each.isAboveHeadline()
                && !each.is(PUBLISHED)
                && !each.is(IN_TIME_ELEMENT)
                && each.date().isDay()
                && (each.is(OF_LAYOUT) || !each.date().day().isBefore(yesterday));
    }

    static Optional<Published> uniqueSeen(List<VisibleDate> seen) {
        return unique(
                seen.stream()
                        .map(each ->
                                new Published(
                                        each.date(), "the text beside the headline", each.words()))
                        .toList());
    }

    /// The most precise date, if all of them are the same day.
    private static Optional<Published> unique(List<Published> found) {
        if (found.stream().map(each -> each.date().day()).distinct().count() != 1) {
            return Optional.empty();
        }
        return found.stream().reduce((a, b) -> b.date().precision() > a.date().precision() ? b : a);
    }
}
