package app.prtosales.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An answer with what it rests on.
///
/// @param evidence a sentence that says why
/// @param at the time of the evidence; null where it rests on nothing having happened
public record Finding(Answer answer, String evidence, @Nullable Instant at) {}
