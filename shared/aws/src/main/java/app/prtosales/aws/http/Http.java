package app.prtosales.aws.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.function.Function;

/// Takes a request from the stream that Lambda opens, and writes the response.
public final class Http {

    private Http() {}

    /// What breaks while answering goes up: the gateway answers 500, and the alarm rings.
    public static void serve(
            InputStream event, OutputStream output, Function<HttpRequest, HttpResponse> answer)
            throws IOException {
        HttpRequest request = HttpRequest.read(event);
        HttpResponse response = answer.apply(request);
        (request.method().equals("HEAD") ? response.withoutBody() : response).write(output);
    }
}
