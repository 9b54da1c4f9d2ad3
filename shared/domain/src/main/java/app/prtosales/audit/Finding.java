package app.prtosales.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An answer and its evidence.
///
/// @param evidence a sentence that gives the reason
/// @param at the time of the evidence; null if the reason is that something has not happened
public record Finding(Answer answer, String evidence, @Nullable Instant at) {}
