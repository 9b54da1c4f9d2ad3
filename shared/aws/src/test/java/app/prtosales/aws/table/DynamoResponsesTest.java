package app.prtosales.aws.table;

import app.prtosales.contract.ResponsesContract;

class DynamoResponsesTest extends ResponsesContract {
    @Override
    protected Stores emptyStores() {
        Database database = Database.empty();
        return new Stores(
                new DynamoResponses(database.dynamo(), database.table()),
                new DynamoHistory(database.dynamo(), database.table()));
    }
}
