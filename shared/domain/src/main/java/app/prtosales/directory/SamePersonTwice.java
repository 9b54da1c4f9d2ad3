package app.prtosales.directory;

import app.prtosales.delivery.Mailbox;
import app.prtosales.id.RepId;
import app.prtosales.text.Problems;
import app.prtosales.text.SameName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Two active rows with the same name and address would get every story twice (R1.1). Those that
/// are on the list already are left alone, so that other rows can still be changed.
final class SamePersonTwice {

    private final Roster roster;

    SamePersonTwice(Roster roster) {
        this.roster = roster;
    }

    /// Each later row of a person is an error.
    void check(List<Row> reps, Problems problems) {
        Map<String, Integer> firsts = new HashMap<>();
        for (int i = 0; i < reps.size(); i++) {
            String person = person(reps.get(i));
            @Nullable Integer first = person.isEmpty() ? null : firsts.putIfAbsent(person, i);
            if (first != null && isNew(reps.get(first), reps.get(i))) {
                problems.add(
                        "items[%d].name".formatted(i),
                        "This is the same person as in items[%d]: same name and address. Keep only one of the rows"
                                .formatted(first));
            }
        }
    }

    /// An id that is there twice is an error by itself.
    private boolean isNew(Row first, Row second) {
        return !first.text("id").equals(second.text("id"))
                && !(isStored(first) && isStored(second));
    }

    private boolean isStored(Row row) {
        return RepId.read(row.text("id"))
                .flatMap(roster::find)
                .filter(Rep::active)
                .map(rep -> person(rep.name(), rep.email()))
                .equals(Optional.of(person(row)));
    }

    /// Empty for a row without an id, or that no email goes to.
    private static String person(Row row) {
        return Rows.flag(row, "active", true) && !row.text("id").isEmpty()
                ? person(row.text("name"), row.text("email"))
                : "";
    }

    private static String person(String name, String address) {
        String key = SameName.key(name);
        return key.isEmpty() || address.isBlank() ? "" : key + "@" + Mailbox.idOf(address);
    }
}
