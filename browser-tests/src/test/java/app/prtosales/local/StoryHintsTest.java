package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
    void r4_4_the_audit_says_why_it_has_no_latest_placement() {
        String noLatest =
                """
                async (any) => {
                  const {noLatest} = await import('/modules/audit.js');
                  return noLatest(any).textContent;
                }
                """;

        assertThat(page.evaluate(noLatest, false)).isEqualTo("No placements yet.");
        assertThat(page.evaluate(noLatest, true))
                .isEqualTo(
                        "Every placement was withdrawn, retracted, or imported; those don’t count here. "
                                + "Imported coverage is under “The last 13 weeks”.");
    }

    @Test
    void an_imported_story_that_an_owner_confirmed_is_known() {
        String isKnown =
                """
                async (kinds) => {
                  const {isKnown} = await import('/modules/story.js');
                  return isKnown({status: 'scheduled', backfill: true, copyIsOut: false,
                      responses: kinds.map((kind) => ({kind}))});
                }
                """;

        assertThat(page.evaluate(isKnown, List.of("sequence"))).isEqualTo(true);
        assertThat(page.evaluate(isKnown, List.of("referenced"))).isEqualTo(false);
    }

    @Test
    void a_team_of_one_reads_naturally() {
        assertThat(standing("{verdict: 'met', count: 1, inTime: 1, of: 1, reachedAt: []}"))
                .startsWith("The only rep reached in time");
        assertThat(standing("{verdict: 'missed', cause: 'system', count: 0, inTime: 0, of: 1}"))
                .startsWith("Missed the 24 hours: 0 of 1 rep reached in time. Why:");
        assertThat(standing("{verdict: 'missed', cause: 'system', count: 1, inTime: 0, of: 1}"))
                .startsWith("Missed the 24 hours: 0 of 1 rep reached in time, 1 after that. Why:");
        assertThat(standing("{verdict: 'missed', cause: 'system', count: 12, inTime: 11, of: 12}"))
                .startsWith("Missed the 24 hours: 11 of 12 reps reached in time, 1 after that.");
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

    @Test
    void r5_6_champions_of_a_rep_who_has_left_are_named_to_pr_once_it_is_retracted() {
        String toTell =
                """
                async ({status, copyOf}) => {
                  const {toTell} = await import('/modules/kit.js');
                  const champions = [{name: 'Jane Doe', accountName: 'Northwind', rep: 'rep-1'},
                    {name: 'Joe Roe', accountName: 'Lakeside', rep: 'rep-2'}];
                  const names = {rep: () => 'Sam Ortiz', hasLeft: (each) => each === 'rep-1'};
                  return toTell({status, takenBack: {copyOf}, kit: {champions}}, names)?.textContent ?? '';
                }
                """;

        assertThat((String) page.evaluate(toTell, Map.of("status", "retracted")))
                .contains("Next, PR: Tell these champions")
                .contains("Jane Doe at Northwind, by Sam Ortiz")
                .doesNotContain("Joe Roe");
        assertThat(page.evaluate(toTell, Map.of("status", "judged"))).isEqualTo("");
        assertThat(page.evaluate(toTell, Map.of("status", "retracted", "copyOf", "p2")))
                .isEqualTo("");
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

    private static String standing(String reached) {
        return (String)
                page.evaluate(
                        """
                        async () => {
                          const {standingOf} = await import('/modules/story.js');
                          return standingOf({status: 'judged', publishedAt: '2026-06-24T13:00:00Z', reached: %s}).text;
                        }
                        """
                                .formatted(reached));
    }
}
