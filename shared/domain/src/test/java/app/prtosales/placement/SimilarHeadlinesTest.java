package app.prtosales.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// R5.4: similar headlines, tested with the headlines of real placements.
class SimilarHeadlinesTest {

    @Test
    void reworded_headlines_of_one_story_are_similar() {
        assertThat(
                        SimilarHeadlines.areSimilar(
                                "Remote patient monitoring is raking in venture funding",
                                "Remote Patient Monitoring Rakes in Venture Funding"))
                .isTrue();
    }

    @Test
    void a_lengthened_headline_is_similar() {
        assertThat(
                        SimilarHeadlines.areSimilar(
                                "After Selling Their First Spin-out (Corventis) to Medtronic, this Team is"
                                        + " Aiming for an Even Bigger Splash in the Wearables Space",
                                "Medsider: Learn from Medtech and Healthtech Founders and CEOs - After"
                                        + " Selling Their First Spin-out (Corventis) to Medtronic, this Team"
                                        + " is Aiming for an Even Bigger Splash in the Wearables Space"))
                .isTrue();
    }

    @Test
    void accents_case_and_punctuation_do_not_matter() {
        assertThat(
                        SimilarHeadlines.areSimilar(
                                "Zürich clinic pilots “smart” beds",
                                "ZURICH CLINIC PILOTS SMART BEDS"))
                .isTrue();
    }

    @Test
    void headlines_of_other_stories_about_the_company_are_not_similar() {
        assertThat(
                        SimilarHeadlines.areSimilar(
                                "Waystar names new CFO", "Waystar buys a competitor for $1bn"))
                .isFalse();
        assertThat(SimilarHeadlines.areSimilar("The state of AI", "The state of the union"))
                .isFalse();
        assertThat(SimilarHeadlines.areSimilar("", "")).isFalse();
    }

    @Test
    void a_reworded_headline_of_one_outlet_is_nearly_equal() {
        assertThat(
                        SimilarHeadlines.areNearlyEqual(
                                "Remote patient monitoring is raking in venture funding",
                                "Remote Patient Monitoring Rakes in Venture Funding"))
                .isTrue();
        assertThat(SimilarHeadlines.areNearlyEqual("Znad Wisły", "Znad Wisły")).isTrue();
    }

    @Test
    void headlines_of_one_outlet_that_share_half_their_words_are_not_nearly_equal() {
        assertThat(
                        SimilarHeadlines.areNearlyEqual(
                                "HIStalk Interviews Luis Castillo, CEO, Ensocare",
                                "HIStalk Interviews Jonathan Bush, CEO, athenahealth"))
                .isFalse();
    }

    @Test
    void real_headlines_are_similar_to_themselves_and_to_few_others() {
        List<String> headlines = realHeadlines();
        List<String> near = new ArrayList<>();
        for (int i = 0; i < headlines.size(); i++) {
            for (int j = i + 1; j < headlines.size(); j++) {
                if (!headlines.get(i).equals(headlines.get(j))
                        && SimilarHeadlines.areSimilar(headlines.get(i), headlines.get(j))) {
                    near.add(headlines.get(i) + " ~ " + headlines.get(j));
                }
            }
        }

        assertThat(headlines)
                .hasSizeGreaterThan(30)
                .allMatch(headline -> SimilarHeadlines.areSimilar(headline, headline));
        assertThat(near).as(String.join("\n", near)).hasSizeLessThanOrEqualTo(NEAR);
    }

    /// The number counted among these rows; a higher one would mean that the measure has become too
    /// lenient.
    private static final int NEAR = 1;

    private static List<String> realHeadlines() {
        try (InputStream file =
                Objects.requireNonNull(
                        SimilarHeadlinesTest.class.getResourceAsStream("/placements.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(SimilarHeadlinesTest::third)
                    .filter(headline -> !headline.isBlank())
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// The third cell of a CSV line, quoted or not.
    private static String third(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        return cells.size() > 2 ? cells.get(2) : "";
    }
}
