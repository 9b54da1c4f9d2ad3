package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.D;
import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.SesEvent;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// R1.8, R1.13: if publication moves, the verdict follows, using all known events.
class MovedVerdictTest {

    private static final String TEN_HOURS_EARLIER = "2026-06-23T23:00";

    private final Meanwhile meanwhile = new Meanwhile();
    private final ChangeScenario scenario = new ChangeScenario(meanwhile);
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    @Test
    void r1_8_events_reported_while_publication_moves_count_under_the_new_deadline() {
        PlacementId id = metLateInTheDay();
        meanwhile.beforeWriting(() -> earlierDeliveryIsReported(id));

        changed(
                change.move(
                        id, TEN_HOURS_EARLIER, "America/New_York", "it was Tuesday", Company.PR));

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).inTime()).isEqualTo(1);
    }

    @Test
    void r1_8_events_reported_while_publication_is_corrected_count_too() {
        PlacementId id = metLateInTheDay();
        meanwhile.beforeWriting(() -> earlierDeliveryIsReported(id));

        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("publishedAt", TEN_HOURS_EARLIER),
                                null,
                                null,
                                "it was Tuesday"),
                        Company.PR));

        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MISSED);
        assertThat(company.reached(id).inTime()).isEqualTo(1);
    }

    /// Both reps are reached, 20 and 21 hours after publication.
    private PlacementId metLateInTheDay() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), P.plus(Duration.ofHours(20)));
        company.deliver(Company.ping(id, "rep-002"), P.plus(Duration.ofHours(21)));
        company.runUntil(D);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
        return id;
    }

    /// An earlier delivery of the first ping, which was sent twice after a lost answer, is
    /// reported.
    private void earlierDeliveryIsReported(PlacementId id) {
        company.recordFeedback.record(
                Company.ping(id, "rep-001"),
                new SesEvent.Delivered("ses-first", P.plus(Duration.ofHours(2))));
    }

    @Test
    void r4_8_a_moved_backfill_keeps_its_void_verdict() {
        PlacementId id = past();
        @Nullable Judgment notSent = company.find(id).judgment();
        assertThat(notSent).isNotNull();

        Placement moved =
                changed(
                        change.move(
                                id, "2026-05-31T09:00", "America/New_York", "a slip", Company.PR));

        assertThat(moved.judgment()).isEqualTo(notSent);
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.VOID);
    }

    @Test
    void r4_8_a_backfill_cannot_be_moved_into_the_future() {
        PlacementId id = past();

        assertThat(
                        conflict(
                                change.move(
                                        id,
                                        "2026-06-30T09:00",
                                        "America/New_York",
                                        "a slip",
                                        Company.PR)))
                .isEqualTo("It was imported as past coverage, so it can’t move into the future.");
    }

    private PlacementId past() {
        return ((SubmitOutcome.Accepted)
                        company.submit(
                                new SubmissionBuilder(Samples.submission())
                                        .publishedAt("2026-06-01T09:00")
                                        .backfill(true)
                                        .build()))
                .placement()
                .id();
    }
}
