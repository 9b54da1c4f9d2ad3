package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.change.ChangeOutcome;
import app.prtosales.change.CorrectionRequest;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Reached;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The repair in docs/operations.md, “Restore the table”: the table is restored to an hour ago,
/// SES's events since then are replayed, and everything continues. Nobody is emailed twice.
@Tag("long")
class RestoredTableTest {

    private static final int TEAM = 45;
    private static final Instant START = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private static final Duration HOUR = Duration.ofHours(1);

    private final Database damaged = Database.empty();
    private final Company before = company(damaged, START);
    private final List<SesReport> reported = new ArrayList<>();
    private int reportedMails;

    @Test
    void emails_not_yet_sent_before_the_restore_go_out_once_after_it() {
        before.reps(TEAM);
        PlacementId id = submitted(before, Samples.submission(Samples.numbered(1)));
        before.workOnce();
        List<Map<String, AttributeValue>> anHourAgo = items(damaged);
        before.work(before.queue.messages.removeFirst());
        sesDelivers();

        Company after = restored(anHourAgo, START.plus(HOUR));
        replay(after);
        after.runUntil(START.plus(Duration.ofHours(3)));

        List<DeliveryId> all = new ArrayList<>(pings(before));
        all.addAll(pings(after));
        assertThat(all).hasSize(TEAM).doesNotHaveDuplicates();
        assertThat(after.pings(id)).hasSize(TEAM);
    }

    /// A day of placements in every state, with the damage in the middle of it.
    @Test
    void a_lost_hour_is_rebuilt_and_nobody_is_emailed_twice() {
        before.reps(TEAM);
        PlacementId sent = submitted(before, Samples.submission(Samples.numbered(1)));
        before.work();
        before.advance(Duration.ofMinutes(30));
        PlacementId half = submitted(before, Samples.submission(Samples.numbered(2)));
        PlacementId embargoed = submitted(before, underEmbargo());
        before.workOnce();
        before.work(before.queue.messages.removeFirst());
        List<Map<String, AttributeValue>> anHourAgo = items(damaged);
        sesDelivers();

        before.advance(Duration.ofMinutes(5));
        before.work();
        sesReports(Company.ping(sent, "rep-001"), bounced(Company.ping(sent, "rep-001")));
        correct(before, sent);
        PlacementId forgotten = submitted(before, Samples.submission(Samples.numbered(3)));
        before.work();
        before.runUntil(START.plus(Duration.ofMinutes(95)));
        sesDelivers();
        List<DeliveryId> mailedBefore = ids(before);

        Company after = restored(anHourAgo, before.now().plus(Duration.ofMinutes(30)));
        replay(after);
        assertThat(submitted(after, Samples.submission(Samples.numbered(3)))).isEqualTo(forgotten);
        correct(after, sent);
        after.tick();
        after.work();
        runToTheEnd(after);
        runToTheEnd(before);

        assertThat(mailedBefore)
                .extracting(DeliveryId::kind)
                .contains(MailKind.PING, MailKind.CORRECTION, MailKind.FAILED_PING);
        List<DeliveryId> all = new ArrayList<>(mailedBefore);
        all.addAll(ids(after));
        assertThat(all).doesNotHaveDuplicates().containsAll(ids(before));
        for (PlacementId id : List.of(sent, half, embargoed, forgotten)) {
            assertThat(after.pings(id)).as(id.value()).hasSize(TEAM);
            assertThat(verdict(after, id)).as(id.value()).isEqualTo(verdict(before, id));
        }
    }

    /// From now on, every email arrives, and the deadlines pass.
    private static void runToTheEnd(Company company) {
        company.runUntil(START.plus(Duration.ofHours(20)));
        company.mailbox.mails.stream()
                .filter(mail ->
                        company.ledger
                                .find(mail.id())
                                .filter(row ->
                                        row.deliveredAt() == null && row.undelivered().isEmpty())
                                .isPresent())
                .forEach(mail -> company.deliver(mail.id(), company.now()));
        company.runUntil(START.plus(Duration.ofHours(30)));
    }

    private static Reached verdict(Company company, PlacementId id) {
        return Objects.requireNonNull(company.find(id).judgment()).reached();
    }

    /// Becomes public 90 minutes after the start.
    private static Submission underEmbargo() {
        return new SubmissionBuilder(Samples.submission(Samples.numbered(4)))
                .publishedAt("2026-06-24T11:30")
                .build();
    }

    private static void correct(Company company, PlacementId id) {
        ChangeOutcome outcome =
                company.changePlacement.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", "The right headline"), null, null, "a name"),
                        Company.PR);
        assertThat(outcome).isInstanceOf(ChangeOutcome.Changed.class);
    }

    private static PlacementId submitted(Company company, Submission submission) {
        return ((SubmitOutcome.Accepted) company.submit(submission)).placement().id();
    }

    private static Company company(Database database, Instant now) {
        return new Company(now, new OnTheTable(database.dynamo(), database.table()));
    }

    /// The table as it was, and the product running on it.
    private static Company restored(List<Map<String, AttributeValue>> items, Instant now) {
        Database restored = Database.empty();
        // A company starts with lists of its own, so the items are added after that.
        Company company = company(restored, now);
        items.forEach(item ->
                restored.dynamo().putItem(put -> put.tableName(restored.table()).item(item)));
        return company;
    }

    /// SES accepts and delivers everything it was given since the last call.
    private void sesDelivers() {
        List<OutgoingMail> mails = before.mailbox.mails;
        for (OutgoingMail mail : mails.subList(reportedMails, mails.size())) {
            String sesId = "ses-" + mail.id();
            sesReports(mail.id(), new SesEvent.Sent(sesId, before.now()));
            sesReports(mail.id(), new SesEvent.Delivered(sesId, before.now().plusSeconds(60)));
        }
        reportedMails = mails.size();
    }

    private void sesReports(DeliveryId mail, SesEvent event) {
        reported.add(new SesReport(mail, event));
        before.recordFeedback.record(mail, event);
    }

    private SesEvent bounced(DeliveryId mail) {
        return new SesEvent.Bounced(
                "ses-" + mail,
                before.now(),
                true,
                "550 5.1.1 user unknown",
                before.mailbox.sentTo(mail));
    }

    /// Everything SES reported, in any order and partly twice, as an EventBridge replay may deliver
    /// it.
    private void replay(Company after) {
        List<SesReport> events = new ArrayList<>(reported);
        events.addAll(reported.subList(0, reported.size() / 2));
        Collections.shuffle(events, new Random(20261128));
        events.forEach(each -> after.recordFeedback.record(each.mail(), each.event()));
    }

    private record SesReport(DeliveryId mail, SesEvent event) {}

    private static List<DeliveryId> pings(Company company) {
        return ids(company).stream().filter(id -> id.kind().isPing()).toList();
    }

    private static List<DeliveryId> ids(Company company) {
        return company.mailbox.mails.stream().map(OutgoingMail::id).toList();
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
