package app.prtosales.page;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A date that readers see in a page's text.
///
/// @param words the date as the page writes it
/// @param distance characters from the headline, negative if before it; null without a headline
record VisibleDate(PageDate date, String words, @Nullable Integer distance, Set<Trait> traits) {

    VisibleDate {
        traits = Set.copyOf(traits);
    }

    /// What the place, the marks and the words around a date say about it.
    enum Trait {

        /// A word or a mark beside it says "published".
        PUBLISHED,

        /// A word or a mark beside it says "updated".
        CHANGED,

        /// Its element is marked as a date.
        MARKED,

        IN_SIDE_PART,
        IN_TIME_ELEMENT,

        /// The words before it say that the story first appeared then.
        ORIGINAL,

        /// It is inside a sentence, where dates belong to the story being told.
        IN_PROSE,

        /// A sentence says that something was published then.
        TOLD,

        /// Its marks say that it belongs to a comment or another story.
        OF_OTHERS,

        /// Its marks say that it belongs to a sidebar or the like.
        OF_LAYOUT,

        /// It can be the date of an event, which is never the publication's.
        POSSIBLE_EVENT,

        /// Nobody knows what the words before it say.
        DOUBTFUL
    }

    /// Collects the traits that a date has.
    static final class Traits {

        private final Set<Trait> all = EnumSet.noneOf(Trait.class);

        Traits with(Trait trait, boolean isSo) {
            if (isSo) {
                all.add(trait);
            }
            return this;
        }

        Set<Trait> all() {
            return all;
        }
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    /// @param distance characters from the headline; null without a headline
    static boolean isBesideHeadline(@Nullable Integer distance) {
        return distance != null && distance >= -80 && distance <= 400;
    }

    boolean isBesideHeadline() {
        return isBesideHeadline(distance);
    }

    boolean isAboveHeadline() {
        return distance != null && distance < 0;
    }

    boolean isRightAboveHeadline() {
        return !is(Trait.OF_OTHERS)
                && !is(Trait.OF_LAYOUT)
                && isAboveHeadline()
                && isBesideHeadline();
    }

    boolean isRightBelowHeadline() {
        return distance != null && distance >= 0 && distance <= 80;
    }

    /// Many sites show today's date above the headline, so a date there counts only if labeled as
    /// published.
    boolean isNextToHeadline() {
        return !is(Trait.OF_OTHERS)
                && distance != null
                && distance <= 150
                && (distance >= 0
                        || distance >= -80 && (is(Trait.PUBLISHED) || is(Trait.IN_TIME_ELEMENT)));
    }
}
