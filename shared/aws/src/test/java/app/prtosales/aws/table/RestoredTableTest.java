package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The repair of docs/operations.md, “Restore the table”: the table as it was an hour ago, SES's
/// events since then once more, and on it goes. Nobody is mailed twice.
class RestoredTableTest {

    private static final int TEAM = 60;
    private static final Instant START = Samples.WEDNESDAY.plus(Duration.ofHours(1));

    @Test
    void what_had_not_gone_out_before_goes_out_once_after() {
        Database lost = Database.empty();
        Company before = company(lost, START);
        before.reps(TEAM);
        before.submit(Samples.submission(Samples.numbered(1)));
        before.workOnce();
        List<Map<String, AttributeValue>> anHourAgo = items(lost);
        before.work(before.queue.messages.removeFirst());
        List<OutgoingMail> mailed = List.copyOf(before.mailbox.mails);

        Database restored = Database.empty();
        anHourAgo.forEach(item ->
                restored.dynamo().putItem(put -> put.tableName(restored.table()).item(item)));
        Company after = company(restored, START.plus(Duration.ofHours(1)));
        mailed.forEach(mail -> replay(after, mail.id()));
        after.runUntil(START.plus(Duration.ofHours(3)));

        List<DeliveryId> all = new ArrayList<>(pings(mailed));
        all.addAll(pings(after.mailbox.mails));
        assertThat(all).hasSize(TEAM).doesNotHaveDuplicates();
    }

    private static Company company(Database database, Instant now) {
        return new Company(now, new OnTheTable(database.dynamo(), database.table()));
    }

    private static void replay(Company company, DeliveryId mail) {
        company.recordFeedback.record(mail, new SesEvent.Sent("ses-" + mail, START));
        company.recordFeedback.record(
                mail, new SesEvent.Delivered("ses-" + mail, START.plusSeconds(60)));
    }

    private static List<DeliveryId> pings(List<OutgoingMail> mails) {
        return mails.stream().map(OutgoingMail::id).filter(id -> id.kind().isPing()).toList();
    }

    private static List<Map<String, AttributeValue>> items(Database database) {
        return database
                .dynamo()
                .scanPaginator(scan -> scan.tableName(database.table()).consistentRead(true))
                .items()
                .stream()
                .toList();
    }
}
