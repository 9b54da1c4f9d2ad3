package app.prtosales.aws.table;

import app.prtosales.audit.Answer;
import app.prtosales.audit.AuditWeek;
import app.prtosales.audit.Audits.Frozen;
import app.prtosales.audit.Count;
import app.prtosales.audit.Finding;
import app.prtosales.audit.NextStep;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.Restatement;
import app.prtosales.audit.Totals;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.Digest;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a frozen week to its items; the only class that knows the format. Hundreds of placements do
/// not fit into one item, so they are in several, which the week's own item names.
final class WeeklyReportItem {

    static final String SORT_KEY = "WEEK";

    private static final String PREFIX = "AUDIT#";

    private static final String COMPUTED_AT = "computedAt";
    private static final String STARTS_AT = "startsAt";
    private static final String JUDGED = "judged";
    private static final String PENDING = "pending";
    private static final String LATE = "late";
    private static final String ASKED_ALL_THREE = "askedAllThree";

    private WeeklyReportItem() {}

    static String partition(AuditWeek week) {
        return PREFIX + week;
    }

    /// The week stored in this partition; empty if it holds none.
    static Optional<AuditWeek> weekOf(String partition) {
        return partition.startsWith(PREFIX)
                ? AuditWeek.read(partition.substring(PREFIX.length()))
                : Optional.empty();
    }

    /// A hash of the week's contents. It is part of the chunks' keys, so that two writers cannot
    /// mix theirs.
    static String contents(WeeklyReport week) {
        return Digest.of(week.toString()).substring(0, 16);
    }

    static String chunkPrefix(String contents) {
        return "PLACEMENTS#%s#".formatted(contents);
    }

    static Map<String, AttributeValue> toItem(WeeklyReport week, String contents) {
        return ItemWriter.item(partition(week.week()), SORT_KEY)
                .instant(COMPUTED_AT, week.computedAt())
                .text("zone", week.zone().getId())
                .instant(STARTS_AT, week.startsAt())
                .text("agreement", week.agreement())
                .text("contents", contents)
                .map("totals", totals(week.totals()))
                .map("inPlay", InPlayAttributes.of(week.inPlay()))
                .list(
                        "restated",
                        week.restated().stream().map(WeeklyReportItem::restatement).toList())
                .attributes();
    }

    private static Map<String, AttributeValue> totals(Totals totals) {
        return ItemWriter.map()
                .number(JUDGED, totals.judged())
                .number(PENDING, totals.pending())
                .number(LATE, totals.late())
                .number(ASKED_ALL_THREE, totals.askedAllThree())
                .number("fullyWired", totals.fullyWired())
                .number("leaking", totals.leaking())
                .map("reached", count(totals.reached()))
                .map("inSequence", count(totals.inSequence()))
                .map("inDeal", count(totals.inDeal()))
                .attributes();
    }

    static Totals totals(ItemReader head) {
        ItemReader totals = head.map("totals");
        return new Totals(
                frozenAt(head),
                totals.count(JUDGED),
                totals.count(PENDING),
                totals.count(LATE),
                // Weeks frozen before this was counted do not have it.
                totals.count(totals.has(ASKED_ALL_THREE) ? ASKED_ALL_THREE : JUDGED),
                totals.count("fullyWired"),
                totals.count("leaking"),
                count(totals.map("reached")),
                count(totals.map("inSequence")),
                count(totals.map("inDeal")));
    }

    private static Map<String, AttributeValue> count(Count count) {
        return ItemWriter.map()
                .number("yes", count.yes())
                .number("asked", count.asked())
                .attributes();
    }

    private static Count count(ItemReader map) {
        return new Count(map.count("yes"), map.count("asked"));
    }

