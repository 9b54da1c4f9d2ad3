package app.prtosales.inmemory;

import app.prtosales.contract.MailboxesContract;
import app.prtosales.delivery.Mailboxes;

class InMemoryMailboxesTest extends MailboxesContract {

    @Override
    protected Mailboxes mailboxes() {
        return new InMemoryMailboxes();
    }
}
