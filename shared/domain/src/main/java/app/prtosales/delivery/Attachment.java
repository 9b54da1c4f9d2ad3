package app.prtosales.delivery;

/// A text file that goes with a mail.
///
/// @param name with its ending, such as `audit-2026-W48.csv`
/// @param mediaType such as `text/csv`
public record Attachment(String name, String mediaType, String content) {}
