package app.prtosales.change;

import static app.prtosales.change.ChangeScenario.changed;
import static app.prtosales.change.ChangeScenario.conflict;
import static app.prtosales.change.ChangeScenario.errors;
import static app.prtosales.change.ChangeScenario.submission;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Choice;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Renewal;
import app.prtosales.placement.Resend;
import app.prtosales.placement.Status;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// How often a placement can be changed: it has to fit into one item of the table.
class LimitsTest {

    /// The limit for all of a placement's corrections, in bytes.
    private static final int MAXIMUM_KEPT = 150_000;

    private final Meanwhile meanwhile = new Meanwhile();
    private final ChangeScenario scenario = new ChangeScenario(meanwhile);
    private final Company company = scenario.company;
    private final ChangePlacement change = scenario.change;

    private static void assertThirtyTimes(IntFunction<ChangeOutcome> once) {
        for (int i = 1; i <= 30; i++) {
            changed(once.apply(i));
        }
        assertThat(conflict(once.apply(31))).contains("30 times, which is the limit");
    }

    @Test
    void publication_can_be_moved_thirty_times() {
        PlacementId id = scenario.delivered();

        assertThirtyTimes(i ->
                change.move(
                        id,
                        "2026-06-24T08:%02d".formatted(i),
                        "America/New_York",
                        null,
                        Company.PR));
    }

    @Test
    void a_color_can_be_changed_thirty_times() {
        PlacementId id = scenario.delivered();

        assertThirtyTimes(
                i -> change.turn(id, i % 2 == 0 ? "amber" : "green", null, "again", Company.PR));
    }

    @Test
    void a_placement_can_be_corrected_thirty_times() {
        PlacementId id = scenario.delivered();

        assertThirtyTimes(i -> correct(id, Map.of("headline", "Better " + i), "a wrong name"));
    }

    @Test
    void thirty_copies_can_be_attached() {
        PlacementId id = scenario.delivered();

        assertThirtyTimes(i -> attach(id, "https://copy-%d.example/story".formatted(i)));
    }

    @Test
    void a_shelf_life_can_be_renewed_thirty_times_and_each_renewal_has_its_number() {
        PlacementId id = scenario.delivered();
        LocalDate first = LocalDate.parse("2027-01-01");

        assertThirtyTimes(
                i -> change.renew(id, first.plusDays(i).toString(), "still true", Company.PR));

        assertThat(company.find(id).changes().renewals())
                .extracting(Renewal::number)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void a_sequence_can_be_chosen_thirty_times() {
        company.reps(1);
        Submission amber = submission("2026-06-24T09:00", "bed mattresses", "positive", "amber");
        PlacementId id = company.distribute(amber).id();

        assertThirtyTimes(i ->
                change.choose(
                        id,
                        "cfo",
                        i % 2 == 0 ? "awareness" : "consideration",
                        "finance asks",
                        Company.PR));

        assertThat(company.find(id).changes().choices())
                .extracting(Choice::number)
                .containsExactly(30);
    }

    @Test
    void a_ping_can_be_resent_thirty_times() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.bounce(Company.ping(id, "rep-002"), company.now());
        for (int i = 1; i <= 29; i++) {
            resent(company.find(id), i);
        }
        changed(change.resend(id, "fixed", Company.PR));
        Placement last = company.find(id);
        assertThat(last.changes().resends()).hasSize(30);
        followedUp(last);

        assertThat(conflict(change.resend(id, "fixed", Company.PR))).contains("30 times");
    }

    private void resent(Placement placement, int number) {
        Placement resent =
                placement.resent(new Resend(number, company.now(), Company.PR.id(), "fixed"));
        company.placements.replace(resent, List.of());
        followedUp(resent);
    }

    private void followedUp(Placement placement) {
        company.placements.replace(
                placement.followedUp(placement.changes().pending(), company.now(), null),
                List.of());
    }

