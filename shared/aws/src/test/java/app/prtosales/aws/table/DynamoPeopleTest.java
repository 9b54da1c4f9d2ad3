package app.prtosales.aws.table;

import app.prtosales.contract.PeopleContract;
import app.prtosales.history.People;

class DynamoPeopleTest extends PeopleContract {
    @Override
    protected People emptyPeople() {
        Database database = Database.empty();
        return new DynamoPeople(database.dynamo(), database.table());
    }
}
