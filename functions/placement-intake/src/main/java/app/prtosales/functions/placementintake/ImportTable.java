package app.prtosales.functions.placementintake;

import app.prtosales.aws.csv.Csv;
import app.prtosales.aws.http.JsonObject;
import app.prtosales.directory.Agreement;
import app.prtosales.directory.Segment;
import app.prtosales.intake.ImportPlacements;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Format;
import app.prtosales.placement.Status;
import app.prtosales.text.FieldError;
import app.prtosales.text.FieldName;
import app.prtosales.text.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a file of past placements: JSON items, or CSV from a spreadsheet, whose columns have
/// several accepted names.
final class ImportTable {

    /// The fields of a placement and its outcomes, with the other column names that spreadsheets
    /// use.
    private static final Map<String, List<String>> COLUMNS = columns();

    /// Where our export says whether a story was taken back.
    private static final String STATUS = "status";

    /// The longest accepted date-time; longer text is rejected where it is read.
    private static final int LONGEST_TIME = 64;

    private static final Pattern WITH_OFFSET = Pattern.compile("T.*(?:Z|[+-][0-9:]{4,6})$");

    private final List<Segment> segments;
    private final Agreement agreement;
    private final List<FieldError> warnings = new ArrayList<>();

    ImportTable(List<Segment> segments, Agreement agreement) {
        this.segments = segments;
        this.agreement = agreement;
    }

    private static Map<String, List<String>> columns() {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        for (String name :
                List.of(
                        "url",
                        "outlet",
                        "headline",
                        "format",
                        "zone",
                        "topic",
                        "spokesperson",
                        "quote",
                        "tone",
                        "forwardability",
                        "sequence",
                        "stage",
                        "account",
                        "how")) {
            columns.put(name, List.of());
        }
        columns.put("publishedAt", List.of("published", "date"));
        columns.put("segments", List.of("segment", "suggestedSegment"));
        columns.put("personas", List.of("persona", "suggestedPersona"));
        columns.put("note", List.of("oneLineNote"));
        columns.put("whyItMatters", List.of());
        columns.put("holdingLine", List.of());
        return columns;
    }

    /// What was left out or filled in.
    List<FieldError> warnings() {
        return List.copyOf(warnings);
    }

    /// Columns that map to the same field, so that the intended one is unclear.
    static List<FieldError> twice(List<String> columns) {
        Map<String, String> first = new HashMap<>();
        List<FieldError> twice = new ArrayList<>();
        for (String column : columns) {
            Optional<String> field = field(column);
            @Nullable String before =
                    field.isEmpty() ? null : first.putIfAbsent(field.get(), column);
            if (before != null) {
                twice.add(
                        new FieldError(
                                column,
                                "This column and “%s” both hold %s. Keep one of them"
                                        .formatted(before, FieldName.entered(field.get()))));
            }
        }
        return twice;
    }

    List<ImportPlacements.Row> read(Csv.Read.Table table) {
        Map<String, String> fields = fieldsByColumn(table.columns());
        List<ImportPlacements.Row> rows = new ArrayList<>();
        for (Csv.Line line : table.lines()) {
            Map<String, String> cells = new HashMap<>();
            line.cells()
                    .forEach((column, cell) -> {
                        String field = fields.get(column);
                        if (field != null) {
                            cells.put(field, cell.strip());
                        }
                    });
            if (!isTakenBack(line)) {
                rows.add(
                        row(
                                "line " + line.number(),
                                cells,
                                list(cells.get("segments")),
                                list(cells.get("personas"))));
            }
        }
        return rows;
    }

    /// Whether a story of our own export was withdrawn or retracted: importing it would make an
    /// ordinary story of it. Warns that it is left out.
    private boolean isTakenBack(Csv.Line line) {
        Optional<Status> over =
                line.cells().entrySet().stream()
                        .filter(cell -> plain(cell.getKey()).equals(STATUS))
                        .flatMap(cell -> Words.read(Status.class, cell.getValue().strip()).stream())
                        .filter(Status::isOver)
                        .findFirst();
        over.ifPresent(status ->
                warnings.add(
                        new FieldError(
                                "line %d: %s".formatted(line.number(), STATUS),
                                "This story was %s, so it was left out".formatted(status.word()))));
        return over.isPresent();
    }

    /// The field that each known column means; warns about each other column that has a name.
    private Map<String, String> fieldsByColumn(List<String> columns) {
        Map<String, String> fields = new HashMap<>();
        for (String column : columns) {
            Optional<String> field = field(column);
            if (field.isPresent()) {
                fields.put(column, field.get());
            } else if (!column.isBlank() && !plain(column).equals(STATUS)) {
                warnings.add(
                        new FieldError(column, "We don’t know this column, so it was left out"));
            }
        }
        return fields;
    }

