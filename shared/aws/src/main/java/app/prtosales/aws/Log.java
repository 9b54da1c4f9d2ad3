package app.prtosales.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// One line of JSON for each thing worth knowing, handed to the runtime as bytes: with the log
/// format JSON it would put a `String` as one escaped text into a JSON object of its own, in which
/// CloudWatch finds no fields. Callers name ids and reasons, never a person's address or a link;
/// should one slip into a text all the same, it is blotted out here (I10).
public final class Log {

    private static final Pattern SECRET =
            Pattern.compile(
                    "[^\\s@<>\"',;:()]+@[^\\s@<>\"',;:()]+" // an address
                            + "|/r/[^\\s\"'<>]+" // a link of a mail
                            + "|\\beyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_.-]+" // a token of a caller
                            + "|(?i:\\bbearer\\s+\\S+)");

    private final LambdaLogger logger;
    private final String request;

    private Log(LambdaLogger logger, String request) {
        this.logger = logger;
        this.request = request;
    }

    public static Log of(Context context) {
        return new Log(context.getLogger(), String.valueOf(context.getAwsRequestId()));
    }

    /// For what the table says, whoever reads it.
    public static Log ofTable() {
        return new Log(LambdaRuntime.getLogger(), "table");
    }

    /// For what happens before there is a call.
    static Log ofStart() {
        return new Log(LambdaRuntime.getLogger(), "start");
    }

    public void info(String what, Map<String, ?> details) {
        write(LogLevel.INFO, what, details);
    }

    public void warn(String what, Map<String, ?> details) {
        write(LogLevel.WARN, what, details);
    }

    public void error(String what, Map<String, ?> details) {
        write(LogLevel.ERROR, what, details);
    }

    private void write(LogLevel level, String what, Map<String, ?> details) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("level", level.name());
        line.put("what", withoutSecrets(what));
        details.forEach((name, value) -> line.put(name, shown(value)));
        line.put("request", request);
        logger.log(Json.write(line).getBytes(UTF_8), level);
    }

    private static Object shown(Object value) {
        return value instanceof Number || value instanceof Boolean
                ? value
                : withoutSecrets(String.valueOf(value));
    }

    /// A text without what looks like an address, a link of a mail or a token.
    public static String withoutSecrets(String text) {
        return SECRET.matcher(text).replaceAll("[…]");
    }
}
