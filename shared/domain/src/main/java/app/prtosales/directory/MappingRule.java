package app.prtosales.directory;

import org.jspecify.annotations.Nullable;

/// Which placements belong into which sequence and stage (R2.1). What is null matches all.
public record MappingRule(
        String id,
        @Nullable String format,
        @Nullable String topic,
        @Nullable String segment,
        @Nullable String persona,
        String sequence,
        String stage) {}
