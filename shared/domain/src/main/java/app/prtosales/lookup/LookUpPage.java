package app.prtosales.lookup;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.concurrent.Concurrently.Both;
import app.prtosales.lookup.Pages.Answer;
import app.prtosales.page.Evidence;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.FieldError;
import app.prtosales.text.IanaZone;
import app.prtosales.text.Problems;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Proposes the form's fields from a link that someone pasted (R5.11). Nothing is stored or
/// submitted.
public final class LookUpPage {

    /// How many earlier placements are searched for the outlet's name: about half a year's worth.
    private static final int EARLIER = 100;

    private static final String FROM_EARLIER = "an earlier story of this outlet";

    private final Placements placements;
    private final Pages pages;

    public LookUpPage(Placements placements, Pages pages) {
        this.placements = placements;
        this.pages = pages;
    }

    /// The result of a lookup.
    public sealed interface Outcome {

        /// @param existing the placement that already tells this story
        /// @param original the placement of the story that this page is a copy of
        record Found(
                PageMetadata metadata,
                Optional<StoryInBrief> existing,
                Optional<StoryInBrief> original)
                implements Outcome {}

        /// The address is not a valid web address.
        record Invalid(List<FieldError> errors) implements Outcome {}

        /// @param status the HTTP status; 0 if there was no response
        record NotRead(PageRefusal why, int status) implements Outcome {}
    }

    /// Looks up a pasted link. If a placement already tells the story, the page is not fetched.
    ///
    /// @param html the page's content, if the caller sent it; null to have it fetched
    public Outcome lookUp(String url, @Nullable String html) {
        Problems problems = new Problems();
        @Nullable WebAddress address = WebAddress.read("url", url, problems);
        if (address == null) {
            return new Outcome.Invalid(problems.asList());
        }
        Optional<StoryInBrief> existing = existing(url, address);
        if (existing.isPresent()) {
            return new Outcome.Found(
                    PageMetadata.nothing(address.value()), existing, Optional.empty());
        }
        Both<Answer, List<Placement>> read =
                Concurrently.both(
                        () -> pages.read(address.value(), html),
                        () -> placements.newest(EARLIER, null).placements());
        return switch (read.one()) {
            case Answer.NotRead(var why, var status) -> new Outcome.NotRead(why, status);
            case Answer.Read(var metadata) -> found(address, metadata, read.other());
        };
    }

    private Outcome found(WebAddress pasted, PageMetadata metadata, List<Placement> earlier) {
        @Nullable WebAddress at = address(metadata.url());
        @Nullable WebAddress own = address(metadata.canonicalUrl());
        @Nullable WebAddress first = address(metadata.copyOf());
        WebAddress page = own != null ? own : at != null ? at : pasted;
        return new Outcome.Found(
                proposal(
                        pasted,
                        own,
                        page,
                        first,
                        metadata,
                        KnownOutlet.of(page, metadata, earlier)),
                existing(page.value(), page),
                first == null ? Optional.empty() : existing(first.value(), first));
    }

    private static PageMetadata proposal(
            WebAddress pasted,
            @Nullable WebAddress own,
            WebAddress page,
            @Nullable WebAddress first,
            PageMetadata metadata,
            Optional<KnownOutlet> known) {
        List<Evidence> evidence = new ArrayList<>(metadata.evidence());
        @Nullable String canonical = own == null ? null : own.value();
        if (own == null && !page.canonical().equals(pasted.canonical())) {
            canonical = page.value();
            evidence.add(new Evidence("canonicalUrl", "where the link led", page.value()));
        }
        @Nullable String outlet = metadata.outlet();
        @Nullable String zone =
                metadata.zone() == null
                        ? null
                        : IanaZone.read(metadata.zone()).map(ZoneId::getId).orElse(null);
        if (known.isPresent()) {
            outlet = known.get().name();
            replace(evidence, "outlet", outlet);
            @Nullable ZoneId usual = known.get().zone();
            if (usual != null && fits(usual, metadata.publishedAt())) {
                zone = usual.getId();
                replace(evidence, "zone", zone);
            }
        }
        keepIf(canonical != null, evidence, "canonicalUrl");
        keepIf(first != null, evidence, "copyOf");
        keepIf(zone != null, evidence, "zone");
        return new PageMetadata(
                pasted.value(),
                canonical,
                first == null ? null : first.value(),
                metadata.publishedAt(),
                metadata.dateOnly(),
                zone,
                metadata.headline(),
                outlet,
                metadata.author(),
                metadata.format(),
                evidence);
    }

    /// Replaces a field's evidence: what people entered for this outlet before takes precedence
    /// over the page.
    private static void replace(List<Evidence> evidence, String field, String value) {
        evidence.removeIf(each -> each.field().equals(field));
        evidence.add(new Evidence(field, FROM_EARLIER, value));
    }

    /// Drops the evidence for a value that is not proposed.
    private static void keepIf(boolean proposed, List<Evidence> evidence, String field) {
        if (!proposed) {
            evidence.removeIf(each -> each.field().equals(field));
        }
    }

    /// Whether the page's UTC offset, if it states one, fits this zone.
    private static boolean fits(ZoneId zone, @Nullable String publishedAt) {
        if (publishedAt == null) {
            return true;
        }
        try {
            OffsetDateTime said = OffsetDateTime.parse(publishedAt);
            return said.getOffset().equals(ZoneOffset.UTC)
                    || zone.getRules().getOffset(said.toInstant()).equals(said.getOffset());
        } catch (DateTimeException noOffset) {
            return true;
        }
    }

    /// Validates an address found on a page as if it had been pasted; null if it is invalid.
    private static @Nullable WebAddress address(@Nullable String written) {
        return written == null ? null : WebAddress.read("url", written, new Problems());
    }

    private Optional<StoryInBrief> existing(String pasted, WebAddress address) {
        return new EarlierStories(placements).known(pasted, address).map(StoryInBrief::of);
    }
}
