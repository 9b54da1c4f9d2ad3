package app.prtosales.mail;

import app.prtosales.audit.Finding;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.audit.WeeklyReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The placements of a week as the rows that are attached to its email.
final class AuditRows {

    static final List<String> COLUMNS =
            List.of(
                    "week",
                    "group",
                    "id",
                    "outlet",
                    "headline",
                    "url",
                    "publishedAt",
                    "deadline",
                    "forwardability",
                    "reachedIn24h",
                    "inActiveSequence",
                    "referencedInDeal",
                    "evidenceReachedIn24h",
                    "evidenceInActiveSequence",
                    "evidenceReferencedInDeal",
                    "reached",
                    "of",
                    "cause",
                    "lastReachedAt",
                    "acknowledged",
                    "nextStep");

    private AuditRows() {}

    static List<Map<String, String>> of(WeeklyReport week) {
        List<Map<String, String>> rows = new ArrayList<>();
        add(rows, week, "late addition", week.late());
        add(rows, week, "judged", week.judged());
        add(rows, week, "pending", week.pending());
        return rows;
    }

    private static void add(
            List<Map<String, String>> rows,
            WeeklyReport week,
            String group,
            List<PlacementAnswers> placements) {
        for (PlacementAnswers each : placements) {
            Map<String, String> row = new LinkedHashMap<>();
            put(row, "week", week.week());
            put(row, "group", group);
            put(row, "id", each.id());
            put(row, "outlet", each.outlet());
            put(row, "headline", each.headline());
            put(row, "url", each.url());
            put(row, "publishedAt", each.publishedAt());
            put(row, "deadline", each.deadline());
            put(row, "forwardability", each.forwardability().word());
            put(row, "ReachedIn24h", "reachedIn24h", each.reachedIn24h());
            put(row, "InActiveSequence", "inActiveSequence", each.inActiveSequence());
            put(row, "ReferencedInDeal", "referencedInDeal", each.referencedInDeal());
            put(row, "reached", each.reached().count());
            put(row, "of", each.reached().of());
            put(
                    row,
                    "cause",
                    each.reached().cause() == null ? null : each.reached().cause().inWords());
            put(row, "lastReachedAt", each.reached().lastAt());
            put(row, "acknowledged", each.facts().acknowledged());
            put(row, "nextStep", each.next() == null ? null : each.next().step());
            rows.add(row);
        }
    }

    private static void put(Map<String, String> row, String title, String column, Finding finding) {
        put(row, column, finding.answer().word());
        put(row, "evidence" + title, finding.evidence());
    }

    private static void put(Map<String, String> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value.toString());
        }
    }
}
