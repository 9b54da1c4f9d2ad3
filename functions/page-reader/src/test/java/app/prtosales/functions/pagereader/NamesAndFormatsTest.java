package app.prtosales.functions.pagereader;

import static app.prtosales.functions.pagereader.TestPage.meta;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which outlet, author, headline and format a page names, and which it only seems to name (R5.11).
class NamesAndFormatsTest {

    private static final String SITE = "https://news.example.com";
    private static final String HEADLINE = "<h1>Care coordination pays</h1>";

    private Map<String, @Nullable Object> at(
            String path, String language, String head, String body) {
        return TestPage.read(SITE + path, language, "Care coordination pays", head, body);
    }

    private Map<String, @Nullable Object> read(String head, String body) {
        return at("/health/care-coordination-pays", "en-US", head, body);
    }

    private static String data(String json) {
        return "<script type='application/ld+json'>%s</script>".formatted(json.replace('\'', '"'));
    }

    @Test
    void an_author_that_json_ld_calls_an_organization_is_not_taken_from_a_tag() {
        assertThat(
                        read(
                                meta("author", "Sample MedTech")
                                        + data(
                                                "{'@type':'NewsArticle','author':{'@type':'Organization','name':'Sample MedTech'}}"),
                                HEADLINE))
                .doesNotContainKey("author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Guest Author",
                "Sponsored Content",
                "Site Admin",
                "wpengine admin",
                "Super User",
                "Anonymous User",
                "Web Master",
                "Marketing Department",
                "Communications Office",
                "Business Wire",
                "CNN Wire",
                "Sample Magazine",
                "SAMPLE Media",
                "PR Newswire Association",
                "Sample University Hospital",
                "Klinikum Musterstadt",
                "Sample TV",
                "Digital Desk",
                "Partner Content",
                "Our Correspondent",
                "WordPress VIP",
                "ET HealthWorld"
            })
    void a_department_or_an_account_is_not_an_author(String name) {
        assertThat(read(meta("author", name), HEADLINE)).doesNotContainKey("author");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ann MacDonald",
                "Ann FitzGerald",
                "Jim VandeHei",
                "Jeff VanderMeer",
                "Omar AbdulRahman",
                "Ali AbdelKader",
                "ANN POE",
                "Ann Poe, Correspondent",
                "Jane Roe - Senior Correspondent",
                "Jane Roe – Senior Correspondent"
            })
    void a_name_with_capitals_or_a_job_is_an_author(String name) {
        assertThat(read(meta("author", name), HEADLINE)).containsEntry("author", name);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Written by Ann Poe, Ann Poe",
        "en, Posted by Ann Poe, Ann Poe",
        "en, Par Kumaraswami Rao, Par Kumaraswami Rao",
        "en, Von Miller, Von Miller",
        "de, Von Anke Weiß, Anke Weiß",
        "de, Von Trapp, Von Trapp",
        "de, von der Leyen, von der Leyen",
        "de, Von der Leyen, Von der Leyen",
        "fr-FR, Par Léo Caravagna, Léo Caravagna",
        "es, Por Ana Ruiz, Ana Ruiz",
        "en, Ann&nbsp;Poe, Ann Poe",
        "en, 'Ann Poe, Sample University Hospital', 'Ann Poe, Sample University Hospital'"
    })
    void the_words_before_a_name_are_not_part_of_it(String language, String written, String name) {
        assertThat(at("/health/story", language, meta("author", written), HEADLINE))
                .containsEntry("author", name);
    }

    @Test
    void the_outlet_after_a_name_is_not_part_of_it() {
        String site = meta("og:site_name", "Local Med");

        assertThat(read(site + meta("author", "Ann Poe | Local Med"), HEADLINE))
                .containsEntry("author", "Ann Poe");
        assertThat(read(site + meta("author", "Ann Poe, Local Med"), HEADLINE))
                .containsEntry("author", "Ann Poe");
        assertThat(read(site + meta("author", "Ann Poe | Beds"), HEADLINE))
                .doesNotContainKey("author");
    }

    @Test
    void an_author_of_another_page_of_the_site_is_not_this_pages() {
        String other =
                data(
                        "{'@type':'NewsArticle','url':'/health/other','headline':'Nurses vote','author':{'@type':'Person','name':'Wrong Person'}}");

        assertThat(read(other, HEADLINE)).doesNotContainKey("author");
        assertThat(read(other + meta("author", "Ann Poe"), HEADLINE))
                .containsEntry("author", "Ann Poe");
    }

    @Test
    void an_author_of_another_sites_story_is_not_this_pages() {
        String other =
                data(
                        "{'@type':'NewsArticle','url':'https://wire.example.org/nurses','headline':'Nurses vote','author':{'name':'Jane Roe'}}");

        assertThat(read(other, HEADLINE)).doesNotContainKey("author");
    }

    @Test
    void a_node_with_this_pages_headline_belongs_to_it_under_any_address() {
        assertThat(
                        read(
                                data(
                                        "{'@type':'NewsArticle','url':'/node/12','headline':'Care coordination pays','author':{'@type':'Person','name':'Ann Poe'}}"),
                                HEADLINE))
                .containsEntry("author", "Ann Poe");
    }

    @Test
    void a_promoted_episode_does_not_make_a_story_a_podcast() {
        String promoted =
                data(
                        "{'@type':'PodcastEpisode','name':'Another episode','url':'/podcast/9','partOfSeries':{'@type':'PodcastSeries','name':'Ward Show'}}");

        assertThat(read(meta("og:site_name", "Local Med") + promoted, HEADLINE))
                .containsEntry("outlet", "Local Med")
                .doesNotContainKey("format");
    }

    @ParameterizedTest
    @CsvSource({"Listen to our podcast, false", "Ep. 12: Care coordination pays, true"})
    void an_episode_without_a_url_beside_the_pages_own_article_needs_its_headline(
            String name, boolean own) {
        String nodes =
                data(
                        "[{'@type':'NewsArticle','url':'/health/care-coordination-pays'},{'@type':'PodcastEpisode','name':'%s'}]"
                                .formatted(name));

        assertThat(read(nodes, HEADLINE).containsKey("format")).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(strings = {"News", "The Blog", "Newsroom", "WordPress", "Home"})
    void a_templates_placeholder_for_a_sites_name_is_not_an_outlet(String name) {
        assertThat(read(meta("og:site_name", name), HEADLINE)).doesNotContainKey("outlet");
        assertThat(
                        read(
                                data(
                                        "{'@type':'NewsArticle','publisher':{'@type':'Organization','name':'%s'}}"
                                                .formatted(name)),
                                HEADLINE))
                .doesNotContainKey("outlet");
    }

    @Test
    void if_the_title_ends_with_the_whole_name_of_the_site_a_part_of_it_is_the_outlet() {
        Map<String, String> outlets =
                Map.of(
                        "Becker’s Hospital Review | Healthcare News", "Becker’s Hospital Review",
                        "News, Weather, Sports | Example 7", "Example 7",
                        "★★★ | Local Med | Care in town", "Local Med");
        outlets.forEach((site, outlet) ->
                assertThat(
                                TestPage.read(
                                        SITE + "/health/beds",
                                        "en",
                                        "Care coordination pays - " + site,
                                        meta("og:site_name", site),
                                        HEADLINE))
                        .containsEntry("outlet", outlet));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news/sponsored-research-grows-at-sample-university",
                "/news/2026/partner-content-marketing-firm-buys-rival",
                "/news/advertorial-rules-tightened",
                "/news/podcasts-help-nurses-learn",
                "/2026/11/podcast-listening-doubles-among-nurses/",
                "/podcast-industry/2026/hospitals-start-shows",
                "/category/podcast-news/new-shows"
            })
    void a_word_that_begins_a_headline_in_the_address_is_not_a_format(String path) {
        assertThat(at(path, "en", "", HEADLINE)).doesNotContainKey("format");
    }

    @ParameterizedTest
    @CsvSource({
        "/podcasts/ward-show/beds, podcast",
        "/podcast-episodes/beds, podcast",
        "/sponsored-content/beds, sponsored",
        "/sponsored-posts/beds, sponsored",
        "/brandvoice/samplemedtech/beds, sponsored",
        "/spons/why-bed-boards-matter/12345/, sponsored"
    })
    void a_section_of_the_address_names_the_format(String path, String format) {
        assertThat(at(path, "en", "", HEADLINE)).containsEntry("format", format);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/health/beds",
                "https://127.0.0.1/health/beds",
                "https://10.0.0.5:8443/health/beds",
                "https://intranet/health/beds",
                "https://cms.local/health/beds"
            })
    void an_address_outside_the_public_internet_is_not_an_original(String canonical) {
        assertThat(read("<link rel=canonical href='%s'>".formatted(canonical), HEADLINE))
                .doesNotContainKeys("copyOf", "canonicalUrl");
    }

    @Test
    void a_canonical_address_without_the_parameter_that_names_the_story_is_not_trusted() {
        String without = "<link rel=canonical href='/article'>";
        String with = "<link rel=canonical href='/article?id=77'>";

        assertThat(at("/article?id=77", "en", without, HEADLINE)).doesNotContainKey("canonicalUrl");
        assertThat(at("/article?id=77", "en", without + meta("og:url", "/article"), HEADLINE))
                .doesNotContainKey("canonicalUrl");
        assertThat(at("/article?id=77&from=mail", "en", with, HEADLINE))
                .containsEntry("canonicalUrl", SITE + "/article?id=77");
        assertThat(at("/article?id=78", "en", with, HEADLINE)).doesNotContainKey("canonicalUrl");
        assertThat(
                        at(
                                "/care-coordination-pays?from=mail",
                                "en",
                                "<link rel=canonical href='/care-coordination-pays'>",
                                HEADLINE))
                .containsEntry("canonicalUrl", SITE + "/care-coordination-pays");
    }

    @Test
    void an_article_with_another_parameter_is_another_story() {
        String other =
                data(
                        "[{'@type':'NewsArticle','url':'/article?id=78','headline':'Nurses vote','datePublished':'2026-11-20'},{'@type':'NewsArticle','url':'/article?id=77','datePublished':'2026-11-10'}]");

        assertThat(at("/article?id=77", "en", other, HEADLINE))
                .containsEntry("publishedAt", "2026-11-10");
    }

    @ParameterizedTest
    @CsvSource({
        "https://staging.news.example.com, false",
        "https://dev-www.news.example.com, false",
        "https://health.news.example.com, true"
    })
    void a_canonical_address_on_a_test_site_is_not_trusted(String site, boolean trusted) {
        String canonical =
                "<link rel=canonical href='%s/health/care-coordination-pays'>".formatted(site);

        assertThat(read(canonical, HEADLINE).containsKey("canonicalUrl")).isEqualTo(trusted);
    }

    @Test
    void a_canonical_address_without_the_hash_that_names_the_story_is_not_trusted() {
        String head = "<link rel=canonical href='https://news.example.com/'>";

        assertThat(at("/#/clip/2", "en", head, HEADLINE)).doesNotContainKey("canonicalUrl");
        assertThat(at("/#top", "en", head, HEADLINE)).containsKey("canonicalUrl");
    }

    @Test
    void the_authors_of_a_journal_article_are_written_first_name_first() {
        assertThat(
                        read(
                                meta("citation_author", "Roe, Jane A.")
                                        + meta("citation_author", "Bo Lund"),
                                HEADLINE))
                .containsEntry("author", "Jane A. Roe, Bo Lund");
    }

    @Test
    void more_authors_than_a_byline_holds_are_left_out() {
        String authors =
                IntStream.rangeClosed(1, 5)
                        .mapToObj(i -> meta("citation_author", "Roe, Jane " + (char) ('A' + i)))
                        .collect(Collectors.joining());

        assertThat(read(authors, HEADLINE)).doesNotContainKey("author");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Roe, Jane, MBBS|Roe, Jane, MBBS",
                "Jane Roe, FNP-BC|Jane Roe, FNP-BC",
                "John Roe, III|John Roe, III"
            })
    void credentials_and_numerals_after_a_name_are_not_a_first_name(String cited, String author) {
        assertThat(read(meta("citation_author", cited), HEADLINE)).containsEntry("author", author);
    }

    @Test
    void a_company_is_not_the_author_of_a_journal_article() {
        assertThat(read(meta("citation_author", "Sample MedTech, Inc."), HEADLINE))
                .doesNotContainKey("author");
    }

    @Test
    void a_publisher_tag_without_a_catalogs_tags_does_not_name_the_outlet() {
        assertThat(read(meta("publisher", "Journal of Nursing Care"), HEADLINE))
                .doesNotContainKey("outlet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"citation_journal_title", "publisher", "dc.publisher"})
    void the_outlet_is_the_publisher_that_a_tag_names_if_nothing_else_does(String tag) {
        String title = meta("citation_title", "Care coordination pays");
        assertThat(read(title + meta(tag, "Journal of Nursing Care"), HEADLINE))
                .containsEntry("outlet", "Journal of Nursing Care");
        assertThat(
                        read(
                                meta(tag, "Acme Media Inc.") + meta("og:site_name", "Nurse Leader"),
                                HEADLINE))
                .containsEntry("outlet", "Nurse Leader");
        assertThat(read(title + meta(tag, "https://www.facebook.com/nurses"), HEADLINE))
                .doesNotContainKey("outlet");
    }
}
