package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.P;
import static app.prtosales.change.ChangeScenario.assertUnchanged;
import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static app.prtosales.change.ChangeScenario.mapped;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.FindSequenceGaps;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.id.SequenceId;
import app.prtosales.inmemory.Company;
import app.prtosales.kit.ChampionKit;
import app.prtosales.link.Purpose;
import app.prtosales.overview.FindPlacements;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.PlacementFilter;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Timer;
import app.prtosales.response.Opened;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// R5.3: before a shelf life ends, its owner is asked; when it ends, the placement leaves sequences
/// and kits.
class ShelfLifeTest {

    private static final String PR_OWNER = "pr@sample-medtech.example";
    private static final String SEQUENCE_OWNER = "hs-owner@sample-medtech.example";
    private static final Instant END = P.plus(Format.BYLINE.shelfLife());
    private static final Duration TWO_WEEKS = Duration.ofDays(14);

    private final ChangeScenario scenario = new ChangeScenario();
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    /// Confirmed by a sequence owner.
    private PlacementId inSequence() {
        PlacementId id = unanswered();
        assertThat(confirm(id)).isInstanceOf(Outcome.Recorded.class);
        company.work();
        return id;
    }

    /// Delivered, with the sequence owner asked.
    private PlacementId unanswered() {
        company.reps(2);
        Map<String, String> agreement =
                new TreeMap<>(company.replaceList.read(ListName.AGREEMENT).getFirst().cells());
        agreement.put("prOwner", PR_OWNER);
        company.put(ListName.AGREEMENT, new Row(agreement));
        PlacementId id = company.distribute(mapped("green")).id();
        company.deliverAll(id);
        return id;
    }

    private Outcome confirm(PlacementId id) {
        return company.recordResponse.record(
                company.token(Purpose.SEQUENCE, id, "health-system"), Map.of("stage", "awareness"));
    }

    @Test
    void r5_3_two_weeks_before_the_end_the_pr_owner_is_asked_once() {
        PlacementId id = inSequence();

        company.runUntil(END.minus(TWO_WEEKS).minusSeconds(60));
        assertThat(scenario.mailed(MailKind.STILL_TRUE)).isEmpty();
        company.runUntil(END.minus(TWO_WEEKS));
        company.tick();
        company.work();

        assertThat(scenario.mailed(MailKind.STILL_TRUE)).containsExactly(PR_OWNER);
        assertThat(company.mailbox.to(PR_OWNER).getLast().text())
                .isEqualTo("still true? in Health system sequence");
        assertThat(scenario.history(id)).endsWith("asked: still true?");
    }

