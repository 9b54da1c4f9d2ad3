package app.prtosales.directory;

import org.jspecify.annotations.Nullable;

/// A row whose id is, or may be, somebody else’s.
///
/// @param id as it was sent
/// @param newId under which the row is stored if it is somebody else’s
/// @param before the name of the rep who has the id on the current list; null if nobody has it now
/// @param name the name in the row
/// @param asked true as long as nobody has said that it is somebody else’s; until then the row
///   keeps its id
public record OtherId(
        String id, String newId, @Nullable String before, String name, boolean asked) {}
