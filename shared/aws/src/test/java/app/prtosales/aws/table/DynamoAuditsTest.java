package app.prtosales.aws.table;

import app.prtosales.audit.Audits;
import app.prtosales.contract.AuditsContract;

class DynamoAuditsTest extends AuditsContract {
    @Override
    protected Audits none() {
        Database database = Database.empty();
        return new DynamoAudits(database.dynamo(), database.table());
    }
}
