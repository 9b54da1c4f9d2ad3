package app.prtosales.aws.table;

import app.prtosales.contract.TurnsContract;
import app.prtosales.delivery.Turns;

class DynamoTurnsTest extends TurnsContract {
    @Override
    protected Turns turns() {
        Database database = Database.empty();
        return new DynamoTurns(database.dynamo(), database.table());
    }
}
