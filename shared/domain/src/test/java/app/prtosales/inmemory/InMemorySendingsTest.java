package app.prtosales.inmemory;

import app.prtosales.contract.SendingsContract;
import app.prtosales.delivery.Sendings;

class InMemorySendingsTest extends SendingsContract {
    @Override
    protected Sendings sendings() {
        return new InMemorySendings();
    }
}
