package app.prtosales.page;

/// Where something was found on a page.
///
/// @param field the field of a placement that it is for
/// @param where such as `article:published_time`
/// @param value as the page writes it
public record Evidence(String field, String where, String value) {}
