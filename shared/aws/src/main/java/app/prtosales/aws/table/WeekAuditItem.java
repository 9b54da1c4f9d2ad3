package app.prtosales.aws.table;

import app.prtosales.audit.Answer;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Finding;
import app.prtosales.audit.PlacementAudit;
import app.prtosales.audit.WeekAudit;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// How a frozen week lies in the table; the only class that knows. Hundreds of placements do not
/// fit into one item: they lie in several, which the week's own item names.
final class WeekAuditItem {

    static final String SORT_KEY = "WEEK";

    private static final String JUDGED = "judged";
    private static final String PENDING = "pending";
    private static final String LATE = "late";

    private WeekAuditItem() {}

    static String partition(AuditWeek week) {
        return "AUDIT#" + week;
    }

    /// Named by what is in the week, so that two writers cannot mix theirs.
    static String contents(WeekAudit week) {
        return Digest.of(week.toString()).substring(0, 16);
    }

    static String chunkPrefix(String contents) {
        return "PLACEMENTS#%s#".formatted(contents);
    }

    static Map<String, AttributeValue> toItem(WeekAudit week, String contents) {
        return ItemWriter.item(partition(week.week()), SORT_KEY)
                .instant("computedAt", week.computedAt())
                .text("agreement", week.agreement())
                .text("contents", contents)
                .number(JUDGED, week.judged().size())
                .number(PENDING, week.pending().size())
                .number(LATE, week.late().size())
                .attributes();
    }

    static List<Map<String, AttributeValue>> chunks(WeekAudit week, String contents) {
        List<AttributeValue> placements =
                Stream.of(week.judged(), week.pending(), week.late())
                        .flatMap(List::stream)
                        .map(WeekAuditItem::toMap)
                        .toList();
        List<Map<String, AttributeValue>> chunks = new ArrayList<>();
        List<AttributeValue> chunk = new ArrayList<>();
        int size = 0;
        for (AttributeValue placement : placements) {
            int placementSize = ItemSize.of(placement);
            if (!chunk.isEmpty() && size + placementSize > ItemSize.COMFORTABLE) {
                chunks.add(chunk(week.week(), contents, chunks.size(), chunk));
                chunk = new ArrayList<>();
                size = 0;
            }
            chunk.add(placement);
            size += placementSize;
        }
        if (!chunk.isEmpty()) {
            chunks.add(chunk(week.week(), contents, chunks.size(), chunk));
        }
        return chunks;
    }

    static Instant frozenAt(ItemReader head) {
        return head.instant("computedAt");
    }

    static WeekAudit fromItems(AuditWeek week, ItemReader head, List<ItemReader> chunks) {
        List<PlacementAudit> all =
                chunks.stream()
                        .flatMap(chunk -> chunk.list("placements").stream())
                        .map(placement -> fromMap(new ItemReader(placement.m())))
                        .toList();
        int judged = head.count(JUDGED);
        int pending = judged + head.count(PENDING);
        int late = pending + head.count(LATE);
        if (all.size() != late) {
            throw new IllegalStateException(
                    "week %s has %d of its %d placements".formatted(week, all.size(), late));
        }
        return new WeekAudit(
                week,
                frozenAt(head),
                all.subList(0, judged),
                all.subList(judged, pending),
                all.subList(pending, late),
                head.text("agreement"));
    }

    private static Map<String, AttributeValue> chunk(
            AuditWeek week, String contents, int number, List<AttributeValue> placements) {
        return ItemWriter.item(partition(week), "%s%04d".formatted(chunkPrefix(contents), number))
                .list("placements", placements)
                .attributes();
    }

    private static AttributeValue toMap(PlacementAudit audit) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("id", audit.id().value())
                        .text("outlet", audit.outlet())
                        .text("headline", audit.headline())
                        .text("url", audit.url())
                        .choice("forwardability", audit.forwardability())
                        .instant("publishedAt", audit.publishedAt())
                        .instant("deadline", audit.deadline())
                        .map("reached", ReachedAttributes.of(audit.reached()))
                        .map("reachedIn24h", finding(audit.reachedIn24h()))
                        .map("inActiveSequence", finding(audit.inActiveSequence()))
                        .map("referencedInDeal", finding(audit.referencedInDeal()))
                        .attributes());
    }

    private static PlacementAudit fromMap(ItemReader map) {
        return new PlacementAudit(
                new PlacementId(map.text("id")),
                map.text("outlet"),
                map.text("headline"),
                map.textOrNull("url"),
                map.choice(Forwardability.class, "forwardability"),
                map.instant("publishedAt"),
                map.instant("deadline"),
                ReachedAttributes.reached(map.map("reached")),
                finding(map.map("reachedIn24h")),
                finding(map.map("inActiveSequence")),
                finding(map.map("referencedInDeal")));
    }

    private static Map<String, AttributeValue> finding(Finding finding) {
        return ItemWriter.map()
                .choice("answer", finding.answer())
                .text("evidence", finding.evidence())
                .instant("at", finding.at())
                .attributes();
    }

    private static Finding finding(ItemReader map) {
        return new Finding(
                map.choice(Answer.class, "answer"), map.text("evidence"), map.instantOrNull("at"));
    }
}
