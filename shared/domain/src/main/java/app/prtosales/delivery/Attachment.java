package app.prtosales.delivery;

/// A text file attached to an email.
///
/// @param name with its extension, such as `audit-2026-W48.csv`
/// @param mediaType such as `text/csv`
public record Attachment(String name, String mediaType, String content) {}
