package app.prtosales.aws.table;

import app.prtosales.aside.Asides;
import app.prtosales.audit.Audits;
import app.prtosales.delivery.Ledger;
import app.prtosales.delivery.Mailboxes;
import app.prtosales.delivery.Sendings;
import app.prtosales.directory.DirectoryStore;
import app.prtosales.history.History;
import app.prtosales.history.People;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Placements;
import app.prtosales.response.Responses;
import app.prtosales.samples.Samples;
import app.prtosales.testping.TestPings;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// Runs the company's use cases on the table instead of the in-memory ports.
@NullMarked
public final class OnTheTable implements Company.Table {

    private final Map<Class<?>, Object> adapters = new HashMap<>();
    final Ledger ledger;
    final Placements placements;

    OnTheTable(DynamoDbClient dynamo, String table) {
        placements = new DynamoPlacements(dynamo, table);
        ledger = new DynamoLedger(dynamo, table);
        adapters.put(Placements.class, placements);
        adapters.put(Ledger.class, ledger);
        adapters.put(Mailboxes.class, new DynamoMailboxes(dynamo, table));
        adapters.put(Sendings.class, new DynamoSendings(dynamo, table));
        adapters.put(People.class, new DynamoPeople(dynamo, table));
        adapters.put(History.class, new DynamoHistory(dynamo, table));
        DirectoryStore lists = new DynamoDirectoryStore(dynamo, table);
        adapters.put(DirectoryStore.class, lists);
        adapters.put(Asides.class, new DynamoAsides(dynamo, table, lists));
        adapters.put(Responses.class, new DynamoResponses(dynamo, table));
        adapters.put(Audits.class, new DynamoAudits(dynamo, table));
        adapters.put(TestPings.class, new DynamoTestPings(dynamo, table, () -> Samples.WEDNESDAY));
    }

    /// An empty table in the database shared by all tests.
    public static OnTheTable empty() {
        Database database = Database.empty();
        return new OnTheTable(database.dynamo(), database.table());
    }

    @Override
    public <T> T edge(Class<T> port, T twin) {
        return port.cast(adapters.getOrDefault(port, twin));
    }
}
