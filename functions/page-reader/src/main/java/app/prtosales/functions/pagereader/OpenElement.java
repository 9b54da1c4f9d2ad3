package app.prtosales.functions.pagereader;

import app.prtosales.functions.pagereader.AuthorMarks.Mark;
import app.prtosales.functions.pagereader.MarkedDates.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An element that is still open in the walk over a page.
///
/// @param start where its text begins
/// @param author what it says about the story's author
/// @param part where the nearest enclosing article or header begins; -1 for none
/// @param scope the nearest enclosing item (`itemscope`); null for none
/// @param marks its line in the marks of the texts inside; null if marks further out are about the
///   whole story
record OpenElement(
        int start,
        Set<Trait> traits,
        Mark author,
        int part,
        @Nullable Scope scope,
        @Nullable String marks) {

    /// What is true of an element and of all elements inside.
    enum Trait {
        /// It is in an article or in the page's main part.
        STORY,

        /// It is not the story but, for example, a caption or a comment.
        SIDE,

        /// Its tag name alone makes it a side part, whatever its classes.
        ALWAYS_SIDE,

        /// It contains other stories, comments or ads.
        OF_OTHERS,

        /// Readers do not see it.
        UNSEEN
    }

    static final OpenElement NOTHING = new OpenElement(0, Set.of(), Mark.NOTHING, -1, null, null);

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    /// The element, once it is known to contain the story.
    OpenElement ofStory() {
        Set<Trait> left = EnumSet.noneOf(Trait.class);
        left.addAll(traits);
        left.remove(Trait.SIDE);
        left.remove(Trait.OF_OTHERS);
        return new OpenElement(start, left, author, part, scope, marks);
    }
}
