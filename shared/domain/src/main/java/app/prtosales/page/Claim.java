package app.prtosales.page;

/// A date that a page states in a tag.
///
/// @param where in words that a person can look for, such as `article:published_time`
record Claim(Kind kind, String where, PageDate date) {

    /// What kind of source it comes from; two kinds are two witnesses.
    enum Kind {
        JSON_LD,
        META,
        MARKUP
    }
}
