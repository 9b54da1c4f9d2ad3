package app.prtosales.functions.pagereader;

import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/// A heading's words as its readers understand them: without the buttons, badges and kickers that
/// templates put inside it. It looks at a limited number of nodes and characters, whatever a page
/// nests there.
final class HeadingText implements NodeFilter {

    private static final int MOST_NODES = 300;
    private static final int MOST_CHARACTERS = 10_000;
    private static final Set<String> BESIDE =
            Set.of("kicker", "eyebrow", "overline", "badge", "badges", "share", "sharing");

    private final StringBuilder words = new StringBuilder();
    private final boolean all;
    private int nodes;
    private int characters;

    private HeadingText(boolean all) {
        this.all = all;
    }

    static String of(Element heading) {
        String own = words(heading, false).replaceFirst("^[:|–—-]\\s+", "");
        return own.isEmpty() ? words(heading, true) : own;
    }

    private static String words(Element heading, boolean all) {
        HeadingText text = new HeadingText(all);
        heading.filter(text);
        return text.words.toString().strip();
    }

    @Override
    public FilterResult head(Node node, int depth) {
        nodes++;
        if (nodes > MOST_NODES || characters > MOST_CHARACTERS) {
            return FilterResult.STOP;
        }
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element) {
            if (depth > 0 && !isPart(element)) {
                space();
                return FilterResult.SKIP_ENTIRELY;
            }
            space(element);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            space(element);
        }
        return FilterResult.CONTINUE;
    }

    private boolean isPart(Element element) {
        if (PageWalk.isUnseen(element)) {
            return false;
        }
        return all
                || !element.attr("role").equalsIgnoreCase("button")
                        && !isBeside(SideParts.marks(element));
    }

    private static boolean isBeside(String marks) {
        if (marks.isEmpty()) {
            return false;
        }
        for (String word : marks.split("[\\s_-]+", -1)) {
            if (BESIDE.contains(word)) {
                return true;
            }
        }
        return marks.contains("sr-only")
                || marks.contains("screen-reader")
                || marks.contains("visually-hidden")
                || marks.contains("visuallyhidden");
    }

    private void append(String text) {
        int end = Math.min(text.length(), MOST_CHARACTERS - characters);
        characters += text.length();
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || c == '\u00a0') {
                space();
            } else if (c != '\u200b' && c != '\u00ad') {
                words.append(c);
            }
        }
    }

    private void space(Element element) {
        if (element.isBlock() || element.normalName().equals("br")) {
            space();
        }
    }

    private void space() {
        if (!words.isEmpty() && words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
    }
}
