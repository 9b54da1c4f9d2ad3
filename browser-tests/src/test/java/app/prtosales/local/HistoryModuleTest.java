package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// R5.13: a placement's history shows no internal names, however its entry was stored.
@Timeout(60)
class HistoryModuleTest extends ModuleSuite {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "exempt from inActiveSequence | Exempt from being in a sequence",
                "exempt from referencedInDeal, as Sample Leader said | Exempt from being used in a deal, as Sample Leader said",
                "exempt from in-active-sequence | Exempt from being in a sequence",
            })
    void r5_13_an_exempt_question_is_named_in_words(String stored, String shown) {
        assertThat(history(stored, "")).isEqualTo(shown);
    }

    @Test
    void r5_13_a_correction_names_its_fields_and_values_in_words() {
        assertThat(
                        correction(
                                """
                                {field: 'whyItMatters', before: null, after: 'It saves time.'},
                                {field: 'format', before: 'news-mention', after: 'tv-radio'},
                                {field: 'segments', before: 'payers', after: 'payers, health-systems'},
                                {field: 'zone', before: 'America/New_York', after: 'Asia/Tokyo'},
                                {field: 'forwardability', before: 'green', after: 'red'},
                                {field: 'url', before: 'https://a.example/', after: null}
                                """))
                .isEqualTo(
                        "Correction 1: why it matters from nothing to “It saves time.”; "
                                + "format from “News mention” to “TV or radio”; "
                                + "segments from “Payers” to “Payers, Hospitals”; "
                                + "time zone from “Eastern (New York)” to “Tokyo (Asia)”; "
                                + "forwarding from “Green” to “Red”; "
                                + "link from “https://a.example/” to nothing");
    }

    @Test
    void r5_9_a_corrected_time_is_in_the_readers_zone_and_a_date_stays_a_date() {
        assertThat(
                        correction(
                                "{field: 'publishedAt', before: '2025-06-24', after: '2025-06-24T13:00:00Z'}"))
                .isEqualTo(
                        "Correction 1: publication from “Jun 24, 2025” to “Tue, Jun 24, 2025, 8:00 AM CT”");
    }

    @Test
    void the_history_shows_the_first_eighty_characters_of_a_corrected_text() {
        assertThat(correction("{field: 'quote', before: 'é'.repeat(80), after: '😀'.repeat(81)}"))
                .isEqualTo(
                        "Correction 1: quote from “%s” to “%s…”"
                                .formatted("é".repeat(80), "😀".repeat(80)));
    }

    @Test
    void r5_9_the_last_day_of_a_shelf_life_is_written_as_a_date() {
        assertThat(
                        history(
                                "may be used until 2025-12-31",
                                "zone: 'America/New_York', renewals: [{at: AT, to: '2026-01-01T05:00:00Z'}]"))
                .isEqualTo("May be used until Dec 31, 2025");
    }

    private static String correction(String changes) {
        return history(
                "correction 1: a sentence with internal names",
                "corrections: [{at: AT, number: 1, changes: [%s]}]".formatted(changes));
    }

    /// The history's only entry, as the page shows it.
    ///
    /// @param values other members of the placement; `AT` is the entry's time
    private static String history(String what, String values) {
        return (String)
                page.evaluate(
                        """
                        async what => {
                          const {history} = await import('/modules/history.js');
                          const AT = '2025-12-01T12:00:00Z';
                          const placement = {moves: [], corrections: [], renewals: [],
                            history: [{at: AT, by: 'system', what}], %s};
                          const names = {segment: id => ({payers: 'Payers', 'health-systems': 'Hospitals'})[id]};
                          return history(placement, names).querySelector('span').textContent;
                        }
                        """
                                .formatted(values),
                        what);
    }
}
