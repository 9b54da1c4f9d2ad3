package app.prtosales.change;

import app.prtosales.change.Decision.Answer;
import app.prtosales.change.Decision.WriteAfter;
import app.prtosales.history.Person;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.placement.Copy;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.StoryKey;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.Invisible;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Attaches another publication of the same story; the clock keeps running from the first
/// publication (R5.4). If it was submitted as a placement of its own, that placement is merged into
/// the original: nothing more is sent about it.
final class AttachCopy {

    private final ApplyChange changes;
    private final EarlierStories earlier;

    AttachCopy(ApplyChange changes, EarlierStories earlier) {
        this.changes = changes;
        this.earlier = earlier;
    }

    ChangeOutcome attach(
            PlacementId id,
            @Nullable String url,
            @Nullable String outlet,
            @Nullable String reason,
            Person by) {
        Problems problems = new Problems();
        String why = Reason.read(reason, problems);
        String where =
                PlainText.requiredLine("outlet", outlet, SubmissionReader.MAXIMUM_OUTLET, problems);
        @Nullable WebAddress address = address(url, problems);
        if (address == null || problems.any()) {
            return ChangeOutcome.invalid(problems);
        }
        StoryKey key = new StoryKey(address.canonical().value());
        return changes.apply(
                id,
                by,
                (placement, now) -> {
                    Copy copy = new Copy(address, where, null, now, by.id(), why);
                    return attached(placement, key, copy, String.valueOf(url), by);
                });
    }

    private static @Nullable WebAddress address(@Nullable String pasted, Problems problems) {
        if (pasted == null || Invisible.strip(pasted).isEmpty()) {
            problems.add("url", "Enter the link");
            return null;
        }
        return WebAddress.read("url", pasted, problems);
    }

    private Decision attached(
            Placement placement, StoryKey key, Copy copy, String pasted, Person by) {
        boolean known =
                placement.changes().copies().stream()
                        .anyMatch(each -> each.url().canonical().equals(copy.url().canonical()));
        if (known || placement.storyKeys().contains(key)) {
            return Decision.unchanged(placement);
        }
        if (placement.status().isOver()) {
            return Decision.over(placement);
        }
        if (placement.changes().copies().size() >= Decision.MAXIMUM_CHANGES) {
            return Decision.tooMany();
        }
        String what = "copy attached: %s, %s".formatted(copy.outlet(), copy.url());
        Optional<PlacementId> other = earlier.telling(pasted, copy.url());
        if (other.isEmpty() || other.get().equals(placement.id())) {
            return Decision.write(placement.withCopy(copy), what, copy.reason());
        }
        return new WriteAfter(
                other.get(),
                (copied, now) -> folded(copied, now, placement.id(), copy.reason(), by),
                Decision.write(placement.withCopy(of(copy, other.get())), what, copy.reason()));
    }

    private static Copy of(Copy copy, PlacementId placement) {
        return new Copy(
                copy.url(), copy.outlet(), placement, copy.attachedAt(), copy.by(), copy.reason());
    }

    /// Marks a separately submitted placement as a copy of the original. This is written before the
    /// original is changed; if it is interrupted in between, repeating the request finishes it.
    private static Decision folded(
            Placement placement, Instant now, PlacementId first, String why, Person by) {
        if (placement.changes().copyOf().filter(first::equals).isPresent()) {
            return Decision.unchanged(placement);
        }
        if (placement.status().isOver()) {
            return new Answer(
                    new ChangeOutcome.Conflict(
                            "This link belongs to a story that was %s."
                                    .formatted(placement.status().word()),
                            placement.id()));
        }
        if (!placement.changes().copies().isEmpty()) {
            return new Answer(
                    new ChangeOutcome.Conflict(
                            "This link belongs to a story that has copies of its own.",
                            placement.id()));
        }
        return Decision.write(
                placement.withdrawn(new TakenBack(now, by.id(), why, first)),
                "is a copy of %s".formatted(first),
                why);
    }
}
