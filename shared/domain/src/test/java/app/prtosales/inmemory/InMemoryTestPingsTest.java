package app.prtosales.inmemory;

import app.prtosales.contract.TestPingsContract;
import app.prtosales.testping.TestPings;

class InMemoryTestPingsTest extends TestPingsContract {
    @Override
    protected TestPings emptyTestPings() {
        return new InMemoryTestPings();
    }
}
