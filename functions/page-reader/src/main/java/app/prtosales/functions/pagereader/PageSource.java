package app.prtosales.functions.pagereader;

import app.prtosales.lookup.PageRefusal;
import org.jspecify.annotations.Nullable;

/// Where pages come from.
public interface PageSource {

    /// Never takes longer than a few seconds.
    Answer get(PageUrl url);

    /// What came of asking for a page.
    sealed interface Answer {

        /// @param at where it was read, after all redirects
        /// @param html at most [PageReader#MAXIMUM_BYTES] of it, unpacked
        /// @param charset as the response's header says it; null where it says none
        @SuppressWarnings("ArrayRecordComponent") // read once, and never compared
        record Page(PageUrl at, byte[] html, @Nullable String charset) implements Answer {}

        /// @param status of HTTP; 0 where there was no answer
        record None(PageRefusal why, int status) implements Answer {

            static None because(PageRefusal why) {
                return new None(why, 0);
            }
        }
    }
}
