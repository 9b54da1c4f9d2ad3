package app.prtosales.directory;

import app.prtosales.id.SequenceId;
import org.jspecify.annotations.Nullable;

/// Which placements belong into which sequence and stage (R2.1). What is null matches all.
///
/// @param segment a segment's id, and `segmentName` its name; the id again where it has none
public record MappingRule(
        String id,
        @Nullable String format,
        @Nullable String topic,
        @Nullable String segment,
        @Nullable String segmentName,
        @Nullable String persona,
        SequenceId sequence,
        String stage) {}
