package app.prtosales.placement;

import java.util.regex.Pattern;

/// Identifies a placement in links, keys and message tags: short, and safe in all of them.
public record PlacementId(String value) {

    private static final Pattern SAFE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    public PlacementId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a placement's id");
        }
    }

    public static boolean isValid(String value) {
        return SAFE.matcher(value).matches();
    }

    /// The id for the placement that tells this story: the same story always gets the same id.
    public static PlacementId of(StoryKey key) {
        return new PlacementId(key.digest().substring(0, 20));
    }

    /// The id to use when the story is submitted again after this placement was withdrawn.
    public PlacementId next() {
        return of(new StoryKey("after " + value));
    }

    @Override
    public String toString() {
        return value;
    }
}
