package app.prtosales.page;

import app.prtosales.page.Headlines.Headline;
import app.prtosales.page.PageFacts.Node;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Recognizes pages that tell no story of their own.
enum NoStory {
    /// An error or a barrier, such as “Page not found” or “Sign in to continue”.
    MESSAGE,
    /// A page that lists stories: of an author, a section or a show.
    LIST;

    private static final Set<String> LISTS =
            Set.of("ProfilePage", "CollectionPage", "SearchResultsPage", "PodcastSeries");

    /// The whole message of a page without a story, without punctuation.
    private static final Pattern SAYING =
            Pattern.compile(
                    "(?:(?:oops|sorry|error|http|[45]\\d\\d) ?){0,3}(?:"
                            + "(?:(?:the |this |that )?(?:requested )?(?:page|article|story|content) )?(?:(?:is |was )?not found|(?:can ?not|can t|could not|couldn t) be found|(?:is )?(?:no longer |not |un)available)"
                            + "|access (?:is )?(?:denied|forbidden)|forbidden|just a moment|attention required(?: cloudflare)?|pardon our interruption|we value your privacy|are you (?:a )?(?:human|robot)|security check"
                            + "|(?:please )?(?:(?:sign|log) ?in|subscribe)(?: to (?:continue|read|view|access|your account)(?: \\S+){0,3})?"
                            + "|(?:die )?(?:angeforderte |gewünschte )?seite (?:wurde |konnte )?(?:leider )?nicht gefunden(?: werden)?|page (?:non trouvée|introuvable)|página no encontrada|página não encontrada|pagina non trovata"
                            + ")|error|(?:error )?[45]\\d\\d(?: error)?");

    private static final Pattern SEPARATOR = Pattern.compile("\\s[|–—•·-]\\s|\\s?\\|\\s?");

    /// @param headline what would be the page's headline if it told a story
    static Optional<NoStory> of(PageFacts page, Claims claims, Optional<Headline> headline) {
        if (claims.hasStory()) {
            return Optional.empty();
        }
        String title = Headlines.titleOf(page);
        boolean says =
                isMessage(title)
                        || headline.map(Headline::text).filter(NoStory::isMessage).isPresent()
                        || beginsWithMessage(title, headline);
        if (says) {
            return Optional.of(MESSAGE);
        }
        return isList(page, claims) ? Optional.of(LIST) : Optional.empty();
    }

    static boolean isMessage(String text) {
        return SAYING.matcher(Headlines.folded(text)).matches();
    }

    /// Whether a title has the name of the site after a message, as in “Page not found – Care
    /// News”, and not the rest of a headline.
    private static boolean beginsWithMessage(String title, Optional<Headline> headline) {
        String first = SEPARATOR.split(title, 2)[0];
        return isMessage(first)
                && headline.filter(each -> each.heading() != null)
                        .filter(each ->
                                Headlines.folded(each.text())
                                        .startsWith(Headlines.folded(first) + " "))
                        .isEmpty();
    }

    private static boolean isList(PageFacts page, Claims claims) {
        return page.tag("og:type").filter("profile"::equals).isPresent()
                || page.nodes().stream().anyMatch(node -> isOfList(node, claims));
    }

    private static boolean isOfList(Node node, Claims claims) {
        return node.path().isEmpty()
                && node.types().stream().anyMatch(LISTS::contains)
                && claims.isThisStory(node);
    }
}
