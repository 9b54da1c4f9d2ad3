package app.prtosales.aws.table;

import app.prtosales.contract.MailboxesContract;
import app.prtosales.delivery.Mailboxes;

class DynamoMailboxesTest extends MailboxesContract {
    @Override
    protected Mailboxes mailboxes() {
        Database database = Database.empty();
        return new DynamoMailboxes(database.dynamo(), database.table());
    }
}
