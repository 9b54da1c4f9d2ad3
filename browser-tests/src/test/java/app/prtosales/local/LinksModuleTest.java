package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How the page reads cells whose text differs from their link target, and hidden rows.
@Timeout(60)
class LinksModuleTest extends ModuleSuite {

    private static final String STORY = "https://outlet.example/story-1";
    private static final String MAILBOX = "mailto:ann@a.example?subject=Hi";

    @ParameterizedTest
    @CsvSource({
        "url, outlet.example, https://outlet.example/story-1, https://outlet.example/story-1",
        "headline, A story, https://outlet.example/story-1, A story",
        "url, outlet.example, mailto:ann@a.example, outlet.example",
        "email, Ann Lee, mailto:ann@a.example?subject=Hi, ann@a.example",
        "email, ann@a.example, https://outlet.example, ann@a.example",
        "name, Ann Lee, mailto:ann@a.example, Ann Lee",
    })
    void a_web_target_counts_only_as_a_url_and_a_mail_target_only_as_an_email_address(
            String column, String text, String target, String read) {
        assertThat(joined(column, text, target)).isEqualTo(read);
    }

    @Test
    void one_column_can_hold_both_the_headlines_and_the_links() {
        assertThat(rows(Map.of("headline", columns(0), "url", columns(0))))
                .isEqualTo(List.of(List.of("Title", "Name"), List.of("A story", "Ann Lee")));
        assertThat(rows(Map.of("url", columns(0), "name", columns(1))))
                .isEqualTo(List.of(List.of("Title", "Name"), List.of(STORY, "Ann Lee")));
    }

    @Test
    void a_hidden_row_above_the_column_names_or_in_the_footer_is_not_counted() {
        Object hidden =
                call(
                        "hidden.js",
                        "hiddenOf",
                        List.of(Map.of("hidden", List.of(0, 3, 5, 8)), 2, List.of(8)),
                        "it => it");

        assertThat(hidden).isEqualTo(List.of(3, 5));
    }

    private static Map<String, Object> columns(int at) {
        return Map.of("columns", List.of(at));
    }

    private static Object joined(String column, String text, String target) {
        return page.evaluate(
                """
                async ([column, text, target]) => {
                  const {joined, targetsOf} = await import('/modules/links.js');
                  return joined(column, ['', text], 4, [1], targetsOf({links: [{row: 4, column: 1, target}]}));
                }
                """,
                List.of(column, text, target));
    }

    private static Object rows(Map<String, Object> mapping) {
        return page.evaluate(
                """
                async ([mapping, story, mailbox]) => {
                  const {targetsOf, withLinks} = await import('/modules/links.js');
                  return withLinks([['Title', 'Name'], ['A story', 'Ann Lee']], mapping, targetsOf({links: [
                    {row: 1, column: 0, target: story}, {row: 1, column: 1, target: mailbox}]}));
                }
                """,
                List.of(mapping, STORY, MAILBOX));
    }
}
