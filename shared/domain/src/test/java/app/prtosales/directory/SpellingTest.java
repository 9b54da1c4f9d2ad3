package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.samples.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A value of a fixed set is stored and shown in one spelling, and a rep by the current id.
class SpellingTest {

    private static final Row CFO =
            Company.row(
                    "id", "cfo",
                    "name", "CFO sequence",
                    "owner", "Sample Owner",
                    "ownerEmail", "cfo-owner@sample-medtech.example",
                    "stages", "awareness");
    private static final Row MERCY =
            Company.row("id", "a-1", "name", "Mercy Valley", "segment", "payers");

    private final Company company = new Company(Samples.WEDNESDAY);

    @Test
    void the_status_of_a_sequence_is_stored_as_one_of_the_three_words() {
        company.put(ListName.SEQUENCES, CFO.with("status", "Paused"));

        assertThat(only(ListName.SEQUENCES)).isEqualTo(CFO.with("status", "paused"));
        assertThat(company.store.load(ListName.SEQUENCES).rows())
                .extracting(row -> row.text("status"))
                .contains("paused");
    }

    @Test
    void a_rep_is_an_employee_or_a_distributor_however_it_is_written() {
        Row rep = Company.rep("rep-001");
        company.putReps(List.of(rep.with("employment", "DISTRIBUTOR")));

        assertThat(only(ListName.REPS)).isEqualTo(rep.with("employment", "distributor"));
    }

    @Test
    void a_rules_format_and_the_day_of_the_audit_have_one_spelling() {
        Row rule = Company.row("id", "r-1", "sequence", "cfo", "stage", "awareness");
        Row agreement = only(ListName.AGREEMENT);
        company.put(ListName.RULES, rule.with("format", "News-Mention"));
        company.put(ListName.AGREEMENT, agreement.with("auditDay", "Tuesday"));

        assertThat(only(ListName.RULES).text("format")).isEqualTo("news-mention");
        assertThat(only(ListName.AGREEMENT).text("auditDay")).isEqualTo("tuesday");
    }

    @Test
    void r1_9_warnings_are_shown_as_durations() {
        company.put(
                ListName.AGREEMENT,
                only(ListName.AGREEMENT).with("warnings", "12; 4h ;PT1H;pt30m"));

        assertThat(only(ListName.AGREEMENT).text("warnings")).isEqualTo("PT12H;PT4H;PT1H;PT30M");
    }

    @Test
    void a_list_stored_in_other_spellings_is_the_same_list() {
        company.store.replace(
                ListName.SEQUENCES,
                company.store.load(ListName.SEQUENCES).version(),
                List.of(CFO.with("status", "Paused").with("_statusSince", "2026-01-05T00:00:00Z")),
                new HistoryEntry("directory-sequences", company.now(), "system", "loaded", null));
        long version = company.replaceList.current(ListName.SEQUENCES).version();

        assertThat(only(ListName.SEQUENCES).text("status")).isEqualTo("paused");
        company.put(ListName.SEQUENCES, CFO.with("status", "PAUSED"));
        assertThat(company.replaceList.current(ListName.SEQUENCES).version()).isEqualTo(version);
    }

    @Test
    void an_account_shows_its_rep_under_the_new_id() {
        company.reps(2);
        company.put(ListName.ACCOUNTS, MERCY.with("rep", "rep-001"));
        company.putReps(List.of(Company.rep("rep-001").with("id", "hr-1"), Company.rep("rep-002")));

        assertThat(only(ListName.ACCOUNTS).text("rep")).isEqualTo("hr-1");
        assertThat(changedBy(MERCY.with("rep", "hr-1"))).isEmpty();
        assertThat(changedBy(MERCY.with("rep", "rep-001"))).isEmpty();
        assertThat(changedBy(MERCY.with("rep", "rep-002"))).containsExactly("a-1");
    }

    @Test
    void an_account_stored_with_an_earlier_id_still_names_a_rep_who_leaves() {
        company.reps(2);
        company.put(ListName.ACCOUNTS, MERCY.with("rep", "rep-001"));
        company.putReps(List.of(Company.rep("rep-001").with("id", "hr-1"), Company.rep("rep-002")));

        Outcome outcome =
                company.replaceList.replace(
                        ListName.REPS,
                        List.of(Company.rep("rep-002")),
                        Company.PR,
                        new Options(true, true));

        assertThat(((Outcome.Previewed) outcome).difference().stillNamed())
                .containsExactly(
                        new StillNamed(
                                "hr-1", ListName.ACCOUNTS, "rep", List.of("Mercy Valley"), 1));
    }

    private List<String> changedBy(Row account) {
        Outcome outcome =
                company.replaceList.replace(
                        ListName.ACCOUNTS, List.of(account), Company.PR, new Options(true, true));
        return ((Outcome.Previewed) outcome).difference().rows().changed();
    }

    private Row only(ListName list) {
        return company.replaceList.read(list).getFirst();
    }
}
