package app.prtosales.functions.pagereader;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// The beginning of an element's text, long enough for a date. It looks at a limited number of
/// nodes, since a hostile page can nest marked dates around all of its text.
final class ShortText implements NodeFilter {

    private static final int MAXIMUM_NODES = 100;
    private static final int LONGEST = 500;

    private static final List<String> ATTRIBUTES = List.of("content", "datetime", "title");

    private final StringBuilder words = new StringBuilder();
    private int nodes;

    private ShortText() {}

    /// The value of a marked element: what its attributes say, else its text.
    static String valueOf(Element element) {
        for (String attribute : ATTRIBUTES) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return of(element);
    }

    private static String of(Element element) {
        ShortText text = new ShortText();
        element.filter(text);
        return text.words.toString().replaceAll("\\s+", " ").strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        nodes++;
        if (nodes > MAXIMUM_NODES || words.length() > LONGEST) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            String own = text.getWholeText();
            words.append(own, 0, Math.min(own.length(), LONGEST));
        } else if (node instanceof Element element
                && (element.isBlock() || element.normalName().equals("br"))) {
            words.append(' ');
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        return FilterResult.CONTINUE;
    }
}
