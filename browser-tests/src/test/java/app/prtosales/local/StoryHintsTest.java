package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What a placement's page says where a sequence or a kit is missing.
@Timeout(60)
class StoryHintsTest extends ModuleSuite {

    @Test
    void r2_4_a_rule_whose_sequence_is_archived_or_paused_is_not_called_missing() {
        assertThat(
                        noSequence(
                                "{step: '“Old” is archived. Choose another sequence.', sequence: null}"))
                .isEqualTo("“Old” is archived. Choose another sequence.");
        assertThat(noSequence("{step: 'It’s paused. Restart it.', sequence: 'CFO sequence'}"))
                .isEqualTo("CFO sequence: It’s paused. Restart it.");
        assertThat(noSequence("null")).startsWith("No rule covers this story.");
    }

    @Test
    void r5_9_a_kit_of_an_expired_story_says_since_when_in_the_readers_zone() {
        Object said =
                page.evaluate(
                        """
                        async () => {
                          const {noKit} = await import('/modules/kit.js');
                          const {day} = await import('/modules/time.js');
                          const expiresAt = '2020-06-24T04:00:00Z';
                          const text = noKit({status: 'judged', tone: 'positive', expiresAt, kit: {whyNot: 'It expired.'}}).textContent;
                          return text.replace(day(expiresAt), 'THE DAY');
                        }
                        """);

        assertThat(said).isEqualTo("It expired on THE DAY.");
    }

    /// @param inactive the API's `inactiveSequence`, as JSON
    private static String noSequence(String inactive) {
        return (String)
                page.evaluate(
                        """
                        async () => {
                          const {noSequence} = await import('/modules/answers.js');
                          return noSequence({tone: 'positive', status: 'judged', forwardability: 'amber', audit: {},
                            next: {owner: 'pr-owner', step: 'Decide.'}, inactiveSequence: %s}).textContent;
                        }
                        """
                                .formatted(inactive));
    }
}
