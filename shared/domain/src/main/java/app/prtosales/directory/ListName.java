package app.prtosales.directory;

import static app.prtosales.directory.Column.Kind.FLAG;
import static app.prtosales.directory.Column.Kind.LIST;
import static app.prtosales.directory.Column.Kind.NUMBER;
import static app.prtosales.directory.Column.Kind.TEXT;

import app.prtosales.text.Words;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The directory's lists and their columns, of which the first is the key.
public enum ListName {
    REPS(RosterColumns.all()),
    SEGMENTS(new Column("id", TEXT, true), new Column("name", TEXT, true)),
    SEQUENCES(
            new Column("id", TEXT, true),
            new Column("name", TEXT, true),
            new Column("owner", TEXT, true),
            new Column("ownerEmail", TEXT, true),
            new Column("personas", LIST, false),
            new Column("segments", LIST, false),
            new Column("status", TEXT, false),
            new Column("stages", LIST, true)),
    ACCOUNTS(
            new Column("id", TEXT, true),
            new Column("name", TEXT, true),
            new Column("segment", TEXT, true),
            new Column("rep", TEXT, false),
            new Column("target", FLAG, false),
            new Column("openDeal", FLAG, false)),
    RULES(
            new Column("id", TEXT, true),
            new Column("format", TEXT, false),
            new Column("topic", TEXT, false),
            new Column("segment", TEXT, false),
            new Column("persona", TEXT, false),
            new Column("sequence", TEXT, true),
            new Column("stage", TEXT, true)),
    /// A list with only one row.
    AGREEMENT(
            new Column("version", TEXT, true),
            new Column("date", TEXT, true),
            new Column("zone", TEXT, true),
            new Column("warnings", LIST, false),
            new Column("prOwner", TEXT, false),
            new Column("ops", TEXT, false),
            new Column("salesLeader", TEXT, false),
            new Column("leadership", LIST, true),
            new Column("ruleOwners", LIST, false),
            new Column("auditDay", TEXT, false),
            new Column("auditHour", NUMBER, false),
            new Column("company", TEXT, false));

    @SuppressWarnings("ImmutableEnumChecker") // List.of is immutable, but its type does not say so
    private final List<Column> columns;

    ListName(Column... columns) {
        this.columns = List.of(columns);
    }

    public List<Column> columns() {
        return columns;
    }

    /// The key column, which identifies a row.
    public String key() {
        return columns.getFirst().name();
    }

    /// The rows by their key; if several rows have the same key, the first of them.
    Map<String, Row> byKey(List<Row> rows) {
        Map<String, Row> byKey = new TreeMap<>();
        rows.forEach(row -> byKey.putIfAbsent(row.text(key()), row));
        return byKey;
    }

    /// The list's name in a path: `/directory/reps`.
    public String word() {
        return Words.of(this);
    }

    /// The subject of its history entries.
    public String subject() {
        return "directory-" + word();
    }

    public static Optional<ListName> read(String word) {
        return Words.read(ListName.class, word);
    }
}
