package app.prtosales.lookup;

import org.jspecify.annotations.Nullable;

/// Reads pages.
public interface Pages {

    /// @param html the page, where somebody sent it along; null to have it fetched
    Answer read(String url, @Nullable String html);

    /// What came of it.
    sealed interface Answer {

        record Read(PageSays says) implements Answer {}

        /// @param status of HTTP; 0 where there was none
        record NotRead(PageRefusal why, int status) implements Answer {}
    }
}
