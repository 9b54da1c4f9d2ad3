package app.prtosales.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// Two people change the same placement at once: nobody overwrites what they have not seen.
class SeenTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private static final Person COLLEAGUE = Person.withEmail("colleague@sample-medtech.example");
    private static final String OLD_NOTE = Objects.requireNonNull(Samples.submission().note());

    private final Company company = new Company(NOW);
    private final PlacementId id = company.distribute(Samples.submission()).id();

    @Test
    void a_correction_changes_only_the_fields_that_it_names() {
        correct(Seen.NOTHING, Map.of("note", "For payers."), COLLEAGUE);

        correct(seen("headline", headline()), Map.of("headline", "Right"), Company.PR);

        assertThat(company.find(id).note().text()).isEqualTo("For payers.");
        assertThat(headline()).isEqualTo("Right");
    }

    @Test
    void a_correction_of_a_text_that_someone_else_corrected_is_refused_and_names_it() {
        correct(Seen.NOTHING, Map.of("note", "For payers."), COLLEAGUE);

        ChangeOutcome outcome =
                correct(seen("note", OLD_NOTE), Map.of("note", "For ASCs."), Company.PR);

        assertThat(outcome)
                .isEqualTo(
                        new ChangeOutcome.Outdated(
                                List.of(
                                        new Seen.Newer(
                                                "note",
                                                List.of("For payers."),
                                                NOW,
                                                COLLEAGUE.id())),
                                Map.of(COLLEAGUE.id(), COLLEAGUE.email())));
        assertThat(company.find(id).note().text()).isEqualTo("For payers.");
        assertThat(company.find(id).changes().corrections()).hasSize(1);
    }

    @Test
    void a_field_that_was_empty_when_it_was_seen_is_not_overwritten() {
        Seen empty = new Seen(Map.of("spokesperson", List.of()));
        correct(Seen.NOTHING, Map.of("spokesperson", ""), Company.PR);
        correct(Seen.NOTHING, Map.of("spokesperson", "Jane Sample"), COLLEAGUE);

        assertThat(correct(empty, Map.of("spokesperson", "Joe Sample"), Company.PR))
                .isInstanceOf(ChangeOutcome.Outdated.class);
    }

    @Test
    void both_people_may_make_the_same_correction() {
        correct(Seen.NOTHING, Map.of("note", "For payers."), COLLEAGUE);

        assertThat(correct(seen("note", OLD_NOTE), Map.of("note", "For payers."), Company.PR))
                .isInstanceOf(ChangeOutcome.Unchanged.class);
    }

    @Test
    void segments_in_another_order_are_neither_changed_nor_outdated() {
        correctSegments(Seen.NOTHING, List.of("payers", "health-systems"));
        Seen sorted = new Seen(Map.of("segments", List.of("health-systems", "payers")));

        assertThat(correctSegments(Seen.NOTHING, List.of("health-systems", "payers")))
                .isInstanceOf(ChangeOutcome.Unchanged.class);
        assertThat(correctSegments(sorted, List.of("payers")))
                .isInstanceOf(ChangeOutcome.Changed.class);
    }

    @Test
    void without_what_was_seen_the_last_correction_wins() {
        correct(Seen.NOTHING, Map.of("note", "For payers."), COLLEAGUE);

        correct(Seen.NOTHING, Map.of("note", "For ASCs."), Company.PR);

        assertThat(company.find(id).note().text()).isEqualTo("For ASCs.");
    }

    @Test
    void segments_are_compared_as_a_whole() {
        List<String> old = company.find(id).note().segments();
        company.changePlacement.correct(
                id,
                new CorrectionRequest(Map.of(), List.of("payers"), null, "only payers"),
                COLLEAGUE);

        ChangeOutcome outcome =
                company.changePlacement
                        .basedOn(new Seen(Map.of("segments", old)))
                        .correct(
                                id,
                                new CorrectionRequest(
                                        Map.of(),
                                        List.of("health-systems", "payers"),
                                        null,
                                        "both"),
                                Company.PR);

        assertThat(newer(outcome).now()).containsExactly("payers");
    }

    private ChangeOutcome correctSegments(Seen seen, List<String> segments) {
        return company.changePlacement
                .basedOn(seen)
                .correct(
                        id,
                        new CorrectionRequest(Map.of(), segments, null, "other segments"),
                        Company.PR);
    }

    @Test
    void a_publication_that_someone_else_moved_stays() {
        Seen seen = seen("publishedAt", company.find(id).publication().at().toString());
        company.changePlacement.move(id, "2026-06-24T08:00", "America/New_York", "a", COLLEAGUE);

        ChangeOutcome outcome =
                company.changePlacement
                        .basedOn(seen)
                        .move(id, "2026-06-24T07:00", "America/New_York", "b", Company.PR);

        assertThat(newer(outcome).now()).containsExactly("2026-06-24T12:00:00Z");
        assertThat(newer(outcome).by()).isEqualTo(COLLEAGUE.id());
    }

    @Test
    void a_last_day_that_someone_else_set_stays() {
        Placement before = company.find(id);
        company.changePlacement.renew(id, "2027-01-31", "one year’s figures", COLLEAGUE);

        ChangeOutcome outcome =
                company.changePlacement
                        .basedOn(seen("expiresAt", before.expiresAt().toString()))
                        .renew(id, "2027-06-30", "still true", Company.PR);

        assertThat(newer(outcome).field()).isEqualTo("expiresAt");
        assertThat(newer(outcome).by()).isEqualTo(COLLEAGUE.id());
    }

    @Test
    void a_color_that_someone_else_changed_stays_and_that_person_is_named() {
        Seen seen = seen("forwardability", "amber");
        company.changePlacement.turn(id, "green", null, "cleared", COLLEAGUE);

        ChangeOutcome outcome =
                company.changePlacement
                        .basedOn(seen)
                        .turn(id, "red", null, "sensitive", Company.PR);

        assertThat(newer(outcome))
                .isEqualTo(new Seen.Newer("forwardability", List.of("green"), NOW, COLLEAGUE.id()));
    }

    @Test
    void a_web_address_that_someone_else_corrected_stays() {
        String old = Objects.requireNonNull(company.find(id).story().url()).value();
        correct(Seen.NOTHING, Map.of("url", "https://news.example/theirs"), COLLEAGUE);

        ChangeOutcome outcome =
                correct(seen("url", old), Map.of("url", "https://news.example/mine"), Company.PR);

        assertThat(newer(outcome).now()).containsExactly("https://news.example/theirs");
    }

    @Test
    void the_last_person_who_corrected_this_field_is_named_whoever_corrected_others_since() {
        correct(Seen.NOTHING, Map.of("note", "For payers."), COLLEAGUE);
        company.advance(Duration.ofMinutes(1));
        correct(Seen.NOTHING, Map.of("headline", "Right"), Company.PR);

        ChangeOutcome outcome =
                correct(seen("note", OLD_NOTE), Map.of("note", "For ASCs."), Company.PR);

        assertThat(newer(outcome).by()).isEqualTo(COLLEAGUE.id());
        assertThat(newer(outcome).at()).isEqualTo(NOW);
    }

    @Test
    void a_newer_field_that_the_correction_leaves_alone_does_not_block_it() {
        Seen seen = new Seen(Map.of("note", Seen.value(OLD_NOTE), "headline", List.of(headline())));
        correct(Seen.NOTHING, Map.of("note", "For payers."), COLLEAGUE);

        assertThat(correct(seen, Map.of("headline", "Right"), Company.PR))
                .isInstanceOf(ChangeOutcome.Changed.class);
        assertThat(company.find(id).note().text()).isEqualTo("For payers.");
    }

    @Test
    void a_field_may_be_overwritten_if_it_is_not_known_what_was_seen() {
        Seen seen = seen("headline", headline());

        assertThat(correct(seen, Map.of("headline", "Right", "note", "For payers."), Company.PR))
                .isInstanceOf(ChangeOutcome.Changed.class);
    }

    private ChangeOutcome correct(Seen seen, Map<String, String> texts, Person by) {
        return company.changePlacement
                .basedOn(seen)
                .correct(id, new CorrectionRequest(texts, null, null, "wrong " + texts), by);
    }

    private static Seen seen(String field, String value) {
        return new Seen(Map.of(field, Seen.value(value)));
    }

    private static Seen.Newer newer(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Outdated.class);
        return ((ChangeOutcome.Outdated) outcome).newer().getFirst();
    }

    private String headline() {
        return company.find(id).story().headline();
    }
}
