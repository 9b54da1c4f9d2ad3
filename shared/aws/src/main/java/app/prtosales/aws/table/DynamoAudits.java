package app.prtosales.aws.table;

import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Audits;
import app.prtosales.audit.Totals;
import app.prtosales.audit.WeeklyReport;
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
    public WeeklyReport freeze(WeeklyReport week) {
        Optional<WeeklyReport> frozen = find(week.week());
        if (frozen.isPresent()) {
            return frozen.get();
        }
        String contents = WeeklyReportItem.contents(week);
        for (Map<String, AttributeValue> chunk : WeeklyReportItem.chunks(week, contents)) {
            put.whereNothingIs(chunk);
        }
        return put.whereNothingIs(WeeklyReportItem.toItem(week, contents))
                ? week
                : find(week.week()).orElseThrow();
    }

    @Override
    public Optional<WeeklyReport> find(AuditWeek week) {
        String partition = WeeklyReportItem.partition(week);
        return reads.item(partition, WeeklyReportItem.SORT_KEY)
                .map(head ->
                        WeeklyReportItem.fromItems(
                                week,
                                head,
                                reads.beginningWith(
                                        partition,
                                        WeeklyReportItem.chunkPrefix(head.text("contents")))));
    }

    @Override
    public Map<AuditWeek, Instant> frozenAt(List<AuditWeek> weeks) {
        Map<AuditWeek, Instant> known = new HashMap<>(frozen);
        known.keySet().retainAll(weeks);
        List<AuditWeek> asked = weeks.stream().filter(week -> !known.containsKey(week)).toList();
        heads(asked).forEach((week, head) -> known.put(week, WeeklyReportItem.frozenAt(head)));
        frozen.putAll(known);
        return known;
    }

    @Override
    public Map<AuditWeek, Totals> totals(List<AuditWeek> weeks) {
        Map<AuditWeek, Totals> totals = new HashMap<>();
        heads(weeks).forEach((week, head) -> totals.put(week, WeeklyReportItem.totals(head)));
        return totals;
    }

    /// The items that freeze these weeks, read together; who is not frozen has none.
    private Map<AuditWeek, ItemReader> heads(List<AuditWeek> weeks) {
        Map<String, ItemReader> found =
                reads.byPartition(
                        weeks.stream()
                                .map(week ->
                                        Keys.key(
                                                WeeklyReportItem.partition(week),
                                                WeeklyReportItem.SORT_KEY))
                                .toList());
        Map<AuditWeek, ItemReader> heads = new HashMap<>();
        for (AuditWeek week : weeks) {
            ItemReader head = found.get(WeeklyReportItem.partition(week));
            if (head != null) {
                heads.put(week, head);
            }
        }
        return heads;
    }
}
