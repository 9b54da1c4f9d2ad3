package app.prtosales.intake;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.CanonicalUrl;
import app.prtosales.placement.Draft;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements.Request;
import app.prtosales.placement.Story;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.placement.WebAddress;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Stories stored under older keys are still found (R5.4).
class EarlierStoriesTest {

    private static final Person OTHER = Person.withEmail("other@a.example");

    private final Company company = new Company(Samples.WEDNESDAY.plusSeconds(3_600));

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "https://jp.example/%e8%a8%98 https://jp.example/%e8%a8%98",
                "https://jp.example/%e8%a8%98 https://jp.example/%E8%A8%98",
                "https://jp.example/%e8%a8%98 https://jp.example/記",
                "https://a.example/%7Eb https://a.example/%7Eb",
                "https://a.example/x?gbraid=1 https://www.a.example/x/?gbraid=1",
                "https://a.example/x?id=1&amp;utm_source=nl https://a.example/x?id=1&amp;utm_source=nl",
                "https://a.example/x https://a.example/x/#details",
                "https://a.example/x?a=1&&b=2 https://a.example/x?a=1&&b=2",
            })
    void a_story_stored_under_an_older_key_is_the_same_story(String stored, String pasted) {
        PlacementId id = stored(stored);

        assertThat(company.submit(at(pasted), OTHER, null)).isEqualTo(new SubmitOutcome.Known(id));
        assertThat(company.find(id).submittedBy()).contains(OTHER.id());
    }

    @Test
    void r1_13_a_story_under_an_older_key_is_known_by_its_copy_after_it_was_submitted_again() {
        String link = "https://a.example/x?gbraid=1";
        String copy = "https://b.example/x";
        PlacementId withdrawn = stored(link);
        company.changePlacement.attachCopy(
                withdrawn, copy, "Elsewhere", "the same story", Company.PR);
        company.changePlacement.withdraw(withdrawn, "too early", Company.PR);

        PlacementId again = ((SubmitOutcome.Accepted) company.submit(at(link))).placement().id();

        assertThat(company.submit(at(copy), OTHER, null)).isEqualTo(new SubmitOutcome.Known(again));
    }

    @Test
    void a_story_whose_older_key_may_have_lost_its_route_is_only_similar() {
        PlacementId id = stored("https://app.example/app");

        SubmitOutcome outcome = company.submit(at("https://app.example/app/#/clip/1"), OTHER, null);

        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        assertThat(((SubmitOutcome.Accepted) outcome).similar())
                .extracting(StoryInBrief::id)
                .containsExactly(id);
    }

    @Test
    void two_routes_of_one_page_are_two_stories() {
        SubmitOutcome first = company.submit(at("https://app.example/app/#/clip/1"));
        SubmitOutcome second = company.submit(at("https://app.example/app/#/clip/2"));

        assertThat(List.of(first, second))
                .allMatch(outcome -> outcome instanceof SubmitOutcome.Accepted);
    }

    private PlacementId stored(String key) {
        Draft draft = draft();
        Story as = draft.story();
        Story story =
                new Story(
                        new WebAddress(key, new CanonicalUrl(key)),
                        as.outlet(),
                        as.headline(),
                        as.format(),
                        as.tone(),
                        as.topic(),
                        as.spokesperson(),
                        as.quote(),
                        as.whyItMatters(),
                        as.holdingLine());
        Placement placement =
                Placement.accepted(
                        new Draft(
                                story,
                                draft.note(),
                                draft.publication(),
                                draft.forwardability(),
                                false),
                        Company.PR.id(),
                        company.now());
        HistoryEntry entry =
                new HistoryEntry(
                        placement.id().value(), company.now(), Company.PR.id(), "accepted", null);
        company.placements.add(placement, new Request(Company.PR.id(), "digest", null), entry);
        return placement.id();
    }

    private Draft draft() {
        Reading read =
                SubmissionReader.read(
                        Samples.submission(), company.directory.segmentIds(), company.now());
        return ((Reading.Valid) read).draft();
    }

    private static Submission at(String url) {
        return new SubmissionBuilder(Samples.submission()).url(url).outlet("Elsewhere").build();
    }
}
