package app.prtosales.aws.table;

import app.prtosales.history.People;
import app.prtosales.history.Person;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Persons in the table: the one item of each that holds an address.
public final class DynamoPeople implements People {

    private static final String SORT_KEY = "PERSON";

    private final Reads reads;
    private final ConditionalPut put;

    public DynamoPeople(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public void remember(Person person) {
        put.whereNothingIs(
                ItemWriter.item(partition(person.id()), SORT_KEY)
                        .text("email", person.email())
                        .attributes());
    }

    @Override
    public Optional<Person> find(String id) {
        return reads.item(partition(id), SORT_KEY).map(item -> new Person(id, item.text("email")));
    }

    private static String partition(String id) {
        return "PERSON#" + id;
    }
}
