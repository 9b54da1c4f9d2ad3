package app.prtosales.aws.table;

import app.prtosales.contract.PlacementsContract;

class DynamoPlacementsTest extends PlacementsContract {
    @Override
    protected Stores emptyStores() {
        Database database = Database.empty();
        return new Stores(
                new DynamoPlacements(database.dynamo(), database.table()),
                new DynamoHistory(database.dynamo(), database.table()));
    }
}
