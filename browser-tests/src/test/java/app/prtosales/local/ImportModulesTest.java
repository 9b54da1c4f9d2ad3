package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the page reads the columns and cells that HR systems and CRMs export.
@Timeout(60)
class ImportModulesTest extends ModuleSuite {

    private static final Map<String, List<Integer>> PERSON =
            Map.of("id", List.of(0), "name", List.of(1), "email", List.of(2));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mailto:ann@a.example | ann@a.example",
                "Ann Lee <ann@a.example> | ann@a.example",
                "'Lee, Ann <ANN@a.example>' | ANN@a.example",
                "<ann@a.example> | ann@a.example",
                "'\"ann@a.example\"' | ann@a.example",
                "ann\u200B@a.example | ann@a.example",
                "ann@a.example; bo@a.example | ann@a.example; bo@a.example",
                "ann (at) a.example | ann (at) a.example",
            })
    void an_address_is_found_in_what_surrounds_it_unless_there_are_two(String cell, String read) {
        assertThat(value("email", cell)).isEqualTo(read);
    }

    @Test
    void a_text_longer_than_any_address_is_not_searched_for_one() {
        String cell = "a".repeat(400) + " <ann@a.example>";

        assertThat(value("email", cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openDeal | 3 | true",
                "openDeal | 1,200 | true",
                "openDeal | 0 | false",
                "target | 3 | 3",
                "active | Deactivated | false",
                "active | On Leave | true",
                "active | Leave of Absence (Paid) | true",
                "active | Active - LOA | true",
                "active | Terminated on leave | Terminated on leave",
                "active | Not on leave | Not on leave",
                "active | Leave | Leave",
            })
    void a_number_of_open_deals_is_a_yes_and_what_is_unclear_is_left_to_the_person(
            String column, String cell, String read) {
        assertThat(value(column, cell)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GMT-05:00 Eastern Time (New York) | America/New_York",
                "(UTC-06:00) Central Time (US & Canada) | America/Chicago",
                "UTC-04:00 Eastern | America/New_York",
                "GMT -0800 PST | America/Los_Angeles",
                "Tokyo (UTC+09:00) | Asia/Tokyo",
                "Etc/GMT+5 | Etc/GMT+5",
                "(GMT+01:00) Central European Standard Time (Europe/Paris) | Europe/Paris",
            })
    void a_time_zone_after_its_offset_is_read(String cell, String zone) {
        assertThat(value("zone", cell)).isEqualTo(zone);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GMT+10 EST",
                "GMT+11:00 Eastern Standard Time",
                "UTC-03:00 Eastern",
                "GMT+8 CST",
                "GMT+1 UTC",
                "(UTC+08:00) CST",
                "EST (UTC+10:00)",
                "(+10:00) Eastern",
            })
    void a_time_zone_whose_name_contradicts_its_offset_is_left_to_the_person(String cell) {
        assertThat(value("zone", cell)).isEqualTo(cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Ann Lee", "'Lee, Ann'", "Ann Lee (ann@a.example)", "Ann Lee <ann@a.example>"})
    void a_rep_is_found_by_name_in_either_order_and_by_the_address_beside_it(String cell) {
        Object found =
                page.evaluate(
                        """
                        async cell => {
                          const {index, value} = await import('/modules/values.js');
                          const rep = index([{id: 'r-1', name: 'Ann Lee', email: 'ann@a.example'}]);
                          return value('rep', cell, {known: {rep}, order: 'md'});
                        }
                        """,
                        cell);

        assertThat(found).isEqualTo("r-1");
    }

    @Test
    void the_columns_of_a_workday_and_an_adp_export_are_recognized() {
        assertThat(
                        guessed(
                                "reps",
                                "Employee ID",
                                "Worker",
                                "Email - Primary Work",
                                "Manager",
                                "Worker Status"))
                .isEqualTo(
                        Map.of(
                                "id", List.of(0),
                                "name", List.of(1),
                                "email", List.of(2),
                                "manager", List.of(3),
                                "active", List.of(4)));
        assertThat(
                        guessed(
                                "reps",
                                "Associate ID",
                                "Legal First Name",
                                "Legal Last Name",
                                "Work Contact: Work Email",
                                "Position Status"))
                .isEqualTo(
                        Map.of(
                                "id", List.of(0),
                                "name", List.of(1, 2),
                                "email", List.of(3),
                                "active", List.of(4)));
        assertThat(
                        guessed(
                                "accounts",
                                "Record ID",
                                "Company name",
                                "Company owner",
                                "Number of open deals"))
                .isEqualTo(
                        Map.of(
                                "id", List.of(0),
                                "name", List.of(1),
                                "rep", List.of(2),
                                "openDeal", List.of(3)));
    }

    @Test
    void a_first_and_a_last_name_are_preferred_to_a_column_with_the_workers_number() {
        List<String> header = List.of("Worker", "First Name", "Last Name", "Email", "Time Zone");
        List<String> row = List.of("10042", "Ann", "Lee", "ann@a.example", "ET");
        Map<String, List<Integer>> named =
                Map.of("name", List.of(1, 2), "email", List.of(3), "zone", List.of(4));
        Map<String, List<Integer>> numbered = new HashMap<>(named);
        numbered.put("id", List.of(0));

        assertThat(guessed(List.of(header, row, List.of()))).isEqualTo(numbered);
        assertThat(guessed(List.of(header, row, List.of("Bo Roe", "Bo", "Roe")))).isEqualTo(named);
    }

    @Test
    void a_column_of_numbers_is_an_id_and_not_a_name() {
        List<String> row = List.of("1", "Lee, Ann", "ann@a.example");

        assertThat(
                        guessed(
                                List.of(
                                        List.of(
                                                "Employee #",
                                                "Last name, First name",
                                                "Work Email"),
                                        row)))
                .isEqualTo(PERSON);
        assertThat(guessed(List.of(List.of("Employee", "Full name", "Work Email"), row)))
                .isEqualTo(PERSON);
        assertThat(guessed("accounts", "Account #", "Account Name", "# of open deals"))
                .isEqualTo(Map.of("id", List.of(0), "name", List.of(1), "openDeal", List.of(2)));
    }

    @Test
    void r5_7_the_tone_and_the_color_of_past_coverage_are_read() {
        assertThat(
                        guessed(
                                "import",
                                "Title",
                                "Sentiment",
                                "Forwardability",
                                "Key quote",
                                "Why it matters",
                                "Holding line"))
                .isEqualTo(
                        Map.of(
                                "headline", List.of(0),
                                "tone", List.of(1),
                                "forwardability", List.of(2),
                                "quote", List.of(3),
                                "whyItMatters", List.of(4),
                                "holdingLine", List.of(5)));
        assertThat(value("tone", "Negative")).isEqualTo("negative");
        assertThat(value("tone", "Mixed")).isEqualTo("Mixed");
        assertThat(value("forwardability", "RED")).isEqualTo("red");
    }

    @Test
    void an_account_is_not_named_after_its_contact() {
        assertThat(guessed("accounts", "Account Name", "First Name", "Last Name"))
                .isEqualTo(Map.of("name", List.of(0)));
    }

    @Test
    void a_column_that_says_last_name_first_is_turned_around() {
        assertThat(names("Last name, First name", "Lee, Ann", "Roe, Sam, Jr."))
                .isEqualTo(List.of("Ann Lee", "Roe, Sam, Jr."));
        assertThat(names("Name", "Sample Rep 01, Boston", "Lee, Ann"))
                .isEqualTo(List.of("Sample Rep 01, Boston", "Lee, Ann"));
    }

    @Test
    void r1_1_a_person_in_two_rows_is_pointed_out_unless_only_one_is_active() {
        String other = "{name: 'Ann Lee', email: 'ANN@a.example', active: '%s'}";

        assertThat(twice(other.formatted("")))
                .isEqualTo(
                        List.of(
                                List.of(
                                        3,
                                        "This is the same person as in row 2: same name and address. Keep only one of the rows")));
        assertThat(twice(other.formatted("false"))).isEqualTo(List.of());
        assertThat(twice("{name: 'Bo Lee', email: 'ann@a.example'}")).isEqualTo(List.of());
    }

    @Test
    void a_segment_in_two_rows_is_pointed_out() {
        assertThat(
                        page.evaluate(
                                """
                                async () => (await import('/modules/identity.js')).twice('segments',
                                    [{at: 1, cells: {name: 'Payers'}}, {at: 2, cells: {name: 'payers '}}]).map(({message}) => message)
                                """))
                .isEqualTo(
                        List.of(
                                "This is the same segment as in row 2: same name. Keep only one of the rows"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Location | Location",
                "Office Name | Office Name",
                "Region Type | Region Type",
                "Site ID | Site ID",
                "Work | ",
            })
    void a_phone_or_work_alone_is_not_taken_for_a_place(String header, String place) {
        Object asked =
                page.evaluate(
                        """
                        async header => {
                          const {openZones} = await import('/modules/regions.js');
                          const table = [['Name', 'Work Phone', header], ['Ann Lee', '617-555-0101', 'Boston']];
                          const file = {id: 'reps', rows: [], context: {known: {}, named: {}, stages: new Map(), order: 'md'}};
                          const {columns} = openZones(file, {header: 0, mapping: {name: {columns: [0]}}}, table);
                          return columns.find(({isRegion}) => isRegion)?.header ?? null;
                        }
                        """,
                        header);

        assertThat(asked).isEqualTo(place);
    }

    private static Object twice(String other) {
        return page.evaluate(
                """
                async () => {
                  const {twice} = await import('/modules/identity.js');
                  const rows = [{at: 1, cells: {name: 'ann lee', email: 'ann@a.example'}}, {at: 2, cells: %s}];
                  return twice('reps', rows).map(({row, message}) => [row.at + 1, message]);
                }
                """
                        .formatted(other));
    }

    private static Object value(String column, String cell) {
        return call(
                "values.js",
                "value",
                List.of(column, cell, Map.of("known", Map.of(), "order", "md")),
                "it => it");
    }

    private static Object guessed(List<List<String>> table) {
        return call(
                "columns.js",
                "guess",
                List.of("reps", table.getFirst(), table.subList(1, table.size())),
                "it => it");
    }

    private static Object guessed(String list, String... headers) {
        return call("columns.js", "guess", List.of(list, List.of(headers)), "it => it");
    }

    private static Object names(String header, String... cells) {
        List<List<String>> table =
                Stream.concat(Stream.of(header), Arrays.stream(cells)).map(List::of).toList();
        return page.evaluate(
                """
                async table => {
                  const {canonical} = await import('/modules/canonical.js');
                  return canonical({id: 'reps', table, header: 0, mapping: {name: {columns: [0]}}, rows: [], keepOthers: false,
                    context: {known: {}, named: {}, stages: new Map(), order: 'md'}}).map(({cells}) => cells.name);
                }
                """,
                table);
    }
}
