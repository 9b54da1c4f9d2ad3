package app.prtosales.aws.table;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.DoubleAdder;
import java.util.function.Consumer;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.ConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/// Counts the reads and writes of a table, and the capacity units that DynamoDB reports for them.
/// Operations other than those in [#call] are not counted.
@NullMarked
final class MeteredDynamo {

    private final DynamoDbClient dynamo;
    private final AtomicInteger reads = new AtomicInteger();
    private final AtomicInteger writes = new AtomicInteger();
    private final DoubleAdder readUnits = new DoubleAdder();
    private final DoubleAdder writeUnits = new DoubleAdder();

    MeteredDynamo(DynamoDbClient dynamo) {
        this.dynamo = dynamo;
    }

    /// @param reads the number of requests
    /// @param writes the number of items, whether written alone or in a transaction
    record Meter(int reads, int writes, double readUnits, double writeUnits) {}

    Meter meter() {
        return new Meter(reads.get(), writes.get(), readUnits.sum(), writeUnits.sum());
    }

    DynamoDbClient client() {
        return (DynamoDbClient)
                Proxy.newProxyInstance(
                        MeteredDynamo.class.getClassLoader(),
                        new Class<?>[] {DynamoDbClient.class},
                        (proxy, method, arguments) ->
                                method.isDefault() && takesConsumer(method)
                                        ? InvocationHandler.invokeDefault(proxy, method, arguments)
                                        : call(method, arguments));
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (arguments == null || arguments.length != 1) {
            return really(method, arguments);
        }
        @Nullable Object asked = arguments[0];
        ReturnConsumedCapacity total = ReturnConsumedCapacity.TOTAL;
        return switch (asked) {
            case GetItemRequest get -> {
                GetItemResponse answer =
                        dynamo.getItem(get.toBuilder().returnConsumedCapacity(total).build());
                read(answer.consumedCapacity().capacityUnits());
                yield answer;
            }
            case QueryRequest query -> {
                QueryResponse answer =
                        dynamo.query(query.toBuilder().returnConsumedCapacity(total).build());
                read(answer.consumedCapacity().capacityUnits());
                yield answer;
            }
            case BatchGetItemRequest batch -> {
                BatchGetItemResponse answer =
                        dynamo.batchGetItem(
                                batch.toBuilder().returnConsumedCapacity(total).build());
                read(units(answer.consumedCapacity()));
                yield answer;
            }
            case PutItemRequest put -> {
                writes.incrementAndGet();
                PutItemResponse answer =
                        dynamo.putItem(put.toBuilder().returnConsumedCapacity(total).build());
                writeUnits.add(answer.consumedCapacity().capacityUnits());
                yield answer;
            }
            case TransactWriteItemsRequest all -> {
                writes.addAndGet(all.transactItems().size());
                TransactWriteItemsResponse answer =
                        dynamo.transactWriteItems(
                                all.toBuilder().returnConsumedCapacity(total).build());
                writeUnits.add(units(answer.consumedCapacity()));
                yield answer;
            }
            case null, default -> really(method, arguments);
        };
    }

    /// The variant with a builder consumer delegates to the one with a request.
    private static boolean takesConsumer(Method method) {
        return method.getParameterCount() == 1 && method.getParameterTypes()[0] == Consumer.class;
    }

    private void read(double units) {
        reads.incrementAndGet();
        readUnits.add(units);
    }

    private static double units(List<ConsumedCapacity> consumed) {
        return consumed.stream().mapToDouble(ConsumedCapacity::capacityUnits).sum();
    }

    private @Nullable Object really(Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(dynamo, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }
}
