package app.prtosales.placement;

import app.prtosales.text.Words;

/// What kind of coverage it is (contract, `format`).
public enum Format {
    BYLINE,
    PODCAST,
    INTERVIEW,
    FEATURE,
    NEWS_MENTION,
    AWARD,
    TV_RADIO,
    ANALYST_REPORT,
    WEBINAR,
    SPONSORED;

    /// As it stands in JSON and CSV: `news-mention`.
    public String word() {
        return Words.of(this);
    }
}
