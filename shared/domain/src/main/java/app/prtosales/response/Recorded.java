package app.prtosales.response;

import java.util.List;

/// The responses recorded about one placement.
///
/// @param responses all responses except acknowledgements, including superseded ones: a handful,
///   however large the team is
/// @param acknowledged how many reps confirmed having read it
public record Recorded(List<Response> responses, int acknowledged) {

    public static final Recorded NOTHING = new Recorded(List.of(), 0);

    public Recorded {
        responses = List.copyOf(responses);
    }
}
