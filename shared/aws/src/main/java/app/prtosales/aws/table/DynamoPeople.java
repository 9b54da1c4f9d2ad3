package app.prtosales.aws.table;

import app.prtosales.history.People;
import app.prtosales.history.Person;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// People in the table: for each, the only item that holds their address.
public final class DynamoPeople implements People {

    private static final String SORT_KEY = "PERSON";
    private static final String EMAIL = "email";
    private static final String FORGOTTEN = "forgottenAt";

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoPeople(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public void remember(Person person) {
        put.ifWithoutAttribute(EMAIL, item(person.id()).text(EMAIL, person.email()).attributes());
    }

    @Override
    public Optional<Person> find(String id) {
        return reads.item(partition(id), SORT_KEY)
                .filter(item -> item.has(EMAIL))
                .map(item -> new Person(id, item.text(EMAIL)));
    }

    @Override
    public void forget(String id, Instant at) {
        put.always(item(id).instant(FORGOTTEN, at).attributes());
    }

    @Override
    public Optional<Instant> forgottenAt(String id) {
        return reads.item(partition(id), SORT_KEY)
                .flatMap(item -> Optional.ofNullable(item.instantOrNull(FORGOTTEN)));
    }

    private static ItemWriter item(String id) {
        return ItemWriter.item(partition(id), SORT_KEY);
    }

    private static String partition(String id) {
        return "PERSON#" + id;
    }
}
