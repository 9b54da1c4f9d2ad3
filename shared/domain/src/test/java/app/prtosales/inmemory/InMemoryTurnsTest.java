package app.prtosales.inmemory;

import app.prtosales.contract.TurnsContract;
import app.prtosales.delivery.Turns;

class InMemoryTurnsTest extends TurnsContract {
    @Override
    protected Turns turns() {
        return new InMemoryTurns();
    }
}
