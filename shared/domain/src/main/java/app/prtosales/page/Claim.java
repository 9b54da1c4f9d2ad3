package app.prtosales.page;

/// A date that a page states in its tags, JSON-LD or markup.
///
/// @param where the place in words that a person can search for, such as `article:published_time`
record Claim(Kind kind, String where, PageDate date) {

    /// The kind of source of a claim; sources of different kinds count as independent.
    enum Kind {
        JSON_LD,
        META,
        MARKUP
    }
}
