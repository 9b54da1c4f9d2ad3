package app.prtosales.inmemory;

import app.prtosales.contract.HistoryContract;
import app.prtosales.history.History;

class InMemoryHistoryTest extends HistoryContract {
    @Override
    protected History emptyHistory() {
        return new InMemoryHistory();
    }
}
