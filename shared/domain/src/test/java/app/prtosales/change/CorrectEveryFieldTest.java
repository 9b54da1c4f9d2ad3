package app.prtosales.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.MailKind;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Format;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Tone;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import app.prtosales.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// R5.6: what a correction changes, by its field: publication, zone, format, tone, holding line and
/// color.
class CorrectEveryFieldTest {

    private static final String REP = "rep-001@sample-medtech.example";
    private static final String CFO_OWNER = "cfo-owner@sample-medtech.example";
    private static final Instant P = Samples.WEDNESDAY;

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void r5_6_a_corrected_publication_moves_the_deadline_and_is_emailed() {
        PlacementId id = distributed();
        company.deliverAll(id);

        assertChanged(
                correct(id, Map.of("publishedAt", "2026-06-23T11:00", "zone", "America/New_York")));

        Placement corrected = company.find(id);
        assertThat(corrected.publication().at()).isEqualTo(Instant.parse("2026-06-23T15:00:00Z"));
        assertThat(corrected.changes().moves()).hasSize(1);
        assertThat(lastToRep()).isEqualTo(MailKind.CORRECTION);
        company.runUntil(P.plus(Duration.ofHours(3)));
        assertThat(company.reached(id).verdict()).isEqualTo(Verdict.MET);
    }

    @Test
    void r5_4_the_outlet_and_headline_of_another_story_are_refused() {
        PlacementId first = inPrint("One Weekly");
        PlacementId second = inPrint("Another Weekly");

        assertThat(correct(second, Map.of("outlet", "One Weekly")))
                .isEqualTo(
                        new ChangeOutcome.Conflict(
                                "This outlet and headline already belong to another story.",
                                first));
    }

    private PlacementId inPrint(String outlet) {
        return company.distribute(
                        new SubmissionBuilder(Samples.submission())
                                .url(null)
                                .outlet(outlet)
                                .build())
                .id();
    }

    @Test
    void r5_6_a_corrected_zone_keeps_the_local_time() {
        PlacementId id = distributed();

        assertChanged(correct(id, Map.of("zone", "Europe/London")));

        assertThat(company.find(id).publication().at())
                .isEqualTo(Instant.parse("2026-06-24T08:00:00Z"));
    }

    @Test
    void r5_6_a_corrected_format_asks_the_owner_whose_rule_now_matches() {
        PlacementId id = distributed();
        assertThat(company.mailbox.to(CFO_OWNER)).isEmpty();

        assertChanged(correct(id, Map.of("format", "podcast", "topic", "financial integrity")));
        company.runUntil(company.now().plus(Duration.ofMinutes(5)));

        assertThat(company.mailbox.to(CFO_OWNER)).hasSize(1);
    }

    @Test
    void r5_3_a_corrected_format_brings_its_own_shelf_life() {
        PlacementId id = distributed();

        assertChanged(correct(id, Map.of("format", "news-mention")));

        assertThat(company.find(id).expiresAt()).isEqualTo(P.plus(Format.NEWS_MENTION.shelfLife()));
        assertThat(Format.NEWS_MENTION.shelfLife()).isNotEqualTo(Format.BYLINE.shelfLife());
    }

    @Test
    void r5_7_a_story_corrected_to_negative_turns_red() {
        PlacementId id = distributed();

        assertChanged(correct(id, Map.of("tone", "negative")));

        Placement corrected = company.find(id);
        assertThat(corrected.story().tone()).isEqualTo(Tone.NEGATIVE);
        assertThat(corrected.forwardability()).isEqualTo(Forwardability.RED);
        assertThat(corrected.changes().turns()).hasSize(1);
    }

    @Test
    void r5_7_a_holding_line_can_be_added_and_replaced_but_not_removed() {
        PlacementId id = distributed();
        assertChanged(correct(id, Map.of("tone", "negative")));

        assertChanged(correct(id, Map.of("holdingLine", "We know of the report.")));
        assertChanged(correct(id, Map.of("holdingLine", "We know of both reports.")));

        assertThat(correct(id, Map.of("holdingLine", "")))
                .isInstanceOf(ChangeOutcome.Invalid.class);
        assertThat(company.find(id).story().holdingLine()).isEqualTo("We know of both reports.");
    }

