package app.prtosales.functions.pagereader;

import app.prtosales.page.PageFacts;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// Collects the facts of a page from its HTML.
public final class PageCollector {

    /// Real pages are not nested deeper; anything below is flattened.
    private static final int DEEPEST = 256;

    private PageCollector() {}

    /// Reads a page's bytes. The character set comes from the byte order mark, else from the
    /// response header, else from the page; otherwise it is UTF-8.
    ///
    /// @param charset from the response header; null if it names none
    public static PageFacts collect(byte[] html, @Nullable String charset, String address) {
        return collect(LeanHtml.decode(html, charset), address);
    }

    public static PageFacts collect(String html, String address) {
        Document page =
                Parser.htmlParser().setMaxDepth(DEEPEST).parseInput(LeanHtml.lean(html), address);
        PageWalk walk = new PageWalk();
        page.traverse(walk);
        LinkedData data = LinkedData.of(walk.scripts());
        return new PageFacts(
                address,
                walk.language(),
                walk.canonical(),
                page.title(),
                walk.tags(),
                data.nodes(),
                data.broken(),
                walk.items(),
                walk.times(),
                walk.bylines(),
                walk.headings(),
                walk.text());
    }
}
