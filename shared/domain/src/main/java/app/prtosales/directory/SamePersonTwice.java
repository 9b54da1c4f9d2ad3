package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.text.FieldError;
import app.prtosales.text.SameName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds active rows with the name and address of another one: that person gets every story twice
/// (R1.1). They are not refused, because two reps may share a mailbox, and even a name.
final class SamePersonTwice {

    private SamePersonTwice() {}

    /// A warning about each later row of a person.
    static List<FieldError> in(List<Row> reps) {
        List<FieldError> twice = new ArrayList<>();
        Map<String, Row> firsts = new HashMap<>();
        for (int i = 0; i < reps.size(); i++) {
            Row row = reps.get(i);
            String person = person(row);
            @Nullable Row first = person.isEmpty() ? null : firsts.putIfAbsent(person, row);
            if (first != null && !first.text("id").equals(row.text("id"))) {
                twice.add(
                        new FieldError(
                                "items[%d].name".formatted(i),
                                "%s is on the list twice with the same address, as %s and %s, and gets each story twice"
                                        .formatted(
                                                row.text("name"),
                                                first.text("id"),
                                                row.text("id"))));
            }
        }
        return List.copyOf(twice);
    }

    /// Empty for a row that no email goes to.
    private static String person(Row row) {
        String name = SameName.key(row.text("name"));
        return !Rows.flag(row, "active", true) || name.isEmpty() || row.text("email").isEmpty()
                ? ""
                : name + "@" + Mailbox.idOf(row.text("email"));
    }
}