    @Test
    void all_corrections_together_have_a_limit_in_bytes() {
        PlacementId id = scenario.delivered();
        for (int i = 0; left(id) > 9_000; i++) {
            changed(correct(id, everyLongText("éèê".substring(i % 3, i % 3 + 1)), "wrong " + i));
        }
        for (int i = 0; left(id) > 1_900; i++) {
            changed(correct(id, Map.of(), text(1_700 + i)));
        }
        int left = left(id);

        assertThat(conflict(correct(id, Map.of(), text(left + 1)))).contains("too long");
        changed(correct(id, Map.of(), text(left)));
        assertThat(left(id)).isZero();
        assertThat(conflict(correct(id, Map.of(), "x"))).contains("too long");
    }

    private static Map<String, String> everyLongText(String letter) {
        String text = letter.repeat(300);
        return Map.of(
                "headline",
                text,
                "topic",
                text,
                "spokesperson",
                text,
                "quote",
                text,
                "whyItMatters",
                text);
    }

    private int left(PlacementId id) {
        return MAXIMUM_KEPT
                - company.find(id).changes().corrections().stream()
                        .flatMap(LimitsTest::texts)
                        .mapToInt(text -> text.getBytes(UTF_8).length)
                        .sum();
    }

    private static Stream<String> texts(Correction correction) {
        Stream<String> amended =
                correction.amendments().stream()
                        .flatMap(each -> Stream.of(written(each.before()), written(each.after())));
        return Stream.concat(Stream.of(correction.reason()), amended);
    }

    private static String written(Correction.@Nullable Value value) {
        return value == null ? "" : value.written();
    }

    /// A text with this many bytes and as few characters as possible.
    private static String text(int bytes) {
        return "𝒳".repeat(bytes / 4) + "x".repeat(bytes % 4);
    }

    @Test
    void a_full_placement_reports_the_field_that_does_not_fit() {
        PlacementId id = scenario.delivered();
        meanwhile.full();

        assertThat(errors(correct(id, Map.of("headline", "Better"), "a wrong name")))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("reason");
                    assertThat(error.message()).contains("as a separate story");
                });
        assertThat(errors(attach(id, "https://copy.example/story")))
                .extracting(FieldError::field)
                .containsExactly("url");
        assertThat(company.find(id).changes().corrections()).isEmpty();
        assertThat(company.find(id).changes().copies()).isEmpty();
    }

    @Test
    void a_separate_story_is_not_merged_into_a_full_placement() {
        PlacementId id = scenario.delivered();
        String url = "https://copy.example/story";
        PlacementId second =
                company.distribute(new SubmissionBuilder(Samples.submission()).url(url).build())
                        .id();
        meanwhile.full();

        assertThat(errors(attach(id, url))).extracting(FieldError::field).containsExactly("url");
        assertThat(company.find(second).status()).isNotEqualTo(Status.WITHDRAWN);
    }

    @Test
    void r5_6_a_full_placement_can_still_be_retracted() {
        PlacementId id = scenario.delivered();
        meanwhile.full();

        assertThat(changed(change.retract(id, "a false figure", Company.PR)).status())
                .isEqualTo(Status.RETRACTED);
    }

    @Test
    void a_change_is_tried_five_times_if_others_write_first() {
        PlacementId id = scenario.delivered();

        meanwhile.quicker(4);
        changed(correct(id, Map.of("headline", "Better"), "a wrong name"));
        meanwhile.quicker(5);

        assertThatIllegalStateException()
                .isThrownBy(() -> correct(id, Map.of("headline", "Best"), "a wrong name"))
                .withMessageContaining("keeps changing");
    }

    private ChangeOutcome correct(PlacementId id, Map<String, String> texts, String reason) {
        return change.correct(id, new CorrectionRequest(texts, null, null, reason), Company.PR);
    }

    private ChangeOutcome attach(PlacementId id, String url) {
        return change.attachCopy(id, url, "Syndicated", "the same story", Company.PR);
    }
}
