package app.prtosales.inmemory;

import app.prtosales.contract.DirectoryStoreContract;

class InMemoryDirectoryStoreTest extends DirectoryStoreContract {
    @Override
    protected Stores emptyStores() {
        InMemoryHistory history = new InMemoryHistory();
        return new Stores(new InMemoryDirectoryStore(history), history);
    }
}
