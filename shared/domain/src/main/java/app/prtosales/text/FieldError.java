package app.prtosales.text;

/// What is wrong with one field of an input, in words that say what would be right.
///
/// @param field the field as its sender wrote it, such as `publishedAt` or `items[3].email`
/// @param message a sentence for the person who filled it in
public record FieldError(String field, String message) {}
