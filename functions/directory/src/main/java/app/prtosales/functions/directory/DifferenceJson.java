package app.prtosales.functions.directory;

import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.http.FooterJson;
import app.prtosales.aws.http.RowJson;
import app.prtosales.directory.CellChange;
import app.prtosales.directory.Difference;
import app.prtosales.directory.OtherId;
import app.prtosales.directory.RowChanges;
import app.prtosales.directory.StillNamed;
import app.prtosales.directory.UnknownName;
import app.prtosales.text.FieldError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API's JSON for what a new list changes.
final class DifferenceJson {

    private DifferenceJson() {}

    static Map<String, Object> of(Difference difference, List<Csv.Line> footer, boolean dryRun) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dryRun", dryRun);
        RowChanges rows = difference.rows();
        json.put("added", rows.added());
        json.put("names", rows.names());
        json.put("changed", rows.changed());
        json.put("removed", rows.removed());
        json.put("unchanged", rows.unchanged());
        json.put("cells", rows.cells().stream().map(DifferenceJson::cell).toList());
        json.put("moreCells", rows.moreCells());
        json.put("unknown", difference.unknown().stream().map(DifferenceJson::unknown).toList());
        json.put(
                "stillNamed",
                difference.stillNamed().stream().map(DifferenceJson::stillNamed).toList());
        json.put("samePeople", samePeople(difference));
        json.put("back", difference.back());
        json.put("otherIds", difference.otherIds().stream().map(DifferenceJson::otherId).toList());
        json.put(FooterJson.LEFT_OUT, FooterJson.of(footer));
        json.put(RowJson.WARNINGS, warnings(difference.warnings()));
        return json;
    }

    private static Map<String, String> cell(CellChange cell) {
        return Map.of(
                "row", cell.row(),
                "column", cell.column(),
                "before", cell.before(),
                "after", cell.after());
    }

    private static Map<String, Object> unknown(UnknownName name) {
        return Map.of(
                "column", name.column(),
                "value", name.value(),
                "row", name.row(),
                "rows", name.rows());
    }

    private static Map<String, Object> stillNamed(StillNamed named) {
        return Map.of(
                "row", named.row(),
                "list", named.list().word(),
                "column", named.column(),
                "in", named.in(),
                "rows", named.rows());
    }

    private static Map<String, @Nullable Object> otherId(OtherId other) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", other.id());
        json.put("newId", other.newId());
        json.put("before", other.before());
        json.put("name", other.name());
        json.put("asked", other.asked());
        return json;
    }

    static List<Map<String, String>> warnings(List<FieldError> warnings) {
        return warnings.stream()
                .map(each -> Map.of("field", each.field(), "message", each.message()))
                .toList();
    }

    static List<Map<String, String>> samePeople(Difference difference) {
        return difference.samePeople().stream()
                .map(same ->
                        Map.of(
                                "before", same.before(),
                                "after", same.after(),
                                "name", same.name(),
                                "why", same.why().words()))
                .toList();
    }
}
