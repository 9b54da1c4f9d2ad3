package app.prtosales.aws.table;

import app.prtosales.contract.DirectoryStoreContract;

class DynamoDirectoryStoreTest extends DirectoryStoreContract {
    @Override
    protected Stores emptyStores() {
        Database database = Database.empty();
        return new Stores(
                new DynamoDirectoryStore(database.dynamo(), database.table()),
                new DynamoHistory(database.dynamo(), database.table()));
    }
}