    @Test
    void r5_7_a_correction_to_another_color_is_refused_for_negative_coverage() {
        PlacementId id = distributed();
        Map<String, String> negative =
                Map.of("tone", "negative", "holdingLine", "We know of the report.");
        assertChanged(correct(id, negative));
        int emails = company.mailbox.mails.size();

        for (String color : List.of("green", "amber", "purple")) {
            assertThat(correct(id, Map.of("forwardability", color)))
                    .isInstanceOfSatisfying(
                            ChangeOutcome.Invalid.class,
                            invalid ->
                                    assertThat(invalid.errors())
                                            .extracting(FieldError::field)
                                            .containsExactly("forwardability"));
        }

        company.work();
        assertThat(company.mailbox.mails).hasSize(emails);
    }

    @Test
    void r5_6_correcting_only_the_color_is_a_color_change_and_not_a_correction() {
        PlacementId id = distributed();

        assertChanged(correct(id, Map.of("forwardability", "amber")));

        assertThat(company.find(id).changes().corrections()).isEmpty();
        assertThat(lastToRep()).isEqualTo(MailKind.TURN);
    }

    @Test
    void r5_10_the_history_has_the_old_and_the_new_value() {
        PlacementId id = distributed();

        assertChanged(correct(id, Map.of("format", "feature", "tone", "neutral")));

        assertThat(company.history.of(id.value()))
                .extracting(HistoryEntry::what)
                .contains(
                        "correction 1: format from “byline” to “feature”; tone from “positive” to"
                                + " “neutral”");
    }

    @Test
    void r5_10_the_history_has_the_first_eighty_characters_of_a_text() {
        PlacementId id = distributed();
        String eighty = "é".repeat(80);

        assertChanged(correct(id, Map.of("quote", "")));
        assertChanged(correct(id, Map.of("quote", eighty)));
        assertChanged(correct(id, Map.of("quote", eighty + "é")));

        assertThat(company.history.of(id.value()))
                .extracting(HistoryEntry::what)
                .anyMatch(what -> what.endsWith("” to nothing"))
                .contains(
                        "correction 2: quote from nothing to “%s”".formatted(eighty),
                        "correction 3: quote from “%s” to “%s…”".formatted(eighty, eighty));
    }

    @Test
    void r5_6_another_reason_makes_another_correction_even_without_another_text() {
        PlacementId id = distributed();
        assertChanged(correct(id, Map.of("headline", "Better")));

        assertChanged(
                company.changePlacement.correct(
                        id,
                        new CorrectionRequest(Map.of(), null, null, "The outlet changed a figure."),
                        Company.PR));

        assertThat(company.find(id).changes().corrections()).hasSize(2);
    }

    @Test
    void r5_6_every_invalid_value_is_reported_and_a_wrong_word_with_the_valid_ones() {
        PlacementId id = distributed();

        assertThat(correct(id, Map.of("format", "bylin", "tone", "", "publishedAt", "soon")))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors())
                                        .contains(
                                                oneOf("format", Format.class),
                                                oneOf("tone", Tone.class))
                                        .extracting(FieldError::field)
                                        .containsExactlyInAnyOrder(
                                                "format", "tone", "publishedAt"));
    }

    private static <E extends Enum<E>> FieldError oneOf(String field, Class<E> choices) {
        return new FieldError(field, "Use one of: " + Words.all(choices));
    }

    private PlacementId distributed() {
        company.reps(1);
        Submission green =
                new SubmissionBuilder(Samples.submission(Samples.numbered(1)))
                        .format("byline")
                        .forwardability("green")
                        .build();
        return company.distribute(green).id();
    }

    private ChangeOutcome correct(PlacementId id, Map<String, String> texts) {
        ChangeOutcome outcome =
                company.changePlacement.correct(
                        id, new CorrectionRequest(texts, null, null, "It was wrong."), Company.PR);
        company.work();
        return outcome;
    }

    private MailKind lastToRep() {
        return company.mailbox.to(REP).getLast().id().kind();
    }

    private static void assertChanged(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Changed.class);
    }
}
