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
import java.util.function.Function;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The frozen weeks in the table: first their contents are written, then the item that freezes the
/// week.
public final class DynamoAudits implements Audits {

    private final Reads reads;

    /// When and in which zone known weeks were frozen, which never changes.
    private final Map<AuditWeek, Frozen> frozen = new ConcurrentHashMap<>();

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
            put.ifAbsent(chunk);
        }
        boolean first = put.ifAbsent(WeeklyReportItem.toItem(week, contents));
        // An unreadable week that was frozen earlier is set aside; this email then reports the week
        // as computed now.
        return first ? week : find(week.week()).orElse(week);
    }

    @Override
    public Optional<WeeklyReport> find(AuditWeek week) {
        return head(week)
                .flatMap(head ->
                        reads
                                .unreadable()
                                .readable(List.of(head), each -> whole(week, each))
                                .stream()
                                .findFirst());
    }

    /// Whether the week can be read completely, or was never frozen.
    boolean isReadable(AuditWeek week) {
        return head(week)
                .map(head -> UnreadableItems.isReadable(head, each -> whole(week, each)))
                .orElse(true);
    }

    private Optional<ItemReader> head(AuditWeek week) {
        return reads.item(WeeklyReportItem.partition(week), WeeklyReportItem.SORT_KEY);
    }

    private WeeklyReport whole(AuditWeek week, ItemReader head) {
        String chunks = WeeklyReportItem.chunkPrefix(head.text("contents"));
        return WeeklyReportItem.fromItems(
                week, head, reads.beginningWith(WeeklyReportItem.partition(week), chunks));
    }

    @Override
    public Map<AuditWeek, Frozen> frozen(List<AuditWeek> weeks) {
        Map<AuditWeek, Frozen> known = new HashMap<>(frozen);
        known.keySet().retainAll(weeks);
        List<AuditWeek> asked = weeks.stream().filter(week -> !known.containsKey(week)).toList();
        // A frozen week whose time cannot be read counts as frozen long ago, so its emails are not
        // tried again.
        heads(asked)
                .forEach((week, head) ->
                        readable(head, WeeklyReportItem::frozen)
                                .ifPresentOrElse(
                                        at -> {
                                            known.put(week, at);
                                            frozen.put(week, at);
                                        },
                                        () -> known.put(week, new Frozen(Instant.EPOCH, null))));
        return known;
    }

    @Override
    public Map<AuditWeek, Totals> totals(List<AuditWeek> weeks) {
        Map<AuditWeek, Totals> totals = new HashMap<>();
        heads(weeks)
                .forEach((week, head) ->
                        readable(head, WeeklyReportItem::totals)
                                .ifPresent(read -> totals.put(week, read)));
        return totals;
    }

    private <T> Optional<T> readable(ItemReader head, Function<ItemReader, T> reading) {
        return reads.unreadable().readable(List.of(head), reading).stream().findFirst();
    }

    /// The items that freeze these weeks, read together; weeks that are not frozen have none.
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
