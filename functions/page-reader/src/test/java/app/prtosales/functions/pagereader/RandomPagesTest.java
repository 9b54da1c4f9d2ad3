package app.prtosales.functions.pagereader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/// However a page nests its elements, reading it ends with an answer (R5.11).
class RandomPagesTest {

    private static final List<String> OPENING =
            List.of(
                    "<article>",
                    "<article class='category-news comments'>",
                    "<header>",
                    "<main>",
                    "<aside>",
                    "<h1>",
                    "<h2>",
                    "<div class='byline'>",
                    "<div class='author-name'>",
                    "<div class='related'>",
                    "<div class='date'>",
                    "<div itemscope itemtype='https://schema.org/Article'>",
                    "<div itemprop='author' itemscope>",
                    "<span itemprop='name'>",
                    "<span itemprop='datePublished' content='2026-06-24T09:00'>",
                    "<time datetime='2026-06-24T09:00:00Z'>",
                    "<a rel='author'>",
                    "<p>");
    private static final List<String> WORDS =
            List.of(
                    "By ",
                    "Jane Roe",
                    " and ",
                    ", Bo Lund, MD",
                    "June 24, 2026",
                    " | 01:19:54",
                    "Updated: 24.06.2026, 09:00 Uhr",
                    "9:00 AM ET",
                    "Float pools, fixed",
                    "Webinar on June 30, 2026",
                    "\n",
                    "2026",
                    " · ");

    @RepeatedTest(20)
    void reading_a_page_of_random_parts_ends_with_an_answer(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (int i = 0; i < 100; i++) {
            String page = page(random);

            assertThatCode(() ->
                            assertThat(
                                            TestPage.READER.read(
                                                    page, "https://a.example.com/float-pools"))
                                    .isNotNull())
                    .as(page)
                    .doesNotThrowAnyException();
        }
    }

    private static String page(Random random) {
        StringBuilder page = new StringBuilder("<title>Float pools, fixed</title>");
        page.append("<h1>Float pools, fixed</h1>");
        parts(page, random, 5);
        return page.toString();
    }

    private static void parts(StringBuilder page, Random random, int depth) {
        for (int i = random.nextInt(5); i > 0; i--) {
            if (depth == 0 || random.nextInt(3) == 0) {
                page.append(WORDS.get(random.nextInt(WORDS.size())));
            } else {
                String opening = OPENING.get(random.nextInt(OPENING.size()));
                page.append(opening);
                parts(page, random, depth - 1);
                page.append("</")
                        .append(opening, 1, opening.indexOf(opening.contains(" ") ? " " : ">"));
                page.append('>');
            }
        }
    }
}
