package app.prtosales.inmemory;

import app.prtosales.audit.Audits;
import app.prtosales.contract.AuditsContract;

class InMemoryAuditsTest extends AuditsContract {
    @Override
    protected Audits emptyAudits() {
        return new InMemoryAudits();
    }
}
