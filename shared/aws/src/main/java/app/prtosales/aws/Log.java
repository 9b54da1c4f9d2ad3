package app.prtosales.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.json.Json;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import com.amazonaws.services.lambda.runtime.logging.LogLevel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Logs one line of JSON for each relevant event. Callers log ids and reasons, never a person's
/// address or a link; if one slips into a text anyway, it is masked here (I10).
///
/// Lines are passed to the runtime as bytes: it would wrap a `String` as escaped text in another
/// JSON object, in which CloudWatch finds no fields.
public final class Log {

    private static final Pattern SECRET =
            Pattern.compile(
                    "[^\\s@<>\"',;:()]+@[^\\s@<>\"',;:()]+" // an address
                            + "|/r/(?!(?:audit/)?\\{)[^\\s\"'<>]+" // a link, not its route
                            + "|\\beyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_.-]+" // a caller's token
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

    /// A log for reports from the table's classes.
    public static Log ofTable() {
        return new Log(LambdaRuntime.getLogger(), "table");
    }

    /// A log for emails that were not accepted, wherever they are sent from.
    static Log ofMail() {
        return new Log(LambdaRuntime.getLogger(), "mail");
    }

    /// A log for events before the first call.
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

    /// Logs a line that CloudWatch also reads as metrics of the stack (embedded metric format).
    ///
    /// @param namespace the one that the stack's alarms watch
    /// @param at the current time, by the product's clock
    /// @see <a
    ///   href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
    ///   format's specification</a>
    public void metrics(
            String namespace,
            Instant at,
            String what,
            Map<String, ? extends Number> counts,
            Map<String, ?> details) {
        List<Map<String, Object>> names =
                counts.keySet().stream()
                        .map(name -> Map.<String, Object>of("Name", name, "Unit", "Count"))
                        .toList();
        Map<String, Object> declared = new LinkedHashMap<>();
        declared.put("Namespace", namespace);
        declared.put("Dimensions", List.of(List.of()));
        declared.put("Metrics", names);
        Map<String, Object> head = new LinkedHashMap<>();
        head.put(
                "_aws",
                Map.of("Timestamp", at.toEpochMilli(), "CloudWatchMetrics", List.of(declared)));
        Map<String, Object> all = new LinkedHashMap<>(details);
        all.putAll(counts);
        write(LogLevel.INFO, what, all, head);
    }

    private void write(LogLevel level, String what, Map<String, ?> details) {
        write(level, what, details, Map.of());
    }

    private void write(LogLevel level, String what, Map<String, ?> details, Map<String, ?> head) {
        Map<String, Object> line = new LinkedHashMap<>(head);
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

    /// The text with addresses, links of emails and tokens masked.
    public static String withoutSecrets(String text) {
        return SECRET.matcher(text).replaceAll("[…]");
    }
}
