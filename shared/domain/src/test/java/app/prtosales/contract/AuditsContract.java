package app.prtosales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.Audits;
import app.prtosales.audit.Audits.Frozen;
import app.prtosales.audit.InPlay;
import app.prtosales.audit.WeeklyReport;
import app.prtosales.samples.Samples;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// The contract of [Audits].
public abstract class AuditsContract {

    protected abstract Audits emptyAudits();

    @Test
    void a_frozen_week_reads_back_as_it_was_computed() {
        Audits audits = emptyAudits();
        WeeklyReport week = Samples.week(3);

        assertThat(audits.freeze(week)).isEqualTo(week);

        assertThat(audits.find(week.week())).contains(week);
        assertThat(audits.find(week.week().next())).isEmpty();
        assertThat(audits.frozenAt(week.week())).contains(week.computedAt());
        assertThat(audits.frozenAt(week.week().next())).isEmpty();
        assertThat(audits.totals(List.of(week.week(), week.week().next())))
                .isEqualTo(Map.of(week.week(), week.totals()));
    }

    @Test
    void the_freeze_times_and_zones_of_several_weeks_are_read_together() {
        Audits audits = emptyAudits();
        WeeklyReport week = Samples.week(1);
        audits.freeze(week);

        assertThat(audits.frozen(List.of(week.week().previous(), week.week())))
                .isEqualTo(Map.of(week.week(), new Frozen(week.computedAt(), week.zone())));
    }

    @Test
    void the_first_frozen_version_stays() {
        Audits audits = emptyAudits();
        WeeklyReport first = Samples.week(1);
        audits.freeze(first);

        assertThat(audits.freeze(Samples.week(2))).isEqualTo(first);

        assertThat(audits.find(first.week())).contains(first);
    }

    @Test
    void a_week_without_placements_is_frozen_too() {
        Audits audits = emptyAudits();
        WeeklyReport empty =
                new WeeklyReport(
                        Samples.week(0).week(),
                        Samples.NEW_YORK,
                        Samples.week(0).startsAt(),
                        Samples.WEDNESDAY,
                        List.of(),
                        List.of(),
                        List.of(),
                        InPlay.NOTHING,
                        List.of(),
                        "none yet");

        assertThat(audits.freeze(empty)).isEqualTo(empty);

        assertThat(audits.find(empty.week())).contains(empty);
    }

    @Test
    void hundreds_of_placements_fit_in_a_week() {
        Audits audits = emptyAudits();
        WeeklyReport week = Samples.week(700);

        audits.freeze(week);

        assertThat(audits.find(week.week())).contains(week);
    }
}
