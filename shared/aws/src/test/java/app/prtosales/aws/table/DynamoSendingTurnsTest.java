package app.prtosales.aws.table;

import app.prtosales.contract.SendingTurnsContract;
import app.prtosales.delivery.SendingTurns;

class DynamoSendingTurnsTest extends SendingTurnsContract {
    @Override
    protected SendingTurns turns() {
        Database database = Database.empty();
        return new DynamoSendingTurns(database.dynamo(), database.table());
    }
}
