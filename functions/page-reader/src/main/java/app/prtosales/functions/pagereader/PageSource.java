package app.prtosales.functions.pagereader;

import app.prtosales.lookup.PageRefusal;
import org.jspecify.annotations.Nullable;

/// Where pages come from.
public interface PageSource {

    /// Fetches a page; never takes longer than a few seconds.
    Answer get(PageUrl url);

    /// The outcome of fetching a page.
    sealed interface Answer {

        /// @param at the page's address after all redirects
        /// @param html the page, uncompressed, at most [PageReader#MAXIMUM_BYTES] of it
        /// @param charset from the response header; null if it names none
        @SuppressWarnings("ArrayRecordComponent") // read once, and never compared
        record Page(PageUrl at, byte[] html, @Nullable String charset) implements Answer {}

        /// @param status the HTTP status; 0 if there was no response
        record None(PageRefusal why, int status) implements Answer {

            static None because(PageRefusal why) {
                return new None(why, 0);
            }
        }
    }
}
