package app.prtosales.inmemory;

import app.prtosales.contract.PlacementsContract;

class InMemoryPlacementsTest extends PlacementsContract {
    @Override
    protected Stores emptyStores() {
        InMemoryHistory history = new InMemoryHistory();
        return new Stores(new InMemoryPlacements(history), history);
    }
}
