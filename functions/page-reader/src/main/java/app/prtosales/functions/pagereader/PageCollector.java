package app.prtosales.functions.pagereader;

import app.prtosales.page.PageFacts;
import app.prtosales.page.PageFacts.Item;
import app.prtosales.page.PageFacts.Tag;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Collects the facts of a page from its HTML.
public final class PageCollector {

    private static final int MOST_TAGS = 500;

    private PageCollector() {}

    /// Reads bytes; the character set is the one of the mark, of the header, of the page, or UTF-8.
    ///
    /// @param charset of the response's header; null where it names none
    public static PageFacts collect(byte[] html, @Nullable String charset, String address) {
        try {
            return collect(Jsoup.parse(new ByteArrayInputStream(html), charset, address), address);
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }

    public static PageFacts collect(String html, String address) {
        return collect(Jsoup.parse(html, address), address);
    }

    private static PageFacts collect(Document page, String address) {
        LinkedData data = LinkedData.of(page);
        VisibleText text = VisibleText.of(page);
        return new PageFacts(
                address,
                language(page),
                canonical(page),
                page.title(),
                tags(page),
                data.nodes(),
                data.broken(),
                items(page),
                text.times(),
                text.headings(),
                text.text());
    }

    private static String language(Document page) {
        Element root = page.selectFirst("html");
        if (root == null) {
            return "";
        }
        String language = root.attr("lang");
        return language.isBlank() ? root.attr("xml:lang") : language;
    }

    private static @Nullable String canonical(Document page) {
        Element link = page.selectFirst("link[rel~=(?i)^canonical$][href]");
        return link == null || link.attr("href").isBlank() ? null : link.attr("href").strip();
    }

    private static List<Tag> tags(Document page) {
        List<Tag> tags = new ArrayList<>();
        for (Element meta : page.getElementsByTag("meta")) {
            for (String key : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = meta.attr(key).strip();
                // What is said inside a marked thing is that thing's, and is read as an item.
                boolean ofThing = key.equals("itemprop") && meta.closest("[itemscope]") != null;
                if (!name.isEmpty()
                        && !ofThing
                        && meta.hasAttr("content")
                        && tags.size() < MOST_TAGS) {
                    tags.add(new Tag(name.toLowerCase(Locale.ROOT), meta.attr("content")));
                    break;
                }
            }
        }
        return tags;
    }

    private static List<Item> items(Document page) {
        List<Item> items = new ArrayList<>();
        for (Element element :
                page.select(
                        "[itemprop*=date],[itemprop*=Date],[property*=date],[property*=created],[pubdate]")) {
            String property = element.attr("itemprop");
            if (property.isBlank()) {
                property = element.attr("property");
            }
            if (property.isBlank()) {
                property = "datePublished";
            }
            boolean meta = element.normalName().equals("meta");
            if (meta && element.closest("[itemscope]") == null) {
                continue;
            }
            items.add(
                    new Item(
                            property,
                            value(element),
                            scope(element),
                            VisibleText.isInSidePart(element)));
        }
        return items;
    }

    private static String value(Element element) {
        for (String attribute : List.of("content", "datetime", "title")) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return element.text();
    }

    private static String scope(Element element) {
        Element scope = element.closest("[itemscope]");
        return scope == null ? "" : scope.attr("itemtype");
    }
}
