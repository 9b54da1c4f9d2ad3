package app.prtosales.placement;

import java.util.List;

/// One line that says which account segments the placement matters most to (R1.4), with those
/// segments. They do not select recipients: every rep gets the ping (R1.5).
///
/// @param segments ids of the directory's segments, at least one
/// @param personas the readers it is meant for, such as `CFO`; may be empty
public record Note(String text, List<String> segments, List<String> personas) {

    /// The limit of R1.4.
    public static final int MAXIMUM_LENGTH = 160;

    public Note {
        segments = List.copyOf(segments);
        personas = List.copyOf(personas);
    }
}
