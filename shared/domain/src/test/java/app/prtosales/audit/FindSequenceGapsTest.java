package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.audit.FindSequenceGaps.Carried;
import app.prtosales.audit.FindSequenceGaps.Ended;
import app.prtosales.audit.FindSequenceGaps.Gaps;
import app.prtosales.audit.FindSequenceGaps.Holding;
import app.prtosales.audit.FindSequenceGaps.Unplaced;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.Ports;
import app.prtosales.intake.Submission;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Rule 2: placements in no active sequence, and placements that should no longer be in one.
class FindSequenceGapsTest {

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    private Gaps gaps() {
        return new FindSequenceGaps(
                        company.placements, company.responses, company.directory, company::now)
                .find();
    }

    private Placement green() {
        company.reps(1);
        return company.distribute(Samples.green());
    }

    private void confirm(Placement placement) {
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, placement.id(), "cfo"),
                Map.of("stage", "awareness"));
    }

    private static Holding cfo(Gaps gaps) {
        return gaps.sequences().stream()
                .filter(each -> each.sequence().equals(new SequenceId("cfo")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_unconfirmed_placement_is_listed_with_who_has_to_act_next() {
        Placement placement = green();

        assertThat(gaps().unplaced()).hasSize(1);
        assertThat(gaps().unplaced().getFirst().id()).isEqualTo(placement.id());
        assertThat(gaps().unplaced().getFirst().why().evidence())
                .isEqualTo("no sequence owner has confirmed it yet");
        assertThat(gaps().unplaced().getFirst().next()).isNotNull();
        assertThat(cfo(gaps()).counting()).isZero();
    }

    @Test
    void a_confirmed_placement_is_not_listed_and_counts_in_its_sequence() {
        Placement placement = green();
        confirm(placement);

        assertThat(gaps().unplaced()).isEmpty();
        assertThat(cfo(gaps()))
                .isEqualTo(
                        new Holding(
                                new SequenceId("cfo"),
                                "CFO sequence",
                                "active",
                                1,
                                List.of(carried(placement, true)),
                                List.of()));
    }

    private static Carried carried(Placement placement, boolean onlyHere) {
        return new Carried(placement.id(), placement.story().headline(), "awareness", onlyHere);
    }

    @Test
    void a_placement_in_another_active_sequence_keeps_its_yes_without_this_one() {
        Placement placement = green();
        confirm(placement);
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, placement.id(), "health-system"),
                Map.of("stage", "awareness"));

        assertThat(cfo(gaps()).carried()).containsExactly(carried(placement, false));
    }

    @Test
    void a_placement_in_review_has_no_yes_to_lose() {
        Placement placement = green();
        confirm(placement);
        company.changePlacement.turn(placement.id(), "amber", null, "in review again", Company.PR);
        company.work();

        assertThat(cfo(gaps()).carried()).isEmpty();
    }

    @Test
    void a_sequence_lists_its_ended_placements() {
        Placement placement = green();
        confirm(placement);
        company.goTo(placement.expiresAt());

        assertThat(gaps().unplaced()).isEmpty();
        assertThat(cfo(gaps()).counting()).isZero();
        assertThat(cfo(gaps()).ended())
                .containsExactly(
                        new Ended(
                                placement.id(),
                                placement.story().headline(),
                                "awareness",
                                "expired",
                                placement.expiresAt()));
    }

    @Test
    void a_retracted_placement_is_listed_until_its_owner_confirms_the_removal() {
        Placement placement = green();
        confirm(placement);
        company.changePlacement.retract(placement.id(), "a false figure", Company.PR);
        company.work();
        assertThat(cfo(gaps()).ended()).extracting(Ended::why).isEqualTo(List.of("retracted"));

        company.recordResponse.record(
                company.token(Purpose.REMOVAL, placement.id(), "cfo"), Map.of("choice", "removed"));
        assertThat(cfo(gaps()).ended()).isEmpty();
    }

    @Test
    void the_newest_unplaced_placement_is_listed_first() {
        company.reps(1);
        Placement older = company.distribute(at("2026-06-23T09:00", 1));
        Placement newer = company.distribute(at("2026-06-24T09:00", 2));
        Placement oldest = company.distribute(at("2026-06-22T09:00", 3));

        assertThat(gaps().unplaced())
                .extracting(Unplaced::id)
                .containsExactly(newer.id(), older.id(), oldest.id());
    }

    @Test
    void r5_3_an_old_placement_that_was_extended_is_listed_until_it_expires() {
        company.reps(1);
        Placement oldest = extended("2016-06-24T09:00", 1, "2029-12-31");
        Placement old = extended("2023-06-24T09:00", 2, "2029-12-31");
        Placement ended = extended("2023-06-25T09:00", 3, "2026-06-30");
        confirm(ended);
        company.goTo(Instant.parse("2026-07-02T12:00:00Z"));

        assertThat(gaps().unplaced())
                .extracting(Unplaced::id)
                .containsExactly(old.id(), oldest.id());
        assertThat(cfo(gaps()).ended()).extracting(Ended::id).containsExactly(ended.id());
    }

    @Test
    void a_year_with_as_many_placements_as_are_checked_is_the_only_one_that_is_read() {
        Placement placement = green();
        Ports ports = new Ports();
        List<Object> from = new ArrayList<>();
        ports.before("Placements.withDeadlineIn", times -> from.add(times[0]));
        ports.answer("Placements.withDeadlineIn", Collections.nCopies(3_000, placement));

        Gaps gaps =
                new FindSequenceGaps(
                                ports.edge(Placements.class, company.placements),
                                company.responses,
                                company.directory,
                                company::now)
                        .find();

        assertThat(gaps.unplaced()).hasSize(3_000);
        assertThat(ports.calls("Placements.withDeadlineIn")).isEqualTo(1);
        assertThat(from).containsExactly(company.now().minus(Duration.ofDays(363)));
    }

    private Placement extended(String publishedAt, int number, String until) {
        Placement placement =
                company.distribute(
                        new SubmissionBuilder(at(publishedAt, number)).backfill(true).build());
        company.changePlacement.renew(placement.id(), until, "still true", Company.PR);
        return placement;
    }

    @Test
    void r1_13_a_placement_under_embargo_is_not_listed() {
        company.reps(1);
        company.submit(at("2026-06-25T09:00", 1));

        assertThat(gaps().unplaced()).isEmpty();
    }

    @Test
    void r2_4_no_yes_depends_on_a_paused_sequence_if_another_one_is_active() {
        Placement placement = green();
        confirm(placement);
        company.recordResponse.record(
                company.token(Purpose.SEQUENCE, placement.id(), "health-system"),
                Map.of("stage", "awareness"));
        company.sequences("cfo", "paused", "health-system", "active");

        assertThat(cfo(gaps()).counting()).isZero();
        assertThat(cfo(gaps()).carried()).isEmpty();
        assertThat(gaps().sequences().getLast().carried())
                .containsExactly(carried(placement, true));
    }

    @Test
    void a_placement_turned_red_is_listed_with_its_time_and_one_in_review_is_not() {
        Placement turned = green();
        confirm(turned);
        company.advance(Duration.ofHours(1));
        company.changePlacement.turn(turned.id(), "red", null, "a false figure", Company.PR);
        Instant then = company.now();
        company.work();
        company.advance(Duration.ofHours(1));

        assertThat(cfo(gaps()).ended())
                .containsExactly(
                        new Ended(
                                turned.id(), turned.story().headline(), "awareness", "red", then));
    }

    @Test
    void a_retracted_placement_is_listed_with_the_time_of_retraction() {
        Placement placement = green();
        confirm(placement);
        company.advance(Duration.ofHours(1));
        company.changePlacement.retract(placement.id(), "a false figure", Company.PR);

        assertThat(cfo(gaps()).ended()).extracting(Ended::at).containsExactly(company.now());
    }

    @Test
    void a_deleted_sequence_is_listed_last_and_only_while_it_has_ended_placements() {
        Placement placement = green();
        confirm(placement);
        company.sequences("health-system", "active");
        assertThat(gaps().sequences())
                .extracting(Holding::name)
                .containsExactly("Name of health-system");

        company.changePlacement.retract(placement.id(), "a false figure", Company.PR);

        assertThat(gaps().sequences())
                .extracting(Holding::name, Holding::state)
                .containsExactly(
                        tuple("Name of health-system", "active"), tuple("CFO sequence", "gone"));
    }

    private static Submission at(String publishedAt, int number) {
        return new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                .publishedAt(publishedAt)
                .forwardability("green")
                .build();
    }
}
