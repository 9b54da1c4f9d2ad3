package app.prtosales.aws.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Answers a call of API Gateway's HTTP API (payload format 2.0).
public final class Http {

    private Http() {}

    /// What breaks while answering goes up: the gateway answers 500, and the alarm rings.
    ///
    /// @param event null when the runtime was handed `null` or `[]`
    public static APIGatewayV2HTTPResponse serve(
            @Nullable APIGatewayV2HTTPEvent event, Function<HttpRequest, HttpResponse> answer) {
        HttpRequest request = new HttpRequest(event == null ? new APIGatewayV2HTTPEvent() : event);
        HttpResponse response = answer.apply(request);
        return (request.method().equals("HEAD") ? response.withoutBody() : response).forGateway();
    }
}
