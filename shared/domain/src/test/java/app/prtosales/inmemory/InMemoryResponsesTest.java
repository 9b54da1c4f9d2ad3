package app.prtosales.inmemory;

import app.prtosales.contract.ResponsesContract;

class InMemoryResponsesTest extends ResponsesContract {
    @Override
    protected Stores emptyStores() {
        InMemoryHistory history = new InMemoryHistory();
        return new Stores(new InMemoryResponses(history), history);
    }
}
