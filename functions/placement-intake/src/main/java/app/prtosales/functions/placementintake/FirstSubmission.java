package app.prtosales.functions.placementintake;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.Rehearsal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// The first submission, rehearsed before SnapStart takes its picture: the whole path from the
/// event to the table and back, with nothing stored. It sends a placement that cannot be accepted
/// (its segment does not exist), and reads the newest ones.
final class FirstSubmission {

    private static final String SUBMISSION = "rehearsal-submission.json";
    private static final String LIST = "rehearsal-list.json";

    private final PlacementIntakeHandler handler;

    FirstSubmission(PlacementIntakeHandler handler) {
        this.handler = handler;
    }

    void rehearse() {
        send(SUBMISSION);
        send(LIST);
    }

    private void send(String name) {
        try (InputStream event = FirstSubmission.class.getResourceAsStream(name)) {
            if (event == null) {
                throw new IllegalStateException("%s is missing in the jar".formatted(name));
            }
            byte[] bytes = new String(event.readAllBytes(), UTF_8).getBytes(UTF_8);
            handler.handleRequest(
                    new ByteArrayInputStream(bytes),
                    new ByteArrayOutputStream(),
                    Rehearsal.context());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
