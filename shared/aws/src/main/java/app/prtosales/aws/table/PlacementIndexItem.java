package app.prtosales.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The two items through which placements are found in the order in which they were accepted, and
/// in that of their deadlines. Each holds its key only.
final class PlacementIndexItem {

    static final String PARTITION = "PLACEMENTS";
    static final String ACCEPTED = "ACCEPTED#";
    static final String DEADLINE = "DEADLINE#";

    private static final Pattern ACCEPTED_KEY =
            Pattern.compile("ACCEPTED#[0-9T:.-]{23}Z#[a-z0-9][a-z0-9-]{0,39}");

    private PlacementIndexItem() {}

    static String acceptedKey(Placement placement) {
        return key(ACCEPTED, placement.acceptedAt(), placement.id());
    }

    static String deadlineKey(PlacementId id, Instant deadline) {
        return key(DEADLINE, deadline, id);
    }

    static Map<String, AttributeValue> toItem(String sortKey) {
        return ItemWriter.item(PARTITION, sortKey).attributes();
    }

    static PlacementId idFrom(ItemReader item) {
        String sortKey = item.text(Keys.SK);
        return new PlacementId(sortKey.substring(sortKey.lastIndexOf('#') + 1));
    }

    /// What a client hands back to get the page that follows.
    static String cursor(ItemReader item) {
        byte[] sortKey = item.text(Keys.SK).getBytes(UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sortKey);
    }

    /// @throws IllegalArgumentException when it is not one of ours
    static String sortKeyFrom(String cursor) {
        String sortKey = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
        if (!ACCEPTED_KEY.matcher(sortKey).matches()) {
            throw new IllegalArgumentException("not a cursor");
        }
        return sortKey;
    }

    private static String key(String prefix, Instant at, PlacementId id) {
        return "%s%s#%s".formatted(prefix, Keys.instant(at), id);
    }
}
