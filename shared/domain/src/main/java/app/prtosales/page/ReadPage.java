package app.prtosales.page;

import app.prtosales.page.PageFacts.Heading;
import app.prtosales.page.PageReading.Found;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the data a placement needs from a page (R5.11). It leaves out a value rather than guess.
public final class ReadPage {

    private final InstantSource clock;

    public ReadPage(InstantSource clock) {
        this.clock = clock;
    }

    public PageReading read(PageFacts page) {
        String language =
                page.language().isBlank() ? page.tag("og:locale").orElse("") : page.language();
        Region region = Region.of(language, PageAddress.of(page.address()).host());
        Optional<Headlines.Headline> headline = Headlines.of(page);
        Claims claims = new Claims(page, region, headline.map(Headlines.Headline::text).orElse(""));
        Optional<NoStory> noStory = NoStory.of(page, claims, headline);
        if (noStory.isPresent()) {
            return ofNoStory(page, claims, headline.filter(each -> noStory.get() == NoStory.LIST));
        }
        headline = withoutMessage(page, headline);
        Claims.Dates claimedDates = claims.all();
        @Nullable Heading heading = headline.map(Headlines.Headline::heading).orElse(null);
        VisibleDates visible = new VisibleDates(page, heading, region);
        List<Evidence> evidence = new ArrayList<>();
        List<VisibleDate> seen = visible.all();
        PageDate publishedAt =
                new PublicationRule(page, claimedDates, seen, region, clock.instant())
                        .find()
                        .map(found -> {
                            evidence.add(new Evidence("publishedAt", found.where(), found.value()));
                            return found.date();
                        })
                        .orElse(null);
        @Nullable String outlet = kept("outlet", NameRules.outlet(page, claims), evidence);
        return new PageReading(
                kept("canonicalUrl", AddressRules.canonical(page), evidence),
                kept("copyOf", AddressRules.copyOf(page), evidence),
                publishedAt,
                zone(region, publishedAt, seen, evidence),
                kept(
                        "headline",
                        headline.flatMap(each -> Found.of(each.text(), each.where())),
                        evidence),
                outlet,
                kept("author", NameRules.author(page, claims, outlet, heading), evidence),
                kept("format", AddressRules.format(page, claims), evidence),
                List.copyOf(evidence));
    }

    /// In a story, a heading such as “Subscribe” is not its headline; the titles have it.
    private static Optional<Headlines.Headline> withoutMessage(
            PageFacts page, Optional<Headlines.Headline> headline) {
        return headline.filter(each -> NoStory.isMessage(each.text())).isPresent()
                ? Headlines.inTitles(page)
                : headline;
    }

    /// A page without a story has no date and no author.
    private static PageReading ofNoStory(
            PageFacts page, Claims claims, Optional<Headlines.Headline> headline) {
        List<Evidence> evidence = new ArrayList<>();
        return new PageReading(
                kept("canonicalUrl", AddressRules.canonical(page), evidence),
                null,
                null,
                null,
                kept(
                        "headline",
                        headline.flatMap(each -> Found.of(each.text(), each.where())),
                        evidence),
                kept("outlet", NameRules.outlet(page, claims), evidence),
                null,
                null,
                List.copyOf(evidence));
    }

    private static @Nullable ZoneId zone(
            Region region,
            @Nullable PageDate date,
            List<VisibleDate> visible,
            List<Evidence> evidence) {
        if (date == null) {
            return null;
        }
        boolean hasOffset = date.precision() == 3;
        Optional<ZoneId> zone = region.zone().filter(each -> !hasOffset || keeps(each, date));
        Optional<VisibleDate> named =
                visible.stream()
                        .filter(each ->
                                each.date().isSameMinuteAs(date) && named(each, region).isPresent())
                        .findFirst();
        // Some sites show each reader the time of the reader's country.
        boolean isReaders = hasOffset && zone.isPresent();
        if (named.isPresent() && !isReaders) {
            evidence.add(new Evidence("zone", "the text", named.get().words()));
            return named(named.get(), region).orElseThrow();
        }
        zone.ifPresent(
                each -> evidence.add(new Evidence("zone", "the outlet's country", each.getId())));
        return zone.orElse(null);
    }

    /// The zone that the text names beside a date.
    private static Optional<ZoneId> named(VisibleDate each, Region region) {
        return TimeOfDay.zoneName(each.words()).flatMap(name -> ZoneNames.zone(name, region));
    }

    private static boolean keeps(ZoneId zone, PageDate date) {
        return zone.getRules()
                .getOffset(date.day().atTime(date.timeOrMidnight()))
                .equals(date.offset());
    }

    private static @Nullable String kept(
            String field, Optional<Found> found, List<Evidence> evidence) {
        if (found.isEmpty()) {
            return null;
        }
        evidence.add(new Evidence(field, found.get().where(), found.get().value()));
        return found.get().value();
    }
}
