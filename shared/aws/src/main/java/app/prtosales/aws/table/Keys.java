package app.prtosales.aws.table;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.text.Digest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The format of the table's keys (`docs/data-model.md`).
final class Keys {

    static final String PK = "PK";
    static final String SK = "SK";
    static final String DUE_PK = "duePK";
    static final String DUE_SK = "dueSK";

    /// The sparse index of items for which something is due at some instant.
    static final String DUE_INDEX = "due";

    static final String NOT_STORED_YET = "attribute_not_exists(PK)";

    /// DynamoDB's limit for a sort key.
    static final int LONGEST_SORT_KEY = 1_024;

    /// The character after `#`: a sort key below `<instant>$` starts with that instant or an
    /// earlier one.
    private static final String AFTER_SEPARATOR = "$";

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Keys() {}

    /// An instant as fixed-width text, so that texts sort like instants; `Instant.toString` leaves
    /// out zeros, so its texts do not.
    static String instant(Instant at) {
        return MILLISECONDS.format(within(at));
    }

    /// The first whole millisecond at or after an instant.
    static String instantRoundedUp(Instant at) {
        Instant exact = within(at);
        Instant whole = exact.truncatedTo(ChronoUnit.MILLIS);
        return instant(whole.isBefore(exact) ? whole.plusMillis(1) : whole);
    }

    private static Instant within(Instant at) {
        return at.isBefore(FIRST) ? FIRST : at.isAfter(LAST) ? LAST : at;
    }

    /// The end of a range that includes every key of this instant's millisecond.
    static String through(String prefix, Instant at) {
        return prefix + instant(at) + AFTER_SEPARATOR;
    }

    /// A sort key made of a prefix and a part. If the key would be too long because of what a
    /// person entered, the part is replaced by its hash.
    static String fitting(String prefix, String part) {
        return (prefix + part).getBytes(UTF_8).length <= LONGEST_SORT_KEY
                ? prefix + part
                : prefix + "sha256#" + Digest.of(part);
    }

    /// The key of an item.
    static Map<String, AttributeValue> key(Map<String, AttributeValue> item) {
        return Map.of(
                PK, Objects.requireNonNull(item.get(PK)), SK, Objects.requireNonNull(item.get(SK)));
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
    }
}
