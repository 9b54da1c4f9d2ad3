package app.prtosales.inmemory;

import app.prtosales.contract.SendingTurnsContract;
import app.prtosales.delivery.SendingTurns;

class InMemorySendingTurnsTest extends SendingTurnsContract {
    @Override
    protected SendingTurns turns() {
        return new InMemorySendingTurns();
    }
}
