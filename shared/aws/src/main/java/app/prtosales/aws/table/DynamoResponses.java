package app.prtosales.aws.table;

import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.Response;
import app.prtosales.response.Responses;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Responses in the table.
public final class DynamoResponses implements Responses {

    private final String table;
    private final Reads reads;
    private final Transactions transactions;

    public DynamoResponses(DynamoDbClient dynamo, String table) {
        this.table = table;
        this.reads = new Reads(dynamo, table);
        this.transactions = new Transactions(dynamo, table);
    }

    @Override
    public boolean add(PlacementId placement, Response response, HistoryEntry entry) {
        TransactWriteItem recorded =
                TransactWriteItem.builder()
                        .put(put ->
                                put.tableName(table)
                                        .item(ResponseItem.toItem(placement, response))
                                        .conditionExpression(Keys.NOT_YET_HELD))
                        .build();
        return transactions.write(List.of(recorded), List.of(entry));
    }

    @Override
    public List<Response> recorded(PlacementId placement) {
        return reads
                .beginningWith(PlacementItem.partition(placement), ResponseItem.COUNTING)
                .stream()
                .map(ResponseItem::fromItem)
                .toList();
    }

    @Override
    public List<String> acknowledgedBy(PlacementId placement) {
        return reads.partition(ResponseItem.acknowledgedPartition(placement)).stream()
                .map(item -> item.text(Keys.SK))
                .toList();
    }

    @Override
    public int acknowledged(PlacementId placement) {
        return reads.count(ResponseItem.acknowledgedPartition(placement));
    }
}
