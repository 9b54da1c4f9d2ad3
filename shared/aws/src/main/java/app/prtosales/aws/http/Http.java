package app.prtosales.aws.http;

import app.prtosales.aside.UnreadableException;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Answers calls from API Gateway's HTTP API (payload format 2.0).
public final class Http {

    private Http() {}

    /// Exceptions propagate, so that API Gateway answers 500 and the alarm fires.
    ///
    /// @param event null if the runtime received `null` or `[]`
    public static APIGatewayV2HTTPResponse serve(
            @Nullable APIGatewayV2HTTPEvent event, Function<HttpRequest, HttpResponse> answer) {
        return serve(
                event,
                answer,
                () ->
                        ProblemJson.badBody("Bad request", "The body is not valid base64.")
                                .response(),
                () ->
                        ProblemJson.of(
                                        503,
                                        "Cannot be read now",
                                        "We can’t open this right now. Sales ops has been told, and nothing is lost. Try again"
                                                + " later.")
                                .response());
    }

    /// @param malformed the response if the body is said to be base64 and is not
    /// @param unreadable the response if the stored data of the request's subject cannot be read
    ///   (I12)
    public static APIGatewayV2HTTPResponse serve(
            @Nullable APIGatewayV2HTTPEvent event,
            Function<HttpRequest, HttpResponse> answer,
            Supplier<HttpResponse> malformed,
            Supplier<HttpResponse> unreadable) {
        HttpRequest request;
        try {
            request = new HttpRequest(event == null ? new APIGatewayV2HTTPEvent() : event);
        } catch (IllegalArgumentException notBase64) {
            return malformed.get().forGateway();
        }
        HttpResponse response;
        try {
            response = answer.apply(request);
        } catch (UnreadableException setAsideAndReported) {
            response = unreadable.get();
        }
        return (request.method().equals("HEAD") ? response.withoutBody() : response).forGateway();
    }
}
