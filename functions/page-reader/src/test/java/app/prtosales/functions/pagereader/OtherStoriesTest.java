package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Dates in a page's data that belong to another story or to a comment (R5.11).
class OtherStoriesTest {

    private static final String ADDRESS = "https://news.example.com/health/ward-opens";
    private static final String TAG = "2026-11-10T09:00:00-05:00";

    private static Map<String, @Nullable Object> read(String head, String body) {
        return TestPage.read(
                ADDRESS,
                "en-US",
                "Ward opens after delay",
                head,
                "<h1>Ward opens after delay</h1><p>The ward has twelve beds.</p>" + body);
    }

    private static String data(String json) {
        return "<script type='application/ld+json'>%s</script>".formatted(json.replace('\'', '"'));
    }

    private static String item(String type, String inside) {
        return "<div itemscope itemtype='https://schema.org/%s'>%s<meta itemprop=datePublished content=2026-11-20></div>"
                .formatted(type, inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a itemprop=url href='/nurses-vote'><b itemprop=headline>Nurses vote</b></a>",
                "<link itemprop=mainEntityOfPage href='https://wire.example.org/nurses'><b itemprop=name>Nurses vote</b>",
                "<meta itemprop=mainEntityOfPage itemscope itemid='/nurses-vote'><b itemprop=headline>Nurses vote</b>"
            })
    void a_marked_date_with_another_storys_url_and_headline_is_that_storys(String other) {
        String card = item("NewsArticle", other);

        assertThat(read("", card)).doesNotContainKey("publishedAt");
        assertThat(read(meta("article:published_time", TAG), card))
                .containsEntry("publishedAt", TAG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<b itemprop=headline>Nurses vote</b>",
                "<link itemprop=url href='/health/ward-opens?ref=home'><b itemprop=headline>A ward opens after a delay</b>",
                "<link itemprop=url href='/node/7'><b itemprop=headline>Ward opens after delay</b>",
                "<link itemprop=url href='/'><b itemprop=headline>Nurses vote</b>"
            })
    void a_marked_date_is_the_pages_if_url_or_headline_can_be(String own) {
        assertThat(read("", item("NewsArticle", own))).containsEntry("publishedAt", "2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "publisher", "breadcrumb"})
    void a_mark_inside_another_property_does_not_name_the_article(String property) {
        String person =
                "<span itemprop='%s'><a itemprop=url href=/author/jane><b itemprop=name>Jane Roe</b></a></span>"
                        .formatted(property);

        assertThat(read("", item("NewsArticle", person)))
                .containsEntry("publishedAt", "2026-11-20");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UserComments", "Comment", "Answer", "AudioObject"})
    void a_marked_date_of_a_comment_an_answer_or_a_file_is_not_the_storys_date(String type) {
        assertThat(read("", item(type, ""))).doesNotContainKey("publishedAt");
        assertThat(read(meta("article:published_time", TAG), item(type, "")))
                .containsEntry("publishedAt", TAG);
    }

    @Test
    void an_article_in_json_ld_with_another_storys_url_and_headline_is_that_storys() {
        for (String url :
                new String[] {
                    "https://wire.example.org/nurses", "/nurses-vote", "#a', 'url': '/x"
                }) {
            String other =
                    "{'@type':'NewsArticle','@id':'%s','headline':'Nurses vote','datePublished':'2026-11-20'}"
                            .formatted(url);

            assertThat(read(data(other), "")).as(url).doesNotContainKey("publishedAt");
        }
    }

    @Test
    void an_article_in_json_ld_is_the_pages_if_url_or_headline_can_be() {
        for (String own :
                new String[] {
                    "'headline':'Nurses vote'",
                    "'url':'https://wire.example.org/ward'",
                    "'url':'https://wire.example.org/ward','headline':'Ward opens, after delay'",
                    "'url':'/health/ward-opens','headline':'Nurses vote'"
                }) {
            assertThat(
                            read(
                                    data(
                                            "{'@type':'NewsArticle',%s,'datePublished':'2026-11-20'}"
                                                    .formatted(own)),
                                    ""))
                    .as(own)
                    .containsEntry("publishedAt", "2026-11-20");
        }
    }

    @Test
    void a_comments_date_in_broken_json_is_not_the_storys_date() {
        String comment =
                "'comment':[{'@type':'Comment','author':{'name':'Bo'},'datePublished':'2026-11-20'}]";
        String story = "{'@type':'NewsArticle','headline':'A 'quoted' word',";

        assertThat(read(data(story + comment), "")).doesNotContainKey("publishedAt");
        assertThat(read(data(story + comment + ",'datePublished':'2026-11-10'"), ""))
                .containsEntry("publishedAt", "2026-11-10");
    }
}
