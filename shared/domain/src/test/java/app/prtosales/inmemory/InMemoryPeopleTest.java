package app.prtosales.inmemory;

import app.prtosales.contract.PeopleContract;
import app.prtosales.history.People;

class InMemoryPeopleTest extends PeopleContract {
    @Override
    protected People emptyPeople() {
        return new InMemoryPeople();
    }
}
