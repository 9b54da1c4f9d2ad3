package app.prtosales.functions.placementintake;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.SimulatedContext;
import app.prtosales.aws.http.GatewayJson;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// Runs a first submission before SnapStart takes its snapshot: the whole path from the event to
/// the table, the bus and back, with nothing stored and nothing announced. Then reads the newest
/// placements.
final class FirstSubmission {

    /// Reads events and writes answers here as it does for the runtime, so that both are warm.
    private static final GatewayJson JSON = new GatewayJson();

    private static final String SUBMISSION = "rehearsal-submission.json";
    private static final String LIST = "rehearsal-list.json";

    /// The first run loads every class; the others let the JVM compile hot code.
    private static final int TIMES = 80;

    /// With thousands of reps or slow responses there are fewer runs: Lambda limits initialization
    /// to 130 seconds.
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /// The zone of the submission in the file.
    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    private final PlacementIntakeHandler handler;
    private final InstantSource clock;
    private final Instant began;

    FirstSubmission(AwsApplication application) {
        this.handler = PlacementIntakeHandler.rehearsing(application);
        this.clock = application.clock();
        this.began = clock.instant();
    }

    void rehearse() {
        Instant enough = began.plus(LONGEST);
        for (int time = 0; time < TIMES && clock.instant().isBefore(enough); time++) {
            send(StaticFiles.read(SUBMISSION).replace("{publishedAt}", anHourAgo()), 201);
        }
        send(StaticFiles.read(LIST), 200);
    }

    private String anHourAgo() {
        Instant published = began.minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MINUTES);
        return LocalDateTime.ofInstant(published, ZONE).toString();
    }

    /// Fails on any other answer, because half of the path would then still be cold for the first
    /// user.
    private void send(String event, int expected) {
        APIGatewayV2HTTPEvent read = JSON.fromJson(event, APIGatewayV2HTTPEvent.class);
        APIGatewayV2HTTPResponse answer = handler.handleRequest(read, SimulatedContext.context());
        JSON.toJson(answer, OutputStream.nullOutputStream(), APIGatewayV2HTTPResponse.class);
        if (answer.getStatusCode() != expected) {
            throw new IllegalStateException("the rehearsal got the answer " + answer);
        }
    }
}
