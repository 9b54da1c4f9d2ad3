package app.prtosales.text;

/// An error in one input field, with a message that says how to fix it.
///
/// @param field the field's name as the sender wrote it, such as `publishedAt` or `items[3].email`
/// @param message a sentence for the person who filled in the field
public record FieldError(String field, String message) {}
