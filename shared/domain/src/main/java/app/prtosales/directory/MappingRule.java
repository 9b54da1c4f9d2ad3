package app.prtosales.directory;

import app.prtosales.id.SequenceId;
import org.jspecify.annotations.Nullable;

/// Maps placements to a sequence and a stage (R2.1). A condition that is null matches everything.
///
/// @param segment a segment's id, with its name in `segmentName`, or the id again if it has no name
public record MappingRule(
        String id,
        @Nullable String format,
        @Nullable String topic,
        @Nullable String segment,
        @Nullable String segmentName,
        @Nullable String persona,
        SequenceId sequence,
        String stage) {}
