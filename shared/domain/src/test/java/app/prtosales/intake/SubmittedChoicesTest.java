package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Placement;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a submission chooses from a list: its format, roles, tone, and whether it is history.
class SubmittedChoicesTest {

    private final SubmissionBuilder story =
            new SubmissionBuilder(Samples.submission()).backfill(false);

    @Test
    void a_format_has_to_be_chosen() {
        assertThat(errors(story.format(" ")))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).startsWith("Choose a format: "));
    }

    @Test
    void at_most_ten_roles_are_accepted() {
        assertThat(read(story.personas(roles(10)))).isInstanceOf(Reading.Valid.class);

        assertThat(errors(story.personas(roles(11))))
                .containsExactly(new FieldError("personas", "Enter at most 10 roles"));
    }

    @Test
    void r4_8_a_story_from_the_future_cannot_be_history() {
        assertThat(errors(story.publishedAt("2026-06-25T09:00").backfill(true)))
                .extracting(FieldError::field)
                .containsExactly("backfill");
    }

    @Test
    void only_sponsored_content_marked_negative_is_questioned() {
        assertThat(warnings("sponsored", "negative")).containsExactly("tone");
        assertThat(warnings("sponsored", "positive")).isEmpty();
        assertThat(warnings("byline", "negative")).isEmpty();
    }

    private List<String> warnings(String format, String tone) {
        return warnings(story.format(format).tone(tone).forwardability("amber"));
    }

    @Test
    void r5_7_green_negative_coverage_is_accepted_as_red_with_a_warning() {
        SubmissionBuilder negative = story.tone("negative");

        assertThat(warnings(negative.forwardability("green"))).containsExactly("forwardability");
        Placement placement =
                Placement.accepted(
                        ((Reading.Valid) read(negative.forwardability("green"))).draft(),
                        "u-1",
                        Samples.WEDNESDAY);
        assertThat(placement.forwardability()).isEqualTo(Forwardability.RED);
        assertThat(warnings(negative.forwardability("amber"))).isEmpty();
        assertThat(warnings(negative.forwardability("red"))).isEmpty();
    }

    @Test
    void r5_7_negative_coverage_without_a_holding_line_is_accepted_with_a_warning() {
        assertThat(((Reading.Valid) read(story.tone("negative"))).warnings())
                .containsExactly(
                        new FieldError(
                                "holdingLine",
                                "Reps have no line for customers who ask. Their email asks them not to comment and to send questions to PR. Add a line with a correction"));
    }

    @Test
    void r5_7_only_negative_coverage_that_is_emailed_needs_a_holding_line() {
        assertThat(((Reading.Valid) read(story.tone("neutral"))).warnings()).isEmpty();
        assertThat(((Reading.Valid) read(story.tone("negative").backfill(true))).warnings())
                .isEmpty();
        assertThat(warnings(story.tone("negative"))).isEmpty();
    }

    @Test
    void r5_3_a_story_that_has_expired_is_accepted_with_a_warning_unless_it_is_history() {
        SubmissionBuilder old = story.format("news-mention").publishedAt("2020-03-14T09:00");

        assertThat(warnings(old)).containsExactly("publishedAt");
        assertThat(warnings(old.backfill(true))).isEmpty();
        assertThat(warnings(old.backfill(false).tone("negative"))).isEmpty();
    }

    private static List<String> warnings(SubmissionBuilder submission) {
        Reading reading = read(submission.holdingLine("We know of it."));
        return ((Reading.Valid) reading).warnings().stream().map(FieldError::field).toList();
    }

    private static List<FieldError> errors(SubmissionBuilder submission) {
        return ((Reading.Invalid) read(submission)).errors();
    }

    private static Reading read(SubmissionBuilder submission) {
        Submission built = submission.build();
        return SubmissionReader.read(built, Set.copyOf(built.segments()), Samples.WEDNESDAY);
    }

    private static List<String> roles(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "Role " + i).toList();
    }
}
