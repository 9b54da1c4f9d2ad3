package app.prtosales.directory;

/// A kind of account, such as health systems.
public record Segment(String id, String name) {}
