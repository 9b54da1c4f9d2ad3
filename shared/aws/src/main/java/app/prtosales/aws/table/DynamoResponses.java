package app.prtosales.aws.table;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Responses in the table.
public final class DynamoResponses implements Responses {

    private static final int MONTHS_AT_ONCE = 4;

    private final String table;
    private final Reads reads;
    private final Transactions transactions;

    public DynamoResponses(DynamoDbClient dynamo, String table) {
        this.table = table;
        this.reads = new Reads(dynamo, table);
        this.transactions = new Transactions(dynamo, table);
    }

    @Override
    public boolean add(Placement placement, Response response, HistoryEntry entry) {
        List<TransactWriteItem> changes = new ArrayList<>();
        changes.add(
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(table)
                                        .item(ResponseItem.toItem(placement, response))
                                        .conditionExpression(Keys.NOT_YET_HELD))
                        .build());
        if (response instanceof Response.Acknowledged) {
            changes.add(
                    TransactWriteItem.builder()
                            .update(update ->
                                    update.tableName(table)
                                            .key(ResponseItem.counter(placement))
                                            .updateExpression("ADD acknowledged :one")
                                            .expressionAttributeValues(
                                                    Map.of(":one", AttributeValue.fromN("1"))))
                            .build());
        }
        return transactions.write(changes, List.of(entry));
    }

    @Override
    public Recorded about(Placement placement) {
        return recorded(
                reads.beginningWith(
                        ResponseItem.partition(placement), ResponseItem.prefix(placement)));
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

    private static Recorded recorded(List<ItemReader> items) {
        List<Response> responses = new ArrayList<>();
        int acknowledged = 0;
        for (ItemReader item : items) {
            if (ResponseItem.isCounter(item)) {
                acknowledged = item.count("acknowledged");
            } else {
                responses.add(ResponseItem.fromItem(item));
            }
        }
        return new Recorded(responses, acknowledged);
    }
}
