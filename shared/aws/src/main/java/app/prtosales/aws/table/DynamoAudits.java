package app.prtosales.aws.table;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Audits;
import app.prtosales.audit.Totals;
import app.prtosales.audit.WeekAudit;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The frozen weeks in the table: first what is in a week, then the item that freezes it.
public final class DynamoAudits implements Audits {

    private final Reads reads;

    /// Since when weeks are frozen, as far as it was asked: that never changes again.
    private final Map<AuditWeek, Instant> frozen = new ConcurrentHashMap<>();

    private final ConditionalPut put;

    public DynamoAudits(DynamoDbClient dynamo, String table) {
        this.reads = new Reads(dynamo, table);
        this.put = new ConditionalPut(dynamo, table);
    }

    @Override
    public WeekAudit freeze(WeekAudit week) {
        Optional<WeekAudit> frozen = find(week.week());
        if (frozen.isPresent()) {
            return frozen.get();
        }
        String contents = WeekAuditItem.contents(week);
        for (Map<String, AttributeValue> chunk : WeekAuditItem.chunks(week, contents)) {
            put.whereNothingIs(chunk);
        }
        return put.whereNothingIs(WeekAuditItem.toItem(week, contents))
                ? week
                : find(week.week()).orElseThrow();
    }

    @Override
    public Optional<WeekAudit> find(AuditWeek week) {
        String partition = WeekAuditItem.partition(week);
        return reads.item(partition, WeekAuditItem.SORT_KEY)
                .map(head ->
                        WeekAuditItem.fromItems(
                                week,
                                head,
                                reads.beginningWith(
                                        partition,
                                        WeekAuditItem.chunkPrefix(head.text("contents")))));
    }

    @Override
    public Optional<Instant> frozenAt(AuditWeek week) {
        Instant known = frozen.get(week);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Instant> read =
                reads.item(WeekAuditItem.partition(week), WeekAuditItem.SORT_KEY)
                        .map(WeekAuditItem::frozenAt);
        read.ifPresent(at -> frozen.put(week, at));
        return read;
    }

    @Override
    public Map<AuditWeek, Totals> totals(List<AuditWeek> weeks) {
        Map<String, ItemReader> heads =
                reads.byPartition(
                        weeks.stream()
                                .map(week ->
                                        Keys.key(
                                                WeekAuditItem.partition(week),
                                                WeekAuditItem.SORT_KEY))
                                .toList());
        Map<AuditWeek, Totals> totals = new HashMap<>();
        for (AuditWeek week : weeks) {
            ItemReader head = heads.get(WeekAuditItem.partition(week));
            if (head != null) {
                totals.put(week, WeekAuditItem.totals(head));
            }
        }
        return totals;
    }
}