    private static AttributeValue restatement(Restatement restated) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("week", restated.week().toString())
                        .choice("question", restated.figure())
                        .map("from", count(restated.from()))
                        .map("to", count(restated.to()))
                        .instant("at", restated.at())
                        .list("why", restated.why().stream().map(WeeklyReportItem::change).toList())
                        .attributes());
    }

    private static Restatement restatement(ItemReader map) {
        return new Restatement(
                AuditWeek.read(map.text("week")).orElseThrow(),
                map.choice(Restatement.Figure.class, "question"),
                count(map.map("from")),
                count(map.map("to")),
                map.instant("at"),
                maps(map, "why", WeeklyReportItem::change));
    }

    private static AttributeValue change(Restatement.Change change) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("placement", change.placement().value())
                        .text("headline", change.headline())
                        .text("change", change.change())
                        .choice("answer", change.answer())
                        .attributes());
    }

    private static Restatement.Change change(ItemReader map) {
        return new Restatement.Change(
                new PlacementId(map.text("placement")),
                map.text("headline"),
                map.text("change"),
                map.choiceOrNull(Answer.class, "answer"));
    }

    private static <T> List<T> maps(ItemReader from, String name, Function<ItemReader, T> read) {
        return from.list(name).stream()
                .map(AttributeValue::m)
                .map(ItemReader::new)
                .map(read)
                .toList();
    }

    static List<Map<String, AttributeValue>> chunks(WeeklyReport week, String contents) {
        List<AttributeValue> placements =
                Stream.of(week.judged(), week.pending(), week.late())
                        .flatMap(List::stream)
                        .map(WeeklyReportItem::toMap)
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

    static Frozen frozen(ItemReader head) {
        return new Frozen(frozenAt(head), zone(head));
    }

    private static Instant frozenAt(ItemReader head) {
        return head.instant(COMPUTED_AT);
    }

    private static ZoneId zone(ItemReader head) {
        return ZoneId.of(head.text("zone"));
    }

    static WeeklyReport fromItems(AuditWeek week, ItemReader head, List<ItemReader> chunks) {
        List<PlacementAnswers> all =
                chunks.stream()
                        .flatMap(chunk -> chunk.list("placements").stream())
                        .map(placement -> fromMap(new ItemReader(placement.m())))
                        .toList();
        ItemReader totals = head.map("totals");
        int judged = totals.count(JUDGED);
        int pending = judged + totals.count(PENDING);
        int late = pending + totals.count(LATE);
        if (all.size() != late) {
            throw new IllegalStateException(
                    "week %s has %d of its %d placements".formatted(week, all.size(), late));
        }
        ZoneId zone = zone(head);
        Instant monday = week.startsAt(zone);
        return new WeeklyReport(
                week,
                zone,
                // Weeks frozen before this was stored do not have it.
                Objects.requireNonNullElse(head.instantOrNull(STARTS_AT), monday),
                frozenAt(head),
                all.subList(0, judged),
                all.subList(judged, pending),
                all.subList(pending, late),
                InPlayAttributes.inPlay(head.map("inPlay")),
                maps(head, "restated", WeeklyReportItem::restatement),
                head.text("agreement"));
    }

    private static Map<String, AttributeValue> chunk(
            AuditWeek week, String contents, int number, List<AttributeValue> placements) {
        return ItemWriter.item(partition(week), "%s%04d".formatted(chunkPrefix(contents), number))
                .list("placements", placements)
                .attributes();
    }

    private static AttributeValue toMap(PlacementAnswers audit) {
        @Nullable NextStep next = audit.next();
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
                        .map("facts", FactsAttributes.of(audit.facts()))
                        .choice("nextOwner", next == null ? null : next.owner())
                        .text("nextSequence", next == null ? null : next.sequence())
                        .text("nextStep", next == null ? null : next.step())
                        .attributes());
    }

    private static PlacementAnswers fromMap(ItemReader map) {
        return new PlacementAnswers(
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
                finding(map.map("referencedInDeal")),
                FactsAttributes.facts(map.map("facts")),
                map.has("nextStep")
                        ? new NextStep(
                                map.choice(NextStep.Owner.class, "nextOwner"),
                                map.text("nextSequence"),
                                map.text("nextStep"))
                        : null);
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
