package app.prtosales.local.edges;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/// A table for a test, declared as in the template. DynamoDB starts once in each JVM; each instance
/// has its own table name.
public final class EmbeddedTable {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Database database;
    private final TableDefinition table;

    private EmbeddedTable(Database database, TableDefinition table) {
        this.database = database;
        this.table = table;
    }

    /// Creates an empty table as `template.yaml` declares it.
    public static EmbeddedTable create() {
        Database database = Database.RUNNING;
        TableDefinition table =
                database.declared.named("test-" + COUNT.incrementAndGet() + "-Table");
        database.dynamo.create(table);
        return new EmbeddedTable(database, table);
    }

    /// The endpoint for a DynamoDB client; any credentials and region work.
    public String endpoint() {
        return database.gateway.url();
    }

    /// The table's name.
    public String name() {
        return table.name();
    }

    /// The environment variables that point a function or client at this table.
    public Map<String, String> environment() {
        return Map.of(
                "TABLE_NAME",
                name(),
                "AWS_ENDPOINT_URL",
                endpoint(),
                "AWS_REGION",
                LocalStack.REGION,
                "AWS_ACCESS_KEY_ID",
                "local",
                "AWS_SECRET_ACCESS_KEY",
                "local");
    }

    /// Removes every item.
    public void clear() {
        database.dynamo.clear(table);
    }

    /// The one DynamoDB of this JVM.
    private static final class Database {

        static final Database RUNNING = new Database();

        final DynamoEdge dynamo = DynamoEdge.open(null);
        final Gateway gateway;
        final TableDefinition declared;

        private Database() {
            try {
                gateway =
                        Gateway.bind(InetAddress.getLoopbackAddress(), 0)
                                .open(dynamo, Map.of(), CallGuard.none());
            } catch (IOException noPort) {
                throw new UncheckedIOException(noPort);
            }
            Path template = CloudTemplate.find(Path.of(""));
            declared =
                    CloudTemplate.read(template, new LocalStack(gateway.url(), Map.of()))
                            .tables()
                            .getFirst();
        }
    }
}