    @Test
    void r5_3_at_the_end_the_owner_of_each_sequence_is_asked_to_take_it_out() {
        PlacementId id = inSequence();

        company.runUntil(END.minusSeconds(60));
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).isEmpty();
        company.runUntil(END.plusSeconds(120));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(SEQUENCE_OWNER);
        assertThat(scenario.history(id)).endsWith("it expired");
        assertThat(company.find(id).timers()).containsOnlyKeys(Timer.SEQUENCES);
    }

    @Test
    void r5_3_r2_6_an_unconfirmed_removal_is_asked_for_again_and_then_handed_over() {
        PlacementId id = inSequence();

        company.runUntil(END.plus(Duration.ofDays(6)));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL))
                .containsExactly(SEQUENCE_OWNER, SEQUENCE_OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_HANDED_OVER)).containsExactly(Company.OPS);
        assertThat(company.find(id).timers()).isEmpty();
    }

    @Test
    void r5_3_an_ended_placement_has_no_kit_and_counts_in_no_sequence() {
        PlacementId id = inSequence();
        assertThat(ChampionKit.isReady(company.find(id), company.now())).isTrue();

        company.runUntil(END.plusSeconds(120));

        assertThat(ChampionKit.isReady(company.find(id), company.now())).isFalse();
        FindSequenceGaps.Holding holding =
                new FindSequenceGaps(
                                company.placements,
                                company.responses,
                                company.directory,
                                company::now)
                        .find().sequences().stream()
                                .filter(each ->
                                        each.sequence().equals(new SequenceId("health-system")))
                                .findFirst()
                                .orElseThrow();
        assertThat(holding.counting()).isZero();
        assertThat(holding.ended()).extracting(FindSequenceGaps.Ended::why).contains("expired");
    }

    @Test
    void r5_3_r2_2_an_ended_placement_can_no_longer_be_confirmed() {
        PlacementId id = unanswered();
        company.runUntil(END.plusSeconds(120));

        assertThat(confirm(id)).isInstanceOf(Outcome.Refused.class);
        assertThat(company.responses.thatCount(id)).isEmpty();
    }

    @Test
    void r5_3_r2_2_the_page_of_an_ended_placement_shows_its_sequence_and_the_person_to_ask() {
        PlacementId id = inSequence();
        company.runUntil(END.plusSeconds(120));

        Opened opened =
                company.recordResponse.open(company.token(Purpose.SEQUENCE, id, "health-system"));

        assertThat(opened)
                .isInstanceOfSatisfying(
                        Opened.Ended.class,
                        ended -> {
                            assertThat(ended.inSequence()).isTrue();
                            assertThat(ended.prOwner()).isEqualTo(PR_OWNER);
                        });
    }

    @Test
    void r5_3_r5_5_an_ended_placement_is_shown_and_found_as_red() {
        PlacementId id = unanswered();
        company.runUntil(END.plusSeconds(120));
        FindPlacements find = new FindPlacements(company.placements, company::now);

        assertThat(company.showPlacement.show(id).orElseThrow().forwardability())
                .isEqualTo(Forwardability.RED);
        assertThat(find.find(colored(Forwardability.GREEN), 50, null).placements()).isEmpty();
        assertThat(find.find(colored(Forwardability.RED), 50, null).placements()).hasSize(1);
    }

    private static PlacementFilter colored(Forwardability forwardability) {
        return PlacementFilter.of("", null, forwardability, null);
    }

    @Test
    void r5_3_r5_5_an_ended_placement_cannot_be_turned_green() {
        PlacementId id = company.distribute(mapped("amber")).id();
        company.runUntil(END.plusSeconds(120));

        assertThat(conflict(change.turn(id, "green", null, "cleared", Company.PR)))
                .contains("Set a new last day first");
        assertThat(scenario.mailed(MailKind.TURN)).isEmpty();
    }

    @Test
    void r5_3_r2_2_a_renewed_placement_can_be_confirmed_again() {
        PlacementId id = unanswered();
        company.runUntil(END.plusSeconds(120));
        changed(change.renew(id, "2027-12-31", "still true", Company.PR));

        assertThat(confirm(id)).isInstanceOf(Outcome.Recorded.class);
    }

    @Test
    void r5_3_a_renewed_placement_stays_and_is_asked_about_before_its_new_end() {
        PlacementId id = inSequence();
        company.runUntil(END.minus(Duration.ofDays(3)));

        changed(change.renew(id, "2027-12-31", "the figures are of this year", Company.PR));
        company.runUntil(END.plus(TWO_WEEKS));

        Instant newEnd = Instant.parse("2028-01-01T05:00:00Z");
        assertThat(company.find(id).expiresAt()).isEqualTo(newEnd);
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).isEmpty();
        assertThat(scenario.history(id)).contains("may be used until 2027-12-31");
        company.runUntil(newEnd.plusSeconds(120));
        assertThat(scenario.mailed(MailKind.STILL_TRUE)).containsExactly(PR_OWNER, PR_OWNER);
        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(SEQUENCE_OWNER);
    }

    @Test
    void r5_3_after_a_correction_of_the_format_the_owner_is_asked_before_the_new_end() {
        PlacementId id = inSequence();
        company.runUntil(END.minus(Duration.ofDays(3)));
        assertThat(scenario.mailed(MailKind.STILL_TRUE)).hasSize(1);

        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("format", "news-mention"), null, null, "a mention"),
                        Company.PR));
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("format", "byline"), null, null, "a byline after all"),
                        Company.PR));
        company.tick();
        company.work();

        assertThat(scenario.mailed(MailKind.STILL_TRUE)).hasSize(2);
    }

    @Test
    void r5_3_a_renewal_before_the_removal_emails_stops_them() {
        PlacementId id = inSequence();
        company.runUntil(END.minusSeconds(1));
        company.goTo(END);
        company.tick();

        changed(change.renew(id, "2027-12-31", "still true", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_3_the_question_names_no_sequence_whose_owner_has_not_added_it_again() {
        PlacementId id = inSequence();
        company.advance(Duration.ofDays(1));
        scenario.turn(id, "amber");
        scenario.turn(id, "green");

        company.runUntil(END.minus(TWO_WEEKS).plusSeconds(60));

        assertThat(company.mailbox.to(PR_OWNER).getLast().text()).isEqualTo("still true? in ");
    }

    @Test
    void r5_3_a_renewal_before_the_question_stops_it() {
        PlacementId id = inSequence();
        company.runUntil(END.minus(TWO_WEEKS).minusSeconds(1));
        company.goTo(END.minus(TWO_WEEKS));
        company.tick();

        changed(change.renew(id, "2027-12-31", "still true", Company.PR));
        company.work();

        assertThat(scenario.mailed(MailKind.STILL_TRUE)).isEmpty();
        assertThat(company.find(id).changes().pending()).isEmpty();
    }

    @Test
    void r5_3_a_shortened_shelf_life_ends_with_the_day() {
        PlacementId id = inSequence();

        changed(change.renew(id, "2026-06-24", "the study was replaced", Company.PR));
        company.runUntil(Instant.parse("2026-06-25T04:02:00Z"));

        assertThat(scenario.mailed(MailKind.SEQUENCE_REMOVAL)).containsExactly(SEQUENCE_OWNER);
    }

    @Test
    void r5_3_an_invalid_past_or_too_distant_day_is_refused_with_the_reason() {
        PlacementId id = inSequence();

        assertThat(errors(change.renew(id, "next summer", "x", Company.PR)))
                .containsExactly(
                        new FieldError(
                                "until", "Enter the last day it may be used, such as 2027-06-30"));
        assertThat(errors(change.renew(id, "2027-06-31", "x", Company.PR)))
                .containsExactly(
                        new FieldError(
                                "until",
                                "2027-06-31 isn’t on the calendar. Check the month and the day"));
        assertThat(errors(change.renew(id, "2026-06-23", "x", Company.PR)))
                .containsExactly(
                        new FieldError("until", "Choose a day from 2026-06-24 to 2031-06-22"));
        assertThat(errors(change.renew(id, "2099-01-01", "x", Company.PR))).hasSize(1);
        assertThat(errors(change.renew(id, "2099-01-01", "", Company.PR)))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("until", "reason");
        assertThat(errors(change.renew(id, "+999999999-12-31", "x", Company.PR)))
                .extracting(FieldError::field)
                .containsExactly("until");
        assertThat(errors(change.renew(id, null, " ", Company.PR)))
                .extracting(FieldError::field)
                .containsExactly("reason", "until");
    }

    @Test
    void r5_3_the_last_day_has_a_year_of_four_digits() {
        PlacementId id = inSequence();

        assertThat(errors(change.renew(id, "9999-12-31", "x", Company.PR)))
                .extracting(FieldError::message)
                .containsExactly("Choose a day from 2026-06-24 to 2031-06-22");
        assertThat(errors(change.renew(id, "+10000-01-01", "x", Company.PR)))
                .extracting(FieldError::message)
                .containsExactly("Enter the last day it may be used, such as 2027-06-30");
    }

    @Test
    void r5_3_renewing_to_the_same_day_twice_renews_once() {
        PlacementId id = inSequence();
        changed(change.renew(id, "2027-12-31", "still true", Company.PR));

        assertUnchanged(change.renew(id, "2027-12-31", "still true", Company.PR));
    }

    @Test
    void r5_3_nobody_is_asked_about_a_retracted_placement() {
        PlacementId id = inSequence();
        changed(change.retract(id, "not ours", Company.PR));
        company.work();

        company.runUntil(END.plus(TWO_WEEKS));

        assertThat(scenario.mailed(MailKind.STILL_TRUE)).isEmpty();
        assertThat(company.find(id).timers()).isEmpty();
    }

    @Test
    void r5_3_moving_publication_moves_both_ends() {
        PlacementId id = inSequence();

        changed(change.move(id, "2026-06-23T09:00", "America/New_York", "a slip", Company.PR));

        assertThat(company.find(id).timers())
                .containsEntry(Timer.EXPIRY, END.minus(Duration.ofDays(1)))
                .containsEntry(Timer.STILL_TRUE, END.minus(Duration.ofDays(15)));
    }
}
