package app.prtosales.functions.placementintake;

import app.prtosales.aws.http.JsonObject;
import app.prtosales.intake.Submission;
import java.util.ArrayList;
import java.util.List;

/// Reads a submission from JSON. Checks only the fields' types, and that no field is unknown.
final class SubmissionJson {

    private static final List<String> FIELDS =
            List.of(
                    "url",
                    "outlet",
                    "headline",
                    "format",
                    "publishedAt",
                    "zone",
                    "segments",
                    "note",
                    "topic",
                    "personas",
                    "spokesperson",
                    "quote",
                    "whyItMatters",
                    "holdingLine",
                    "tone",
                    "forwardability",
                    "backfill");

    private SubmissionJson() {}

    /// Fields of the wrong type and unknown fields are added to the body's problems; if there are
    /// any, the submission must not be used.
    static Submission read(JsonObject body) {
        body.onlyKnows(FIELDS);
        return fields(body);
    }

    /// @param more an additional field that the body may have
    static Submission readWith(String more, JsonObject body) {
        List<String> known = new ArrayList<>(FIELDS);
        known.add(more);
        body.onlyKnows(known);
        return fields(body);
    }

    private static Submission fields(JsonObject body) {
        return new Submission(
                body.text("url"),
                body.text("outlet"),
                body.text("headline"),
                body.text("format"),
                body.text("publishedAt"),
                body.text("zone"),
                body.texts("segments"),
                body.text("note"),
                body.text("topic"),
                body.texts("personas"),
                body.text("spokesperson"),
                body.text("quote"),
                body.text("whyItMatters"),
                body.text("holdingLine"),
                body.text("tone"),
                body.text("forwardability"),
                body.flag("backfill"));
    }
}
