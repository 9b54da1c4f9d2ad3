package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A date that is labeled as that of an update is not the publication's (R5.11).
class UpdatesTest {

    /// Makes a page offer a date after unknown words, unless it is an update's.
    private static final String WEAK_TAG = "<meta name=date content=2026-11-17>";

    private static Map<String, @Nullable Object> read(String language, String head, String line) {
        return TestPage.read(
                "https://news.example.com/health/ward-opens-after-delay",
                language,
                "Ward opens",
                head,
                "<h1>Ward opens after delay</h1><div class=timestamp>" + line + "</div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Updated 9:44 AM EST, Tue November 17, 2026",
                "Updated: 9:44 a.m. Tuesday, Nov. 17, 2026",
                "Updated at 9:44 AM ET on Tuesday, November 17, 2026",
                "Updated at 9:44 AM ET — Nov. 17, 2026"
            })
    void a_time_and_a_weekday_may_stand_between_the_label_and_the_date(String line) {
        assertThat(read("en-US", WEAK_TAG, line)).doesNotContainKey("publishedAt");
    }

    @Test
    void a_date_after_unknown_words_is_offered_if_a_weak_tag_has_it() {
        assertThat(read("en-US", WEAK_TAG, "Hearing: November 17, 2026"))
                .containsEntry("publishedAt", "2026-11-17");
    }

    @Test
    void a_time_before_a_weekday_belongs_to_the_date() {
        assertThat(read("en-US", "", "Published 9:44 AM EST, Tue November 17, 2026"))
                .containsEntry("publishedAt", "2026-11-17T09:44:00-05:00")
                .containsEntry("zone", "America/New_York");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-US|Last revision: November 17, 2026",
                "en-US|Last verified: Nov 17, 2026",
                "en-US|Corrected Nov 17, 2026",
                "en-US|Current as of Nov 17, 2026",
                "en-US|Updated 13 days ago · Nov 17, 2026",
                "fr|Dernière mise à jour : 17 novembre 2026",
                "fr|Mis à jour à 9h44 le 17 novembre 2026",
                "fr|MAJ le 17/11/2026",
                "es|Última actualización: 17/11/2026",
                "es|Actualizado a las 9:44 h del 17 de noviembre de 2026",
                "pt-BR|Última atualização: 17/11/2026",
                "de|Letzte Aktualisierung: 17.11.2026",
                "de|Zuletzt aktualisiert: 9.44 Uhr, 17. November 2026",
                "it|Ultima modifica: 17/11/2026",
                "nl|Laatste wijziging: 17 november 2026",
                "sv|Senast uppdaterat 17 november 2026"
            })
    void labels_of_updates_are_known_in_many_languages(String language, String line) {
        assertThat(read(language, WEAK_TAG, line)).doesNotContainKey("publishedAt");
    }
}
