package app.prtosales.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/// A log whose lines a test can read.
@NullMarked
public final class CollectedLog {

    private CollectedLog() {}

    /// @param lines where the log adds each line
    public static Log into(List<String> lines) {
        return Log.of(SimulatedContext.loggingTo(new Lines(lines)));
    }

    private record Lines(List<String> lines) implements LambdaLogger {

        @Override
        public void log(String line) {
            lines.add(line);
        }

        @Override
        public void log(byte[] line) {
            log(new String(line, UTF_8));
        }
    }
}
