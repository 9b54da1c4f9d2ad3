package app.prtosales.aws.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.audit.ExportWeek;
import app.prtosales.directory.Directory;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Rep;
import app.prtosales.directory.Roster;
import app.prtosales.directory.Segment;
import app.prtosales.directory.Sequence;
import app.prtosales.id.RepId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/// The exported rows of a week for a spreadsheet: a ZIP with a table for each kind of row, each
/// with only the columns that its rows use, and with names next to ids.
public final class WeekTables {

    private static final String RECORD = "record";

    /// The suffix of a column with the name for an id.
    private static final String NAME = "Name";

    /// The file names by kind of row, which is the value of `record`.
    private static final Map<String, String> FILES = new LinkedHashMap<>();

    static {
        FILES.put("week", "week");
        FILES.put("placement", "placements");
        FILES.put("late", "late-additions");
        FILES.put("confirmed", "confirmed-in-sequences");
        FILES.put("reference", "used-in-deals");
        FILES.put("ping", "emails-to-reps");
        FILES.put("stop", "sending-stopped");
        FILES.put("sequence", "sequences");
        FILES.put("account", "accounts");
        FILES.put("segment", "segments");
        FILES.put("figure", "figures");
        FILES.put("restated", "corrected");
    }

    /// A fixed time, so that the same rows give the same bytes.
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, String> headlines;
    private final Map<String, String> sequences;
    private final Map<String, String> segments;
    private final Roster roster;

    private WeekTables(List<Map<String, String>> rows, Directory directory) {
        Directory lists =
                directory.with(Set.of(ListName.REPS, ListName.SEGMENTS, ListName.SEQUENCES));
        this.roster = lists.roster();
        this.segments =
                lists.segments().stream()
                        .collect(Collectors.toUnmodifiableMap(Segment::id, Segment::name));
        this.sequences =
                lists.sequences().values().stream()
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        each -> each.id().value(), Sequence::name));
        this.headlines =
                rows.stream()
                        .filter(row -> row.containsKey("headline"))
                        .collect(
                                Collectors.toUnmodifiableMap(
                                        row -> row.getOrDefault("id", ""),
                                        row -> row.getOrDefault("headline", ""),
                                        (one, again) -> one));
    }

    /// @param rows the rows of all pages of the week
    /// @return the bytes of the ZIP
    public static byte[] zip(List<Map<String, String>> rows, Directory directory) {
        WeekTables tables = new WeekTables(rows, directory);
        Map<String, List<Map<String, String>>> byKind = new LinkedHashMap<>();
        FILES.keySet().forEach(kind -> byKind.put(kind, new ArrayList<>()));
        for (Map<String, String> row : rows) {
            byKind.computeIfAbsent(row.getOrDefault(RECORD, ""), none -> new ArrayList<>())
                    .add(tables.named(row));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, UTF_8)) {
            for (Map.Entry<String, List<Map<String, String>>> kind : byKind.entrySet()) {
                if (!kind.getValue().isEmpty()) {
                    String name = FILES.getOrDefault(kind.getKey(), kind.getKey());
                    ZipEntry entry = new ZipEntry(name + ".csv");
                    entry.setTimeLocal(NO_TIME);
                    zip.putNextEntry(entry);
                    zip.write(Csv.file(columns(kind.getValue()), kind.getValue()).getBytes(UTF_8));
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// The columns in order, with each name right after its id.
    private static List<String> columns(List<Map<String, String>> rows) {
        Set<String> filled = new LinkedHashSet<>();
        rows.forEach(row -> filled.addAll(row.keySet()));
        List<String> columns = new ArrayList<>();
        for (String column : ExportWeek.COLUMNS) {
            for (String each : List.of(column, column + NAME)) {
                if (filled.contains(each) && !columns.contains(each)) {
                    columns.add(each);
                }
            }
        }
        return columns;
    }

    private Map<String, String> named(Map<String, String> row) {
        Map<String, String> named = new LinkedHashMap<>(row);
        named.remove(RECORD);
        if (!row.containsKey("headline")) {
            name(named, "id", headlines.get(row.getOrDefault("id", "")));
        }
        name(named, "person", rep(row.getOrDefault("person", "")));
        if (!row.containsKey("name")) {
            name(named, "sequence", sequences.get(row.getOrDefault("sequence", "")));
        }
        String all = row.getOrDefault("segments", "");
        name(named, "segments", each(all, id -> segments.getOrDefault(id, id)));
        return named;
    }

    private @Nullable String rep(String id) {
        return RepId.read(id).flatMap(roster::find).map(Rep::name).orElse(null);
    }

    private static String each(String ids, UnaryOperator<String> name) {
        return Arrays.stream(ids.split(";", -1)).map(name).collect(Collectors.joining("; "));
    }

    private static void name(Map<String, String> row, String column, @Nullable String name) {
        if (name != null && !name.isEmpty()) {
            row.put(column + NAME, name);
        }
    }
}
