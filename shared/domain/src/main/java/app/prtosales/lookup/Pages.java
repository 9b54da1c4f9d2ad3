package app.prtosales.lookup;

import org.jspecify.annotations.Nullable;

/// Reads pages.
public interface Pages {

    /// @param html the page's content, if the caller sent it; null to have it fetched
    Answer read(String url, @Nullable String html);

    /// The result of reading a page.
    sealed interface Answer {

        record Read(PageMetadata metadata) implements Answer {}

        /// @param status the HTTP status; 0 if there was no response
        record NotRead(PageRefusal why, int status) implements Answer {}
    }
}
