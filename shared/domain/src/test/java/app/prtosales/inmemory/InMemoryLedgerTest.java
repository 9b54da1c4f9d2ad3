package app.prtosales.inmemory;

import app.prtosales.contract.LedgerContract;
import app.prtosales.delivery.Ledger;

class InMemoryLedgerTest extends LedgerContract {
    @Override
    protected Ledger emptyLedger() {
        return new InMemoryLedger();
    }
}
