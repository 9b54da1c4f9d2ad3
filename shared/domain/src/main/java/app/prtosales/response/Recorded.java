package app.prtosales.response;

import java.util.List;

/// What was recorded about one placement.
///
/// @param responses all but the acknowledgements, what was overtaken as well: a handful, however
///   large the team is
/// @param acknowledged how many reps said that they read it
public record Recorded(List<Response> responses, int acknowledged) {

    public static final Recorded NOTHING = new Recorded(List.of(), 0);

    public Recorded {
        responses = List.copyOf(responses);
    }
}
