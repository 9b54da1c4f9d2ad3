package app.prtosales.directory;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ReplaceList.Options;
import app.prtosales.directory.ReplaceList.Outcome;
import app.prtosales.inmemory.Company;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A stage that a sequence loses while a rule still suggests it (R2.1).
class StagesStillNamedTest {

    private final Company company = new Company(Instant.parse("2026-06-24T14:00:00Z"));

    private List<StillNamed> stillNamed(String... stages) {
        Row before =
                company.replaceList.read(ListName.SEQUENCES).stream()
                        .filter(row -> row.text("id").equals("health-system"))
                        .findFirst()
                        .orElseThrow();
        List<Row> wanted =
                company.replaceList.read(ListName.SEQUENCES).stream()
                        .map(row ->
                                row.equals(before)
                                        ? row.with("stages", String.join(";", stages))
                                        : row)
                        .toList();
        return ((Outcome.Previewed)
                        company.replaceList.replace(
                                ListName.SEQUENCES, wanted, Company.PR, new Options(true, false)))
                .difference()
                .stillNamed();
    }

    @Test
    void r2_1_an_upload_names_the_rules_whose_stage_it_removes() {
        assertThat(stillNamed("trial", "decision"))
                .containsExactly(
                        new StillNamed(
                                "health-system",
                                ListName.RULES,
                                "stage",
                                List.of("care-coordination-byline"),
                                1));
    }

    @Test
    void r2_1_an_upload_that_keeps_the_stages_of_its_rules_names_none() {
        assertThat(stillNamed("awareness")).isEmpty();
        assertThat(stillNamed("Awareness")).isEmpty();
    }
}
