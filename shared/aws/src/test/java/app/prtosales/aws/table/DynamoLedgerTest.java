package app.prtosales.aws.table;

import app.prtosales.contract.LedgerContract;
import app.prtosales.delivery.Ledger;

class DynamoLedgerTest extends LedgerContract {
    @Override
    protected Ledger emptyLedger() {
        Database database = Database.empty();
        return new DynamoLedger(database.dynamo(), database.table());
    }
}
