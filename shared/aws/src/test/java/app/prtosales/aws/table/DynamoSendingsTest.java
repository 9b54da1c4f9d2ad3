package app.prtosales.aws.table;

import app.prtosales.contract.SendingsContract;
import app.prtosales.delivery.Sendings;

class DynamoSendingsTest extends SendingsContract {
    @Override
    protected Sendings sendings() {
        Database database = Database.empty();
        return new DynamoSendings(database.dynamo(), database.table());
    }
}
