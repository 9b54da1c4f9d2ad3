package app.prtosales.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.placement.InvalidCursorException;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.StoryInBrief;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a placement to the two items that index it: by time of acceptance, with only the key; and
/// by deadline, with the facts needed to find similar headlines without reading any placement.
final class PlacementIndexItem {

    static final String PARTITION = "PLACEMENTS";
    static final String ACCEPTED = "ACCEPTED#";
    static final String DEADLINE = "DEADLINE#";

    private static final String LEFT = "left";
    private static final Pattern ACCEPTED_KEY =
            Pattern.compile("ACCEPTED#[0-9T:.-]{23}Z#[a-z0-9][a-z0-9-]{0,39}");

    private PlacementIndexItem() {}

    static String acceptedKey(Placement placement) {
        return key(ACCEPTED, placement.acceptedAt(), placement.id());
    }

    static String deadlineKey(PlacementId id, Instant deadline) {
        return key(DEADLINE, deadline, id);
    }

    static Map<String, AttributeValue> acceptedItem(Placement placement) {
        return ItemWriter.item(PARTITION, acceptedKey(placement)).attributes();
    }

    static Map<String, AttributeValue> deadlineItem(Placement placement) {
        StoryInBrief story = StoryInBrief.of(placement);
        return ItemWriter.item(PARTITION, deadlineKey(placement.id(), story.deadline()))
                .instant("publishedAt", story.publishedAt())
                .instant("deadline", story.deadline())
                .text("outlet", story.outlet())
                .text("headline", story.headline())
                .flag("over", placement.status().isOver())
                .attributes();
    }

    /// Marks the index entry that a placement left when its deadline moved. It overwrites the old
    /// entry, because a transaction that writes history deletes nothing (decision 100).
    static Map<String, AttributeValue> leftDeadlineItem(Placement placement) {
        return ItemWriter.item(
                        PARTITION,
                        deadlineKey(placement.id(), StoryInBrief.of(placement).deadline()))
                .flag(LEFT, true)
                .flag("over", true)
                .attributes();
    }

    /// Whether the placement has moved to another entry.
    static boolean isLeft(ItemReader item) {
        return item.flag(LEFT);
    }

    /// Empty for a placement that was taken back, for an entry that was left, and for an entry by
    /// time of acceptance.
    static Optional<StoryInBrief> storyFrom(ItemReader item) {
        return item.flag("over") || item.text(Keys.SK).startsWith(ACCEPTED)
                ? Optional.empty()
                : Optional.of(
                        new StoryInBrief(
                                idFrom(item),
                                item.instant("publishedAt"),
                                item.instant("deadline"),
                                item.text("outlet"),
                                item.text("headline")));
    }

    /// Reads every attribute that is ever used.
    static PlacementId checked(ItemReader item) {
        storyFrom(item);
        return idFrom(item);
    }

    static PlacementId idFrom(ItemReader item) {
        String sortKey = item.text(Keys.SK);
        return new PlacementId(sortKey.substring(sortKey.lastIndexOf('#') + 1));
    }

    /// The cursor that a client sends to get the next page.
    static String cursor(ItemReader item) {
        byte[] sortKey = item.text(Keys.SK).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sortKey);
    }

    /// @throws InvalidCursorException when the cursor is not one of ours
    static String sortKeyFrom(String cursor) {
        String sortKey = decoded(cursor);
        if (!ACCEPTED_KEY.matcher(sortKey).matches()) {
            throw new InvalidCursorException();
        }
        return sortKey;
    }

    private static String decoded(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw new InvalidCursorException();
        }
    }

    private static String key(String prefix, Instant at, PlacementId id) {
        return "%s%s#%s".formatted(prefix, Keys.instant(at), id);
    }
}
