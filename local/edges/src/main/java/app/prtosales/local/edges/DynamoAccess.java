package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The IAM checks that DynamoDB makes for a call: a batch under its own action, a transaction under
/// the actions of its items (DynamoDB Developer Guide, "Using IAM with DynamoDB transactions").
///
/// AWS does not document which keys `dynamodb:LeadingKeys` holds when a request has many items:
/// each item's own key, or the keys of the whole request. So both are checked.
final class DynamoAccess implements NeededAccess {

    static final String LEADING_KEYS = "dynamodb:LeadingKeys";

    private static final Pattern EQUATION = Pattern.compile("([#\\w.-]+)\\s*=\\s*(:\\w+)");
    private static final Map<String, String> ACTION_IN_TRANSACTION =
            Map.of(
                    "Put", "PutItem",
                    "Update", "UpdateItem",
                    "Delete", "DeleteItem",
                    "ConditionCheck", "ConditionCheckItem",
                    "Get", "GetItem");

    private final Map<String, TableDefinition> tables;

    DynamoAccess(List<TableDefinition> tables) {
        this.tables =
                tables.stream()
                        .collect(Collectors.toMap(TableDefinition::name, Function.identity()));
    }

    @Override
    public List<AccessRequest> of(EdgeRequest call) throws Json.MalformedJson {
        Map<String, Object> body = Json.object(call.body());
        return switch (call.operation()) {
            case "BatchGetItem", "BatchWriteItem" -> batch(call.operation(), body);
            case "TransactWriteItems", "TransactGetItems" -> transaction(body);
            case "Query" -> List.of(query(body));
            default -> List.of(single(call.operation(), body));
        };
    }

    private AccessRequest single(String action, Map<String, Object> body) {
        String table = tableIn(body);
        AccessRequest request =
                AccessRequest.of("dynamodb:" + action, resource(table, indexIn(body)));
        Object item = body.getOrDefault("Key", body.get("Item"));
        return item == null
                ? request
                : request.with(LEADING_KEYS, List.of(leadingKey(table, Json.map(item))));
    }

    private AccessRequest query(Map<String, Object> body) {
        String table = tableIn(body);
        String index = indexIn(body);
        String attribute = partitionKey(table, index);
        Map<String, Object> names = Json.map(body.get("ExpressionAttributeNames"));
        Map<String, Object> values = Json.map(body.get("ExpressionAttributeValues"));
        List<String> keys = new ArrayList<>();
        Matcher matcher = EQUATION.matcher(Json.string(body.get("KeyConditionExpression")));
        while (matcher.find()) {
            String name = String.valueOf(matcher.group(1));
            if (Json.string(names.getOrDefault(name, name)).equals(attribute)) {
                keys.add(value(values.get(matcher.group(2))));
            }
        }
        return AccessRequest.of("dynamodb:Query", resource(table, index)).with(LEADING_KEYS, keys);
    }

    private List<AccessRequest> batch(String action, Map<String, Object> body) {
        Set<AccessRequest> needed = new LinkedHashSet<>();
        Json.map(body.get("RequestItems"))
                .forEach((name, wanted) -> {
                    String table = LocalStack.nameIn(name);
                    Object keys = wanted instanceof Map<?, ?> get ? get.get("Keys") : wanted;
                    List<String> leading =
                            Json.list(keys).stream()
                                    .map(each -> leadingKey(table, itemOf(Json.map(each))))
                                    .toList();
                    AccessRequest request =
                            AccessRequest.of("dynamodb:" + action, resource(table, ""));
                    needed.add(request.with(LEADING_KEYS, leading));
                    leading.forEach(each -> needed.add(request.with(LEADING_KEYS, List.of(each))));
                });
        return List.copyOf(needed);
    }

    /// The item or key of a batch entry.
    private static Map<String, Object> itemOf(Map<String, Object> wanted) {
        if (wanted.containsKey("PutRequest")) {
            return Json.map(Json.map(wanted.get("PutRequest")).get("Item"));
        }
        return wanted.containsKey("DeleteRequest")
                ? Json.map(Json.map(wanted.get("DeleteRequest")).get("Key"))
                : wanted;
    }

    private List<AccessRequest> transaction(Map<String, Object> body) {
        Map<String, List<String>> keysOfTable = new LinkedHashMap<>();
        List<AccessRequest> ofItems = new ArrayList<>();
        for (Object each : Json.list(body.get("TransactItems"))) {
            Json.map(each)
                    .forEach((kind, wanted) -> {
                        AccessRequest request =
                                single(
                                        ACTION_IN_TRANSACTION.getOrDefault(kind, kind),
                                        Json.map(wanted));
                        ofItems.add(request);
                        keysOfTable
                                .computeIfAbsent(request.resource(), first -> new ArrayList<>())
                                .addAll(request.context().getOrDefault(LEADING_KEYS, List.of()));
                    });
        }
        Set<AccessRequest> needed = new LinkedHashSet<>(ofItems);
        for (AccessRequest each : ofItems) {
            List<String> all = keysOfTable.getOrDefault(each.resource(), List.of());
            needed.add(each.with(LEADING_KEYS, all.stream().distinct().toList()));
        }
        return List.copyOf(needed);
    }

    private static String tableIn(Map<String, Object> body) {
        return LocalStack.nameIn(Json.string(body.get("TableName")));
    }

    private static String indexIn(Map<String, Object> body) {
        return Json.string(body.get("IndexName"));
    }

    private static String resource(String table, String index) {
        return LocalStack.arn(
                "dynamodb", "table/" + table + (index.isEmpty() ? "" : "/index/" + index));
    }

    private String leadingKey(String table, Map<String, Object> item) {
        return value(item.get(partitionKey(table, "")));
    }

    private String partitionKey(String table, String index) {
        Optional<TableDefinition> definition = Optional.ofNullable(tables.get(table));
        if (index.isEmpty()) {
            return definition.map(each -> each.keys().getFirst()).orElse("");
        }
        return definition.stream()
                .flatMap(each -> each.indexes().stream())
                .filter(each -> each.name().equals(index))
                .findFirst()
                .map(each -> each.keys().getFirst())
                .orElse("");
    }

    /// A key's value without its type descriptor.
    private static String value(@org.jspecify.annotations.Nullable Object typed) {
        return Json.map(typed).values().stream().findFirst().map(Json::string).orElse("");
    }
}
