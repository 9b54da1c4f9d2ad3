package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Which rows at the end of a file the page leaves out, and which it keeps.
@Timeout(60)
class FooterModuleTest extends ModuleSuite {

    @Test
    void rows_below_the_data_that_cannot_belong_to_the_list_are_left_out() {
        List<List<String>> roster =
                List.of(
                        List.of("Employee ID", "Name", "Email"),
                        List.of("W1", "Ann Lee", "ann@sample-medtech.example"),
                        List.of(),
                        List.of("* Contractors are not included"),
                        List.of("Total: 1"));

        assertThat(footer(roster, 4)).isEqualTo(List.of(3, 4));
    }

    @Test
    void a_row_that_could_be_somebodys_stays_and_is_checked() {
        List<String> head = List.of("Employee ID", "Name", "Email");
        List<String> first = List.of("W1", "Ann Lee", "ann@sample-medtech.example");

        for (List<String> last :
                List.of(
                        List.of("W2"),
                        List.of("", "Bo Lee"),
                        List.of("", "", "bo@sample-medtech.example"))) {
            assertThat(footer(List.of(head, first, last))).as("%s", last).isEqualTo(List.of());
        }
    }

    @Test
    void an_incomplete_row_with_more_than_one_cell_is_left_out_only_below_an_empty_row() {
        List<String> head = List.of("Manager", "Department", "Name", "Email");
        List<String> first = List.of("Cy Roe", "West", "Ann Lee", "ann@sample-medtech.example");
        List<String> last = List.of("Cy Roe", "West");
        Map<String, Object> mapping = columns("manager", 0, "name", 2, "email", 3);

        assertThat(left("reps", List.of(head, first, last), mapping)).isEqualTo(List.of());
        assertThat(left("reps", List.of(head, first, List.of(), last), mapping))
                .isEqualTo(List.of(3));
        assertThat(left("reps", List.of(head, List.of(), first, last), mapping))
                .isEqualTo(List.of());
    }

    @Test
    void a_row_with_everything_the_list_needs_stays_whatever_it_is_called() {
        Map<String, Object> fixed = new HashMap<>(columns("name", 0, "openDeal", 1));
        fixed.put("segment", Map.of("fixed", "payers"));

        assertThat(
                        left(
                                "segments",
                                List.of(List.of("Name"), List.of("Payers"), List.of("Total users")),
                                columns("name", 0),
                                2))
                .isEqualTo(List.of());
        assertThat(
                        left(
                                "accounts",
                                List.of(
                                        List.of("Name", "Open deals"),
                                        List.of("Mercy", "1"),
                                        List.of("Confidential", "2")),
                                fixed,
                                2))
                .isEqualTo(List.of());
    }

    @Test
    void a_row_that_a_person_keeps_stays_and_the_rows_around_it_do_not() {
        List<List<String>> rows =
                List.of(
                        List.of("Name", "Email"),
                        List.of("Ann Lee", "ann@a.example"),
                        List.of("Total: 1"),
                        List.of("Confidential"),
                        List.of("End of report"));
        Map<String, Object> state =
                Map.of("header", 0, "mapping", columns("name", 0, "email", 1), "kept", List.of(3));

        Object left =
                page.evaluate(
                        """
                        async ([rows, state]) => (await import('/modules/footer.js')).footerOf('reps',
                            {rows, footer: [2, 3, 4]}, {...state, kept: new Set(state.kept)})
                        """,
                        List.of(rows, state));

        assertThat(left).isEqualTo(List.of(2, 4));
    }

    private static Object left(
            String list, List<List<String>> rows, Map<String, Object> mapping, Integer... known) {
        return call(
                "footer.js",
                "footerOf",
                List.of(
                        list,
                        Map.of("rows", rows, "footer", List.of(known)),
                        Map.of("header", 0, "mapping", mapping)),
                "it => it");
    }

    /// @param pairs alternately the name of one of our columns and the index of the file's column
    private static Map<String, Object> columns(Object... pairs) {
        Map<String, Object> mapping = new HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            mapping.put(String.valueOf(pairs[i]), Map.of("columns", List.of(pairs[i + 1])));
        }
        return mapping;
    }

    /// The indexes of a roster's rows that are left out.
    ///
    /// @param known the indexes that the server recognized
    private static Object footer(List<List<String>> rows, Integer... known) {
        return left("reps", rows, columns("id", 0, "name", 1, "email", 2), known);
    }
}
