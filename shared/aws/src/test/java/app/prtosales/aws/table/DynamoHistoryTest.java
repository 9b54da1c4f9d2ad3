package app.prtosales.aws.table;

import app.prtosales.contract.HistoryContract;
import app.prtosales.history.History;

class DynamoHistoryTest extends HistoryContract {
    @Override
    protected History emptyHistory() {
        Database database = Database.empty();
        return new DynamoHistory(database.dynamo(), database.table());
    }
}
