package app.prtosales.page;

/// Where a proposed value was found on a page.
///
/// @param field the placement's field that the value is for
/// @param where the place on the page, such as `article:published_time`
/// @param value the value as written on the page
public record Evidence(String field, String where, String value) {}
