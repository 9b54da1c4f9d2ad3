package app.prtosales.aws.table;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Responses in the table.
public final class DynamoResponses implements Responses {

    private static final int MONTHS_AT_ONCE = 4;

    /// A whole team may answer the same email within a few seconds, and only one of them can be
    /// counted at a time. The pauses add up to 13 seconds at most; the API waits for 25.
    private static final int COUNT_ATTEMPTS = 2 * Backoff.ATTEMPTS;

    private final String table;
    private final Reads reads;
    private final Transactions transactions;
    private final ConditionalPut put;

    public DynamoResponses(DynamoDbClient dynamo, String table) {
        this.table = table;
        this.reads = new Reads(dynamo, table);
        this.transactions = new Transactions(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public boolean add(Placement placement, Response response, HistoryEntry entry) {
        Map<String, AttributeValue> item = ResponseItem.toItem(placement, response);
        return response instanceof Response.Acknowledged
                ? addAndCount(placement, item, entry)
                : transactions.write(List.of(putNew(item)), List.of(entry));
    }

    /// Reads the count and puts the next one, repeating if somebody else was faster. An update
    /// would be simpler, but a transaction that writes history may only put (decision 100).
    private boolean addAndCount(
            Placement placement, Map<String, AttributeValue> item, HistoryEntry entry) {
        for (int attempt = 1; ; attempt++) {
            List<TransactWriteItem> changes = List.of(putNew(item), countOneMore(placement));
            if (transactions.write(changes, List.of(entry))) {
                return true;
            }
            if (reads.item(Keys.key(item)).isPresent()) {
                return false;
            }
            if (attempt == COUNT_ATTEMPTS) {
                throw new IllegalStateException(
                        "others counted acknowledgements of %s at every attempt"
                                .formatted(placement.id()));
            }
            Backoff.pause(attempt);
        }
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table).item(item).conditionExpression(Keys.NOT_STORED_YET))
                .build();
    }

    private TransactWriteItem countOneMore(Placement placement) {
        int before =
                reads.item(ResponseItem.counter(placement))
                        .map(item -> item.count(ResponseItem.ACKNOWLEDGED))
                        .orElse(0);
        Map<String, AttributeValue> item = ResponseItem.counter(placement, before + 1);
        return before == 0
                ? putNew(item)
                : TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(table)
                                        .item(item)
                                        .conditionExpression("acknowledged = :before")
                                        .expressionAttributeValues(
                                                Map.of(
                                                        ":before",
                                                        AttributeValue.fromN(
                                                                Integer.toString(before)))))
                        .build();
    }

    @Override
    public Recorded about(Placement placement) {
        return recorded(
                reads.beginningWith(
                        ResponseItem.partition(placement), ResponseItem.prefix(placement)));
    }

    @Override
    public Optional<Response.Acknowledged> acknowledged(Placement placement, RepId rep) {
        return reads.item(ResponseItem.acknowledgement(placement, rep))
                .map(item -> new Response.Acknowledged(rep, item.instant("at")));
    }

    @Override
    public void forgetWords(Placement placement, Response.WrongRecord written) {
        put.always(ResponseItem.toItem(placement, written.forgotten()));
    }

    @Override
    public Map<PlacementId, Recorded> aboutAll(Collection<Placement> placements) {
        Set<String> wanted =
                placements.stream().map(ResponseItem::prefix).collect(Collectors.toSet());
        List<String> months = placements.stream().map(ResponseItem::partition).distinct().toList();
        Map<String, List<ItemReader>> found =
                Concurrently.map(months, MONTHS_AT_ONCE, reads::partition).stream()
                        .flatMap(List::stream)
                        .filter(item -> wanted.contains(ResponseItem.prefix(item)))
                        .collect(Collectors.groupingBy(ResponseItem::prefix));
        Map<PlacementId, Recorded> all = new HashMap<>();
        for (Placement placement : placements) {
            List<ItemReader> items = found.get(ResponseItem.prefix(placement));
            if (items != null) {
                all.put(placement.id(), recorded(items));
            }
        }
        return all;
    }

    private Recorded recorded(List<ItemReader> items) {
        List<ItemReader> counters = items.stream().filter(ResponseItem::isCounter).toList();
        List<ItemReader> others =
                items.stream().filter(item -> !ResponseItem.isCounter(item)).toList();
        UnreadableItems unreadable = reads.unreadable();
        int acknowledged =
                unreadable
                        .readable(counters, item -> item.count(ResponseItem.ACKNOWLEDGED))
                        .stream()
                        .findFirst()
                        .orElse(0);
        return new Recorded(unreadable.readable(others, ResponseItem::fromItem), acknowledged);
    }
}
