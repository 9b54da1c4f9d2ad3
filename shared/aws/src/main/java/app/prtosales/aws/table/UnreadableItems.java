package app.prtosales.aws.table;

import app.prtosales.aside.UnreadableException;
import app.prtosales.aws.Log;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Reads items one by one, so that an unreadable one affects only itself (I12): it is set aside
/// under a marker, which the tick finds, and logged as an error.
final class UnreadableItems {

    private final ConditionalPut put;

    UnreadableItems(DynamoDbClient dynamo, String table) {
        this.put = new ConditionalPut(dynamo, table);
    }

    /// The values of the readable items.
    <T> List<T> readable(List<ItemReader> items, Function<ItemReader, T> reading) {
        List<T> all = new ArrayList<>();
        for (ItemReader item : items) {
            switch (attempt(item, reading)) {
                case Read<T>(var meaning) -> all.add(meaning);
                case Unreadable<T>(var why) -> putAside(item, why);
            }
        }
        return all;
    }

    /// The value of the requested item.
    ///
    /// @throws UnreadableException when it cannot be read; it is then set aside
    <T> T read(ItemReader item, Function<ItemReader, T> reading) {
        return switch (attempt(item, reading)) {
            case Read<T>(var meaning) -> meaning;
            case Unreadable<T>(var why) -> {
                putAside(item, why);
                throw new UnreadableException(key(item, Keys.PK), why);
            }
        };
    }

    static boolean isReadable(ItemReader item, Function<ItemReader, ?> reading) {
        return attempt(item, reading) instanceof Read<?>;
    }

    void putAside(String partition, String sortKey, String why) {
        String masked = Log.withoutSecrets(why);
        Log.ofTable()
                .error(
                        "item cannot be read",
                        Map.of("item", partition + " / " + sortKey, "why", masked));
        put.ifAbsent(AsideItem.toItem(partition, sortKey, masked));
    }

    private void putAside(ItemReader item, String why) {
        putAside(key(item, Keys.PK), key(item, Keys.SK), why);
    }

    private static String key(ItemReader item, String name) {
        return item.has(name) ? item.text(name) : "";
    }

    private sealed interface Attempt<T> {}

    private record Read<T>(T meaning) implements Attempt<T> {}

    private record Unreadable<T>(String why) implements Attempt<T> {}

    /// Catches only what reading a malformed item throws; failures of the table propagate.
    private static <T> Attempt<T> attempt(ItemReader item, Function<ItemReader, T> reading) {
        try {
            return new Read<>(reading.apply(item));
        } catch (IllegalArgumentException
                | IllegalStateException
                | DateTimeException
                | ArithmeticException
                | IndexOutOfBoundsException
                | NoSuchElementException
                | NullPointerException notAsWeWroteIt) {
            @Nullable String message = notAsWeWroteIt.getMessage();
            return new Unreadable<>(message == null ? notAsWeWroteIt.toString() : message);
        }
    }
}
