package app.prtosales.functions.pagereader;

import app.prtosales.page.PageFacts;
import app.prtosales.page.PageFacts.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Collects the dates that a page marks with microdata or RDFa, and what each belongs to.
final class MarkedDates {

    private static final int MAXIMUM = 500;

    /// Properties whose value has a URL and name of its own, even without `itemscope`.
    private static final Set<String> OF_OTHERS = Set.of("author", "publisher", "breadcrumb");

    private final List<Dated> dates = new ArrayList<>();

    /// An item (`itemscope`). Its properties may follow its date.
    static final class Scope {

        private final String type;
        private final @Nullable Scope whole;
        private String url = "";
        private String headline = "";
        private String name = "";

        /// @param whole for a part whose properties are not the item's: the item that it is a part
        ///   of; null for an item
        private Scope(String type, @Nullable Scope whole) {
            this.type = type;
            this.whole = whole;
        }

        private Scope silent() {
            return whole == null ? new Scope(type, this) : this;
        }

        private void learn(Element element, String property) {
            if (whole != null) {
                return;
            }
            if (url.isEmpty() && (property.equals("url") || property.equals("mainEntityOfPage"))) {
                url = SideParts.shortened(address(element));
            } else if (headline.isEmpty() && property.equals("headline")) {
                headline = ShortText.valueOf(element);
            } else if (name.isEmpty() && property.equals("name")) {
                name = ShortText.valueOf(element);
            }
        }

        private static String address(Element element) {
            for (String attribute : List.of("href", "content", "itemid")) {
                if (!element.attr(attribute).isBlank()) {
                    return element.attr(attribute);
                }
            }
            return "";
        }

        private PageFacts.Scope facts() {
            return whole != null
                    ? whole.facts()
                    : new PageFacts.Scope(type, url, headline.isEmpty() ? name : headline);
        }
    }

    private record Dated(
            String property, String value, @Nullable Scope scope, boolean inSidePart) {}

    /// The item that an element's content belongs to.
    ///
    /// @param around the item that the element is in; null for none
    static @Nullable Scope scope(Element element, @Nullable Scope around) {
        String property = element.attr("itemprop");
        if (around != null && !property.isEmpty()) {
            around.learn(element, property);
        }
        if (element.hasAttr("itemscope")) {
            return new Scope(SideParts.shortened(element.attr("itemtype")), null);
        }
        return around != null && OF_OTHERS.contains(property) ? around.silent() : around;
    }

    /// @param scope the item that the element is in; null for none
    void add(Element element, @Nullable Scope scope, boolean inSidePart) {
        String property = element.attr("itemprop");
        if (property.isBlank()) {
            property = element.attr("property");
        }
        if (property.isBlank() && element.hasAttr("pubdate")) {
            property = "datePublished";
        }
        boolean isDate =
                property.contains("date")
                        || property.contains("Date")
                        || property.contains("created");
        boolean isTag = element.normalName().equals("meta") && scope == null;
        if (isDate && !isTag && dates.size() < MAXIMUM) {
            dates.add(new Dated(property, ShortText.valueOf(element), scope, inSidePart));
        }
    }

    List<Item> all() {
        return dates.stream()
                .map(each ->
                        new Item(
                                each.property(),
                                each.value(),
                                each.scope() == null ? PageFacts.Scope.NONE : each.scope().facts(),
                                each.inSidePart()))
                .toList();
    }
}
