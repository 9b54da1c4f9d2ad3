package app.prtosales.local.edges;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Lambda, limited to synchronous calls from one function to another.
///
/// @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Lambda: Invoke</a>
final class LambdaEdge implements EdgeService {

    static final String PATH = "/2015-03-31/functions/";

    private static final Pattern INVOCATION =
            Pattern.compile(Pattern.quote(PATH) + "([^/?]{1,300})/invocations(?:\\?.*)?");

    private static final Pattern ARN =
            Pattern.compile("arn:aws:lambda:[a-z0-9-]+:\\d{12}:function:([A-Za-z0-9_-]+)(:.+)?");

    private final FunctionCalls functions;

    LambdaEdge(FunctionCalls functions) {
        this.functions = functions;
    }

    /// The ARN or name in a call's path.
    static String named(String path) {
        Matcher invocation = INVOCATION.matcher(path);
        return invocation.matches()
                ? URLDecoder.decode(String.valueOf(invocation.group(1)), StandardCharsets.UTF_8)
                : "";
    }

    @Override
    public EdgeReply answer(EdgeRequest request) {
        Matcher arn = ARN.matcher(named(request.path()));
        if (!request.operation().equals("Invoke") || !arn.matches()) {
            return EdgeReply.error(
                    400,
                    "InvalidParameterValueException",
                    request.path() + " does not name a function by its ARN");
        }
        return switch (functions.now(String.valueOf(arn.group(1)), request.body())) {
            case FunctionCalls.Outcome.Answer(var payload) -> answer(payload, Map.of());
            case FunctionCalls.Outcome.Failure(var payload) ->
                    answer(payload, Map.of("X-Amz-Function-Error", "Unhandled"));
            case FunctionCalls.Outcome.Nobody() ->
                    EdgeReply.error(
                            404, "ResourceNotFoundException", "Function not found: " + arn.group());
        };
    }

    private static EdgeReply answer(String payload, Map<String, String> more) {
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("X-Amz-Executed-Version", "1");
        return new EdgeReply.Answer(200, "application/json", headers, payload);
    }
}
