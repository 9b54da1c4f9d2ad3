package app.prtosales.placement;

import app.prtosales.text.Words;
import java.time.Duration;

/// The kind of coverage (`format` in `docs/openapi.yaml`).
public enum Format {
    BYLINE(365),
    PODCAST(365),
    INTERVIEW(270),
    FEATURE(365),
    NEWS_MENTION(120),
    AWARD(365),
    TV_RADIO(120),
    ANALYST_REPORT(540),
    WEBINAR(270),
    SPONSORED(180);

    private final Duration shelfLife;

    Format(int days) {
        this.shelfLife = Duration.ofDays(days);
    }

    /// How long after publication sellers can use it, unless someone decides otherwise (R5.3).
    public Duration shelfLife() {
        return shelfLife;
    }

    /// The word used in JSON and CSV: `news-mention`.
    public String word() {
        return Words.of(this);
    }
}
