package app.prtosales.directory;

import org.jspecify.annotations.Nullable;

/// A row whose id is somebody else’s: it is stored under another one.
///
/// @param id as it was sent
/// @param newId under which the row is stored
/// @param before the name of the rep who has the id on the current list; null if nobody has it now
/// @param name the name in the row
public record OtherId(String id, String newId, @Nullable String before, String name) {}
