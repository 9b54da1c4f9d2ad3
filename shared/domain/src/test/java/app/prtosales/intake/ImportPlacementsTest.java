package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.WeeklyReport;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.ImportPlacements.Options;
import app.prtosales.intake.ImportPlacements.Outcome;
import app.prtosales.intake.ImportPlacements.Row;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionLike;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportPlacementsTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @Test
    void r4_8_an_imported_use_is_kept_but_is_not_one_of_this_weeks_deals() {
        Submission past =
                new SubmissionLike(Samples.submission())
                        .publishedAt("2026-06-02T09:00")
                        .backfill(true)
                        .build();
        Row row = new Row("line 2", past, null, null, "Mercy Valley", "talked-about");

        Outcome taken =
                company.importPlacements.run(List.of(row), Company.PR, new Options(false, false));

        WeeklyReport quarter = company.reportWeek.quarter(company.reportWeek.current());
        assertThat(taken.usedInDeals()).isEqualTo(1);
        assertThat(quarter.judged().getFirst().facts().uses()).hasSize(1);
        assertThat(quarter.inPlay().deals()).isZero();
        assertThat(company.history.of(taken.added().getFirst()))
                .extracting(HistoryEntry::at)
                .containsOnly(company.now());
    }
}
