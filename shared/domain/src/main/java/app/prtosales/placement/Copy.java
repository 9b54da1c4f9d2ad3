package app.prtosales.placement;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The same story published elsewhere. It belongs to the placement, whose clock keeps running from
/// the first publication (R5.4).
///
/// @param placement the placement that this copy was submitted as before someone noticed that it is
///   a copy; null if it never was
/// @param by a person's id
public record Copy(
        WebAddress url,
        String outlet,
        @Nullable PlacementId placement,
        Instant attachedAt,
        String by,
        String reason) {

    StoryKey key() {
        return new StoryKey(url.canonical().value());
    }
}
