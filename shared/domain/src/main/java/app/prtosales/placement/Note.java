package app.prtosales.placement;

import java.util.List;

/// The one line on which account segments the placement is most relevant for (R1.4), and those
/// segments. They choose nobody: every rep gets the ping (R1.5).
///
/// @param segments ids of the directory's segments, at least one
/// @param personas the readers it is for, such as `CFO`; may be empty
public record Note(String text, List<String> segments, List<String> personas) {

    /// R1.4.
    public static final int MAXIMUM_LENGTH = 160;

    public Note {
        segments = List.copyOf(segments);
        personas = List.copyOf(personas);
    }
}
