package app.prtosales.change;

import app.prtosales.change.Decision.Write;
import app.prtosales.change.Decision.WriteBoth;
import app.prtosales.history.Person;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.placement.Copy;
import app.prtosales.placement.EarlierStories;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.StoryKey;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.WebAddress;
import app.prtosales.text.Invisible;
import app.prtosales.text.PlainText;
import app.prtosales.text.Problems;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Attaches another publication of the same story; the clock keeps running from the first
/// publication (R5.4). If it was submitted as a placement of its own, that placement is merged into
/// the original: nothing more is sent about it. Both are changed in one write, so that of two
/// people who merge the same story in different ways, one is refused.
final class AttachCopy {

    private final ApplyChange changes;
    private final Placements placements;
    private final EarlierStories earlier;

    AttachCopy(ApplyChange changes, Placements placements) {
        this.changes = changes;
        this.placements = placements;
        this.earlier = new EarlierStories(placements);
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
                    return attached(placement, key, copy, String.valueOf(url));
                });
    }

    private static @Nullable WebAddress address(@Nullable String pasted, Problems problems) {
        if (pasted == null || Invisible.isAllOf(pasted)) {
            problems.add("url", "Enter the link");
            return null;
        }
        return WebAddress.read("url", pasted, problems);
    }

    private Decision attached(Placement placement, StoryKey key, Copy copy, String pasted) {
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
        Optional<PlacementId> holder = earlier.holderOf(pasted, copy.url());
        return holder.isEmpty() || holder.get().equals(placement.id())
                ? with(placement, copy)
                : attachTaken(placement, placements.find(holder.get()).orElseThrow(), copy, pasted);
    }

    /// Attaches a link that belongs to another placement.
    private Decision attachTaken(Placement placement, Placement holder, Copy copy, String pasted) {
        if (holder.changes().copyOf().filter(placement.id()::equals).isPresent()) {
            // It was merged under another of its links, or an earlier version was interrupted
            // before it attached this one.
            return with(placement, submittedAs(holder.id(), copy));
        }
        Placement present = earlier.present(holder.id(), pasted, copy.url());
        if (EarlierStories.canTake(placement, present)) {
            return with(placement, copy).inPlaceOf(holder.id());
        }
        return holder.changes().copyOf().isPresent()
                ? Decision.conflict(
                        "This link already belongs to another story, as a copy.", present.id())
                : merged(placement, present, copy);
    }

    private static Write with(Placement placement, Copy copy) {
        return Decision.write(
                placement.withCopy(copy),
                "copy attached: %s, %s".formatted(copy.outlet(), copy.url()),
                copy.reason());
    }

    /// Turns a separately submitted placement into a copy of the original.
    private static Decision merged(Placement original, Placement copied, Copy copy) {
        if (copied.status().isOver()) {
            return Decision.conflict(
                    "This link belongs to a story that was %s.".formatted(copied.status().word()),
                    copied.id());
        }
        if (!copied.changes().copies().isEmpty()) {
            return Decision.conflict(
                    "This link belongs to a story that has copies of its own.", copied.id());
        }
        TakenBack why = new TakenBack(copy.attachedAt(), copy.by(), copy.reason(), original.id());
        return new WriteBoth(
                with(original, submittedAs(copied.id(), copy)),
                Decision.write(
                        copied.withdrawn(why),
                        "is a copy of %s".formatted(original.id()),
                        copy.reason()));
    }

    /// The copy, with the placement as which it was submitted.
    private static Copy submittedAs(PlacementId placement, Copy copy) {
        return new Copy(
                copy.url(), copy.outlet(), placement, copy.attachedAt(), copy.by(), copy.reason());
    }
}
