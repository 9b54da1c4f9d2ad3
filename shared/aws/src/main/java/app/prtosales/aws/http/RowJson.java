package app.prtosales.aws.http;

import app.prtosales.directory.Column;
import app.prtosales.directory.HeldAddress;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.text.Invisible;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A directory row as JSON: lists as lists, flags as flags.
public final class RowJson {

    /// The member with the list's version, next to its rows.
    public static final String VERSION = "version";

    /// The member with the reps' addresses that get no emails, next to its rows; ignored in
    /// requests.
    public static final String HELD_ADDRESSES = "heldAddresses";

    public static final String WARNINGS = "warnings";

    private RowJson() {}

    /// Reads a list's rows; a value of the wrong type is added to the object's problems.
    ///
    /// @param body may also contain the other members that a list has when it is read
    public static List<Row> read(ListName list, JsonObject body) {
        body.onlyKnows(List.of("items", VERSION, HELD_ADDRESSES, WARNINGS));
        if (!body.has("items")) {
            body.problems().add("items", "is required: the whole list");
        }
        List<String> columns = list.columns().stream().map(Column::name).toList();
        List<Row> rows = new ArrayList<>();
        for (JsonObject item : body.objects("items")) {
            item.onlyKnows(columns);
            Map<String, String> cells = new TreeMap<>();
            for (Column column : list.columns()) {
                String cell = cell(item, column);
                if (cell != null) {
                    cells.put(column.name(), cell);
                }
            }
            rows.add(new Row(cells));
        }
        return rows;
    }

    public static Map<String, @Nullable Object> write(ListName list, Row row) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (Column column : list.columns()) {
            String text = row.text(column.name());
            json.put(
                    column.name(),
                    switch (column.kind()) {
                        case TEXT -> text.isEmpty() ? null : text;
                        case LIST -> row.list(column.name());
                        case FLAG -> text.isEmpty() ? null : text.equals("true");
                        case NUMBER -> text.isEmpty() ? null : number(text);
                    });
        }
        return json;
    }

    /// The text itself if it is not a number: a row from a file is written before it is checked.
    private static Object number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException notANumber) {
            return text;
        }
    }

    public static Map<String, @Nullable Object> write(HeldAddress held) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("rep", held.rep().value());
        json.put("address", held.column());
        json.put("why", held.mailbox().isMarkedAsSpam() ? "marked-as-spam" : "bounced");
        json.put("at", held.mailbox().bouncedAt());
        json.put("detail", held.mailbox().shownReason());
        return json;
    }

    private static @Nullable String cell(JsonObject item, Column column) {
        return switch (column.kind()) {
            case TEXT -> stripped(item.text(column.name()));
            case LIST -> joined(item, column.name());
            case FLAG -> {
                Boolean flag = item.flag(column.name());
                yield flag == null ? null : flag.toString();
            }
            case NUMBER -> {
                BigDecimal number = item.number(column.name());
                yield number == null ? null : number.toPlainString();
            }
        };
    }

    /// Stripped like a file's cells: an id with a trailing space would match nothing.
    private static @Nullable String stripped(@Nullable String text) {
        return text == null ? null : Invisible.strip(text);
    }

    private static String joined(JsonObject item, String column) {
        List<String> elements = item.texts(column).stream().map(Invisible::strip).toList();
        if (elements.stream().anyMatch(element -> element.contains(";"))) {
            item.problems()
                    .add(
                            item.field(column),
                            "Take out each semicolon within a value: semicolons separate the values");
        }
        return String.join(";", elements);
    }
}
