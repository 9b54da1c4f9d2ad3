package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// How the page tells rows apart that look alike: two jobs of one person, two accounts of one name.
@Timeout(60)
class RowMatchesTest extends ModuleSuite {

    private static final List<Map<String, Object>> TWO_ACCOUNTS =
            List.of(
                    account("a-1", "St. Mary", "payers", "rep-01"),
                    account("a-2", "St. Mary", "payers", "rep-04"));

    private static final String UNCLEAR =
            "Several accounts have this name, and we can’t tell which one this is. Add a column with the account IDs";

    @Test
    void r1_1_a_persons_active_row_is_the_one_on_the_list_even_below_an_earlier_job() {
        Map<String, Object> known = rep("rep-02", "Dana Lee", "dana@x.example", true);
        known.put("manager", "Sample Manager");
        List<List<String>> file =
                List.of(
                        List.of("name", "email", "active"),
                        List.of("Dana Lee", "dana@x.example", "Terminated"),
                        List.of("Dana Lee", "dana@x.example", "Active"));

        List<Map<String, Object>> made = imported("reps", file, List.of(known));

        assertThat(made).hasSize(1);
        assertThat(made.getFirst())
                .containsEntry("id", "rep-02")
                .containsEntry("active", "true")
                .containsEntry("manager", "Sample Manager");
    }

    @Test
    void r1_10_someone_on_leave_stays_as_on_the_list_and_is_active_if_new() {
        List<Map<String, Object>> list =
                List.of(
                        rep("r-1", "Dana Lee", "dana@x.example", false),
                        rep("r-2", "Sam Roe", "sam@x.example", true));
        List<List<String>> file =
                List.of(
                        List.of("name", "email", "active"),
                        List.of("Dana Lee", "dana@x.example", "On Leave"),
                        List.of("Sam Roe", "sam@x.example", "On Leave"),
                        List.of("Pat Poe", "pat@x.example", "On Leave"));

        assertThat(imported("reps", file, list))
                .extracting(row -> row.get("active"))
                .containsExactly("false", "true", "true");
    }

    @Test
    void r1_1_an_earlier_job_that_is_on_the_list_stays_the_inactive_row() {
        List<Map<String, Object>> list =
                List.of(
                        rep("old", "Dana Lee", "dana@x.example", false),
                        rep("rep-02", "Dana Lee", "dana@x.example", true));
        List<List<String>> file =
                List.of(
                        List.of("name", "email", "active"),
                        List.of("Dana Lee", "dana@x.example", "Active"),
                        List.of("Dana Lee", "dana@x.example", "Terminated"));

        assertThat(imported("reps", file, list))
                .extracting(row -> row.get("id"))
                .containsExactly("rep-02", "old");
    }

    @Test
    void r1_1_a_leaver_without_another_row_in_the_file_stays_in_it() {
        List<List<String>> file =
                List.of(
                        List.of("name", "email", "active"),
                        List.of("Dana Lee", "dana@x.example", "Terminated"),
                        List.of("Dana Lee", "d.lee@x.example", "Active"));

        assertThat(imported("reps", file, List.of())).hasSize(2);
    }

    @Test
    void r1_1_a_person_under_a_new_id_keeps_what_the_file_lacks_though_the_old_row_stays() {
        Map<String, Object> known = rep("W01", "Dana Lee", "dana@x.example", true);
        known.put("segments", List.of("payers"));
        List<List<String>> file =
                List.of(
                        List.of("id", "name", "email", "active"),
                        List.of("W01", "Dana Lee", "dana@x.example", "Terminated"),
                        List.of("W91", "Dana Lee", "dana@x.example", "Active"));

        assertThat(imported("reps", file, List.of(known)))
                .extracting(row -> row.get("id") + " " + row.get("segments"))
                .containsExactly("W01 payers", "W91 payers");
    }

    @Test
    void two_accounts_of_one_name_are_told_apart_by_rep_and_segment_in_any_order() {
        assertThat(accounts("payers|rep-04", "payers|rep-01")).containsExactly("a-2", "a-1");
        assertThat(accounts("payers|rep-04")).containsExactly("a-2");
        assertThat(accounts("ascs|rep-01", "payers|rep-09")).containsExactly("a-1", "a-2");
    }

    @Test
    void an_account_that_may_be_either_of_two_needs_an_id() {
        assertThat(accounts("payers|rep-09", "payers|rep-04")).containsExactly("a-1", "a-2");
        assertThat(accounts("payers|rep-09")).containsExactly(UNCLEAR);
        assertThat(accounts("ascs|rep-08", "ascs|rep-09")).containsExactly(UNCLEAR, UNCLEAR);
    }

    @Test
    void an_account_of_a_name_whose_rows_were_all_found_is_new() {
        assertThat(accounts("payers|rep-04", "payers|rep-01", "ascs|rep-09"))
                .containsExactly("a-2", "a-1", "st-mary");
    }

    @Test
    void r1_1_a_rep_is_on_the_list_already_with_the_same_name_and_address() {
        List<Map<String, Object>> list =
                List.of(
                        rep("r-1", "Dana Lee", "dana@x.example", true),
                        rep("r-2", "Sam Roe", "sam@x.example", false));

        assertThat(same(rep("new", "dana lee", "DANA@x.example", true), list)).isEqualTo("r-1");
        assertThat(same(rep("new", "Dana Lee", "d.lee@x.example", true), list)).isNull();
        assertThat(same(rep("new", "Sam Roe", "sam@x.example", true), list)).isNull();
        assertThat(same(rep("r-1", "Dana Lee", "dana@x.example", true), list)).isNull();
    }

    private static Object same(Map<String, Object> rep, List<Map<String, Object>> list) {
        return call(
                "identity.js", "sameAs", Arrays.asList("reps", rep, list), "it => it?.id ?? null");
    }

    /// The id of each account of a file, or what to fix in it.
    ///
    /// @param rows the segment and the rep of each
    private static List<Object> accounts(String... rows) {
        List<List<String>> file = new ArrayList<>();
        file.add(List.of("name", "segment", "rep"));
        for (String row : rows) {
            file.add(List.of(("St. Mary|" + row).split("\\|", -1)));
        }
        return imported("accounts", file, TWO_ACCOUNTS).stream()
                .map(row -> row.getOrDefault("problem", row.get("id")))
                .toList();
    }

    private static Map<String, Object> account(String id, String name, String segment, String rep) {
        return Map.of("id", id, "name", name, "segment", segment, "rep", rep);
    }
}
