package app.prtosales.aws.table;

import app.prtosales.contract.TestPingsContract;
import app.prtosales.samples.Samples;
import app.prtosales.testping.TestPings;

class DynamoTestPingsTest extends TestPingsContract {
    @Override
    protected TestPings emptyTestPings() {
        Database database = Database.empty();
        return new DynamoTestPings(database.dynamo(), database.table(), () -> Samples.WEDNESDAY);
    }
}
