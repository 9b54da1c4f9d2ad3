package app.prtosales.aws.table;

import app.prtosales.placement.Changes;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Note;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Status;
import app.prtosales.placement.Story;
import app.prtosales.placement.Timer;
import app.prtosales.placement.Tone;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a placement to its item; the only class that knows the format.
final class PlacementItem {

    static final String SORT_KEY = "PLACEMENT";
    static final String DUE = "DUE";
    static final String VERSION = "version";

    /// Not `expiresAt`, the attribute by which the table deletes items.
    private static final String SHELF_LIFE = "shelfLifeEndsAt";

    private static final String CHANGES = "changes";
    static final String PREFIX = "PLACEMENT#";

    /// Set by a newer release whose placements this one would misread or read incompletely; this
    /// release never sets it.
    private static final String LAYOUT = "layout";

    private PlacementItem() {}

    static String partition(PlacementId id) {
        return PREFIX + id;
    }

    static PlacementId idFrom(String partition) {
        return new PlacementId(partition.substring(PREFIX.length()));
    }

    static Map<String, AttributeValue> key(PlacementId id) {
        return Keys.key(partition(id), SORT_KEY);
    }

    static Map<String, AttributeValue> toItem(Placement placement) {
        ItemWriter item =
                ItemWriter.item(partition(placement.id()), SORT_KEY)
                        .map("story", story(placement.story()))
                        .map("note", note(placement.note()))
                        .map("publication", PublicationAttributes.of(placement.publication()))
                        .choice("forwardability", placement.forwardability())
                        .flag("backfill", placement.backfill())
                        .texts("submittedBy", placement.submittedBy())
                        .instant("acceptedAt", placement.acceptedAt())
                        .choice("status", placement.status())
                        .map("timers", timers(placement.timers()))
                        .instant("dispatchedAt", placement.dispatchedAt())
                        .instant(SHELF_LIFE, placement.expiresAt())
                        .number(VERSION, placement.version());
        if (placement.judgment() != null) {
            item.map("judgement", ReachedAttributes.of(placement.judgment()));
        }
        if (!placement.changes().equals(Changes.NONE)) {
            item.map(CHANGES, ChangesAttributes.of(placement.changes()));
        }
        placement
                .dueAt()
                .ifPresent(at ->
                        item.text(Keys.DUE_PK, DUE)
                                .text(
                                        Keys.DUE_SK,
                                        "%s#%s"
                                                .formatted(
                                                        Keys.instantRoundedUp(at),
                                                        placement.id())));
        return item.attributes();
    }

    static Placement fromItem(ItemReader item) {
        if (item.has(LAYOUT)) {
            throw new IllegalStateException(
                    "a newer release wrote it, in layout %d".formatted(item.number(LAYOUT)));
        }
        Story story = story(item.map("story"));
        Publication publication = PublicationAttributes.publication(item.map("publication"));
        @Nullable Instant shelfLife = item.instantOrNull(SHELF_LIFE);
        return new Placement(
                idFrom(item.text(Keys.PK)),
                story,
                note(item.map("note")),
                publication,
                item.choice(Forwardability.class, "forwardability"),
                item.flag("backfill"),
                item.texts("submittedBy"),
                item.instant("acceptedAt"),
                item.choice(Status.class, "status"),
                timers(item.map("timers")),
                item.instantOrNull("dispatchedAt"),
                item.has("judgement") ? ReachedAttributes.judgment(item.map("judgement")) : null,
                shelfLife != null ? shelfLife : publication.at().plus(story.format().shelfLife()),
                item.has(CHANGES) ? ChangesAttributes.changes(item.map(CHANGES)) : Changes.NONE,
                item.number(VERSION));
    }

    private static Map<String, AttributeValue> story(Story story) {
        return ItemWriter.map()
                .text(
                        WebAddressAttributes.KEY,
                        story.url() == null ? null : story.url().canonical().value())
                .text(
                        WebAddressAttributes.LINK,
                        story.url() == null ? null : WebAddressAttributes.link(story.url()))
                .text("outlet", story.outlet())
                .text("headline", story.headline())
                .choice("format", story.format())
                .choice("tone", story.tone())
                .text("topic", story.topic())
                .text("spokesperson", story.spokesperson())
                .text("quote", story.quote())
                .text("whyItMatters", story.whyItMatters())
                .text("holdingLine", story.holdingLine())
                .attributes();
    }

    private static Story story(ItemReader map) {
        return new Story(
                map.has(WebAddressAttributes.KEY) ? WebAddressAttributes.address(map) : null,
                map.text("outlet"),
                map.text("headline"),
                map.choice(Format.class, "format"),
                map.choice(Tone.class, "tone"),
                map.textOrNull("topic"),
                map.textOrNull("spokesperson"),
                map.textOrNull("quote"),
                map.textOrNull("whyItMatters"),
                map.textOrNull("holdingLine"));
    }

    private static Map<String, AttributeValue> note(Note note) {
        return ItemWriter.map()
                .text("text", note.text())
                .texts("segments", note.segments())
                .texts("personas", note.personas())
                .attributes();
    }

    private static Note note(ItemReader map) {
        return new Note(map.text("text"), map.texts("segments"), map.texts("personas"));
    }

    private static Map<String, AttributeValue> timers(Map<Timer, Instant> timers) {
        ItemWriter map = ItemWriter.map();
        timers.forEach((timer, at) -> map.instant(timer.name(), at));
        return map.attributes();
    }

    private static Map<Timer, Instant> timers(ItemReader map) {
        Map<Timer, Instant> timers = new EnumMap<>(Timer.class);
        for (String timer : map.attributes().keySet()) {
            timers.put(Timer.valueOf(timer), map.instant(timer));
        }
        return timers;
    }
}
