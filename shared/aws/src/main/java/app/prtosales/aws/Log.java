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
import org.jspecify.annotations.Nullable;

/// One line of JSON for each thing worth knowing, handed to the runtime as bytes: with the log
/// format JSON it would put a `String` as one escaped text into a JSON object of its own, in which
/// CloudWatch finds no fields. Callers name ids and reasons, never a person's address or a link;
/// should one slip into a text all the same, it is blotted out here (I10).
public final class Log {

    private static final Pattern SECRET =
            Pattern.compile(
                    "[^\\s@<>\"',;:()]+@[^\\s@<>\"',;:()]+" // an address
                            + "|/r/(?!(?:audit/)?\\{)[^\\s\"'<>]+" // a link, not its route
                            + "|\\beyJ[A-Za-z0-9_-]*\\.[A-Za-z0-9_.-]+" // a token of a caller
                            + "|(?i:\\bbearer\\s+\\S+)");

    private final LambdaLogger logger;
    private final String request;

    /// Of its metrics.
    private final String namespace;

    private Log(LambdaLogger logger, String request, String namespace) {
        this.logger = logger;
        this.request = request;
        this.namespace = namespace;
    }

    public static Log of(Context context) {
        return new Log(
                context.getLogger(),
                String.valueOf(context.getAwsRequestId()),
                stackOf(context.getLogGroupName()));
    }

    /// A function's log group is `/aws/lambda/<stack>/<function>`, so its metrics need no variable
    /// of their own to lie in the namespace that the stack's alarms look into.
    private static String stackOf(@Nullable String logGroup) {
        String[] parts = String.valueOf(logGroup).split("/", -1);
        return parts.length == 5 ? parts[3] : "pr-to-sales";
    }

    /// For what the table says, whoever reads it.
    public static Log ofTable() {
        return new Log(LambdaRuntime.getLogger(), "table", "");
    }

    /// For what happens before there is a call.
    static Log ofStart() {
        return new Log(LambdaRuntime.getLogger(), "start", "");
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

    /// A line that CloudWatch also reads as metrics of the stack (embedded metric format).
    ///
    /// @param at the present, by whatever clock the product goes
    /// @see <a
    ///   href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">the
    ///   format's specification</a>
    public void metrics(
            Instant at, String what, Map<String, ? extends Number> counts, Map<String, ?> details) {
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

    /// A text without what looks like an address, a link of a mail or a token.
    public static String withoutSecrets(String text) {
        return SECRET.matcher(text).replaceAll("[…]");
    }
}
