package app.prtosales.bench;

/// A page like those of a news site's publishing system: half of it is scripts and styles, followed
/// by navigation, the story, teasers of other stories with dates of their own, and comments.
final class SamplePage {

    private static final String HEAD =
            """
            <!doctype html><html lang="en-US"><head><meta charset="utf-8"><title>Four hospitals cut discharge delays | Bench Journal</title>
            <link rel="canonical" href="https://news.example.com/story"><meta property="og:site_name" content="Bench Journal">
            <meta property="og:title" content="Four hospitals cut discharge delays"><meta property="article:published_time" content="2026-06-24T09:00:00-04:00">
            <meta property="article:modified_time" content="2026-06-25T10:12:00-04:00"><meta name="author" content="Ada Example">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Four hospitals cut discharge delays",
            "datePublished":"2026-06-24T09:00:00-04:00","dateModified":"2026-06-25T10:12:00-04:00","author":{"@type":"Person","name":"Ada Example"},
            "publisher":{"@type":"Organization","name":"Bench Journal"}},{"@type":"WebPage","datePublished":"2026-06-24T09:00:00-04:00"}]}</script>
            """;

    private SamplePage() {}

    /// @param times the number of units, each about 30 KB
    static String of(int times) {
        StringBuilder page = new StringBuilder(HEAD);
        String program = "var x=1;function y(z){return z+x}".repeat(260);
        for (int i = 0; i < times; i++) {
            page.append(program(program, ".b{margin:0 auto;padding:1rem}".repeat(200)));
        }
        page.append("</head><body><header><nav><ul>");
        for (int i = 0; i < 40 * times; i++) {
            page.append(link(i));
        }
        page.append(
                        "</ul></nav></header><main><article><h1>Four hospitals cut discharge delays</h1>")
                .append(
                        "<p class=\"byline\">By Ada Example</p><time datetime=\"2026-06-24T09:00:00-04:00\">June 24, 2026</time>");
        for (int i = 0; i < 20 * times; i++) {
            page.append(paragraph(i));
        }
        page.append("</article></main><aside class=\"related\">");
        for (int i = 0; i < 3 * times; i++) {
            page.append(teaser(i));
        }
        page.append("</aside><ol class=\"commentlist\">");
        for (int i = 0; i < 3 * times; i++) {
            page.append(comment(i));
        }
        return page.append("</ol></body></html>").toString();
    }

    private static String program(String program, String style) {
        return "<script>window.settings=window.settings||{};(function(a,b){if(a<b&&b>1){a[b]=\"<div>\";}})(window,2);%s</script><style>.a{color:#123}%s</style>"
                .formatted(program, style);
    }

    private static String link(int i) {
        return "<li class=\"menu-item menu-item-type-taxonomy\"><a class=\"nav-link\" href=\"https://news.example.com/section/%d?utm_source=menu&amp;utm_medium=web\" data-track=\"nav|%d\">Section %d</a></li>\n"
                .formatted(i, i, i);
    }

    private static String paragraph(int i) {
        return "<p class=\"article__text\">Hospital %d calls families on the first day of a stay, and <a href=\"https://news.example.com/%d\">found</a> in %d that discharge came a day earlier for <em>most</em> patients, its nurse leaders say.</p>\n"
                .formatted(i, i, 2_000 + i % 26);
    }

    private static String teaser(int i) {
        return """
        <article class="card card--teaser"><a href="/story-%d"><picture><source srcset="https://img.example.com/%d-400.webp 400w, https://img.example.com/%d-800.webp 800w" type="image/webp"><img loading="lazy" alt="A ward at night" src="https://img.example.com/%d.jpg"></picture></a>
        <h3 class="card__title">Another story about wards</h3><time class="card__date" datetime="2026-06-2%dT08:00:00-04:00">June 2%d, 2026</time></article>
        """
                .formatted(i, i, i, i, i % 5, i % 5);
    }

    private static String comment(int i) {
        return "<li class=\"comment even depth-1\"><div class=\"comment-meta\"><a href=\"#c%d\">June 24, 2026 at %d:15 pm</a></div><p>We do this in our hospital too, and it helps.</p></li>\n"
                .formatted(i, i % 11 + 1);
    }
}
