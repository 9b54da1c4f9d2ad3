package app.prtosales.aws.table;

import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.text.Digest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a directory list to its items; the only class that knows the format. The head names the
/// current generation of pages, so that a single write switches to a new list.
final class DirectoryItem {

    static final String PREFIX = "DIRECTORY#";

    /// The prefix of the name of a row that was set aside.
    static final String ROW = "ROW#";

    static final String HEAD = "HEAD";
    static final String PAGE = "PAGE#";
    static final String VERSION = "version";

    /// The number of rows on a full page; fewer if they are unusually long.
    private static final int ROWS = 64;

    private DirectoryItem() {}

    static String partition(ListName list) {
        return PREFIX + list.word();
    }

    /// The list stored in this partition; empty if it holds none.
    static Optional<ListName> listOf(String partition) {
        return Arrays.stream(ListName.values())
                .filter(list -> partition(list).equals(partition))
                .findFirst();
    }

    /// Reads every attribute of a head or page that is ever used.
    static Object checked(ItemReader item) {
        if (item.text(Keys.SK).equals(HEAD)) {
            return headFrom(item);
        }
        return item.list("rows").stream().map(row -> row(row, String::valueOf)).toList();
    }

    /// The current pages.
    ///
    /// @param version the list's version; 0 if nothing was stored
    record Head(long version, int pages, String generation) {

        static final Head NONE = new Head(0, 0, "");
    }

    static Map<String, AttributeValue> toItem(ListName list, Head head) {
        return ItemWriter.item(partition(list), HEAD)
                .number(VERSION, head.version())
                .number("pages", head.pages())
                .text("generation", head.generation())
                .attributes();
    }

    static Head headFrom(ItemReader item) {
        return new Head(item.number(VERSION), item.count("pages"), item.text("generation"));
    }

    /// Names the pages of a version by their content, so that two writers cannot mix their pages
    /// and a retry writes the same ones.
    static String generation(long version, List<Row> sorted) {
        StringBuilder content = new StringBuilder();
        for (Row row : sorted) {
            content.append(new TreeMap<>(row.cells())).append('\n');
        }
        return "%d-%s".formatted(version, Digest.of(content.toString()).substring(0, 16));
    }

    static String pagePrefix(String generation) {
        return "%s%s#".formatted(PAGE, generation);
    }

    static long versionOf(ItemReader pageKey) {
        String sortKey = pageKey.text(Keys.SK);
        return Long.parseLong(sortKey.substring(PAGE.length(), sortKey.indexOf('-')));
    }

    static List<Map<String, AttributeValue>> pages(
            ListName list, String generation, List<Row> sorted) {
        List<Map<String, AttributeValue>> pages = new ArrayList<>();
        List<AttributeValue> rows = new ArrayList<>();
        int size = 0;
        for (Row row : sorted) {
            AttributeValue map = toMap(row);
            int rowSize = ItemSize.of(map);
            if (rows.size() == ROWS || !rows.isEmpty() && size + rowSize > ItemSize.COMFORTABLE) {
                pages.add(page(list, generation, pages.size(), rows));
                rows = new ArrayList<>();
                size = 0;
            }
            rows.add(map);
            size += rowSize;
        }
        if (!rows.isEmpty()) {
            pages.add(page(list, generation, pages.size(), rows));
        }
        return pages;
    }

    /// Reads pages in order. Texts shared by many rows, such as a column's name or a zone, are kept
    /// in memory once; a large roster consists mostly of those.
    static final class Pages {

        private static final int WORDS = 4_096;

        private final List<Row> rows = new ArrayList<>();
        private final Map<String, String> words = new HashMap<>();
        private int count;

        private final UnreadableItems unreadable;

        Pages(UnreadableItems unreadable) {
            this.unreadable = unreadable;
        }

        /// Adds a page's rows. Invalid rows are left out, as are all rows of a page that cannot be
        /// read.
        void add(ItemReader page) {
            count++;
            for (List<AttributeValue> found :
                    unreadable.readable(List.of(page), each -> each.list("rows"))) {
                for (AttributeValue row : found) {
                    rows.addAll(
                            unreadable.readable(
                                    List.of(page), ignored -> DirectoryItem.row(row, this::once)));
                }
            }
        }

        int count() {
            return count;
        }

        List<Row> rows() {
            return rows;
        }

        private String once(String word) {
            @Nullable String known = words.get(word);
            if (known == null && words.size() < WORDS) {
                words.put(word, word);
            }
            return known == null ? word : known;
        }
    }

    private static Row row(AttributeValue stored, UnaryOperator<String> once) {
        Map<String, String> cells = new TreeMap<>();
        if (!stored.hasM()) {
            throw new IllegalStateException("a row is not a map");
        }
        ItemReader row = new ItemReader(stored.m());
        for (String column : stored.m().keySet()) {
            cells.put(once.apply(column), once.apply(row.text(column)));
        }
        return new Row(cells);
    }

    private static Map<String, AttributeValue> page(
            ListName list, String generation, int number, List<AttributeValue> rows) {
        String sortKey = "%s%05d".formatted(pagePrefix(generation), number);
        return ItemWriter.item(partition(list), sortKey).list("rows", rows).attributes();
    }

    private static AttributeValue toMap(Row row) {
        ItemWriter map = ItemWriter.map();
        row.cells().forEach(map::text);
        return AttributeValue.fromM(map.attributes());
    }
}