    /// Adds values of the wrong type, and what is missing or unknown, to the object's problems.
    List<ImportPlacements.Row> read(JsonObject body) {
        body.onlyKnows(List.of("items"));
        if (!body.has("items")) {
            body.problems().add("items", "is required: the list of placements");
        }
        List<ImportPlacements.Row> rows = new ArrayList<>();
        List<String> known = new ArrayList<>(COLUMNS.keySet());
        known.add("backfill");
        for (JsonObject item : body.objects("items")) {
            item.onlyKnows(known);
            if (Boolean.FALSE.equals(item.flag("backfill"))) {
                warnings.add(
                        new FieldError(
                                "items[%d].backfill".formatted(rows.size()),
                                "An import emails nobody, so this story is kept as history. To email it, submit it"));
            }
            Map<String, String> cells = new HashMap<>();
            for (String field : COLUMNS.keySet()) {
                if (!field.equals("segments") && !field.equals("personas")) {
                    String text = item.text(field);
                    if (text != null) {
                        cells.put(field, text);
                    }
                }
            }
            rows.add(
                    row(
                            "items[%d]".formatted(rows.size()),
                            cells,
                            item.texts("segments"),
                            item.texts("personas")));
        }
        return rows;
    }

    private ImportPlacements.Row row(
            String name,
            Map<String, String> cells,
            List<String> segmentNames,
            List<String> personas) {
        return new ImportPlacements.Row(
                name,
                new Submission(
                        cells.get("url"),
                        cells.get("outlet"),
                        cells.get("headline"),
                        format(cells.get("format")),
                        cells.get("publishedAt"),
                        zone(cells),
                        segmentNames.stream().map(this::segment).toList(),
                        cells.get("note"),
                        cells.get("topic"),
                        personas,
                        cells.get("spokesperson"),
                        cells.get("quote"),
                        cells.get("whyItMatters"),
                        cells.get("holdingLine"),
                        cells.get("tone"),
                        forwardability(cells),
                        true),
                cells.get("sequence"),
                cells.get("stage"),
                cells.get("account"),
                cells.get("how"));
    }

    /// The word for a format as our list's export writes it: `News mention`, `TV or radio`.
    /// Anything else is kept as written.
    private static @Nullable String format(@Nullable String written) {
        return written == null
                ? null
                : Words.read(Format.class, written.strip().replaceAll("\\h+(?:or\\h+)?", "-"))
                        .map(Format::word)
                        .orElse(written);
    }

    /// A placement in a sequence or used in a deal was already forwarded, so it is Green unless the
    /// file says otherwise.
    private static @Nullable String forwardability(Map<String, String> cells) {
        String written = cells.get("forwardability");
        boolean used = cells.containsKey("sequence") || cells.containsKey("account");
        return written == null && used ? "green" : written;
    }

    /// The row's zone; without one, the agreement's zone, unless the time has an offset of its own.
    private @Nullable String zone(Map<String, String> cells) {
        String zone = cells.get("zone");
        if (zone != null) {
            return zone;
        }
        String published = cells.get("publishedAt");
        boolean hasOffset =
                published != null
                        && published.length() <= LONGEST_TIME
                        && WITH_OFFSET.matcher(published.strip()).find();
        return hasOffset ? null : agreementZone();
    }

    private String agreementZone() {
        String zone = agreement.zone().getId();
        return zone.equals("Z") ? "UTC" : zone;
    }

    /// The segment with this id, else the only one with this name; anything else is kept as written
    /// and rejected later.
    private String segment(String written) {
        return only(each -> each.id().equals(written))
                .or(() -> only(each -> each.id().equalsIgnoreCase(written)))
                .or(() ->
                        only(each ->
                                each.name().equalsIgnoreCase(written)
                                        || each.id().equalsIgnoreCase(written.replace(' ', '-'))))
                .orElse(written);
    }

    private Optional<String> only(Predicate<Segment> wanted) {
        List<Segment> found = segments.stream().filter(wanted).toList();
        return found.size() == 1 ? Optional.of(found.getFirst().id()) : Optional.empty();
    }

    private static List<String> list(@Nullable String cell) {
        return cell == null
                ? List.of()
                : Arrays.stream(cell.split(";", -1))
                        .map(String::strip)
                        .filter(each -> !each.isEmpty())
                        .toList();
    }

    private static Optional<String> field(String column) {
        String plain = plain(column);
        return COLUMNS.entrySet().stream()
                .filter(each ->
                        plain(each.getKey()).equals(plain)
                                || each.getValue().stream().anyMatch(n -> plain(n).equals(plain)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// A column name's normal form: `published_at`, `Published At` and `publishedAt` are equal.
    private static String plain(String name) {
        return name.replaceAll("[\\h_-]", "").toLowerCase(Locale.ROOT);
    }
}
