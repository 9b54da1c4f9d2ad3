package app.prtosales.aws.page;

import app.prtosales.aws.AwsClients;
import app.prtosales.aws.json.Json;
import app.prtosales.lookup.PageMetadata;
import app.prtosales.lookup.PageRefusal;
import app.prtosales.lookup.Pages;
import app.prtosales.page.Evidence;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.SnapStartException;
import software.amazon.awssdk.services.lambda.model.SnapStartNotReadyException;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/// Calls the function `page-reader`, the only one that accesses the web. It is a separate function
/// so that an attacker who compromises it finds no table and no secret there.
public final class InvokedPageReader implements Pages {

    /// The reader allows a site six seconds; a person who pasted a link gets an answer within
    /// eight.
    private static final Duration PATIENCE = Duration.ofSeconds(7);

    /// The reader would cut off longer pages; Lambda accepts 6 MB in total.
    private static final int LONGEST_PAGE = 2 * 1_024 * 1_024;

    private final AwsClients clients;
    private final String function;
    private final Duration patience;

    /// @param function the ARN of its alias
    public InvokedPageReader(AwsClients clients, String function) {
        this(clients, function, PATIENCE);
    }

    InvokedPageReader(AwsClients clients, String function, Duration patience) {
        this.clients = clients;
        this.function = function;
        this.patience = patience;
    }

    /// Creates the client, which the first lookup would otherwise wait for. The constructor does
    /// not: most callers never look up a page, and their cold start would take longer.
    public void prepare() {
        lambda();
    }

    private LambdaClient lambda() {
        return clients.client(
                "LAMBDA",
                LambdaClient.class,
                LambdaClient::builder,
                behavior ->
                        behavior.retryStrategy(AwsRetryStrategy.doNotRetry())
                                .apiCallTimeout(patience));
    }

    @Override
    public Answer read(String url, @Nullable String html) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("url", url);
        if (html != null) {
            event.put("html", html.substring(0, Math.min(html.length(), LONGEST_PAGE)));
        }
        try {
            InvokeResponse response =
                    lambda().invoke(invoke ->
                            invoke.functionName(function)
                                    .payload(SdkBytes.fromUtf8String(Json.write(event))));
            return response.functionError() == null
                    ? answer(Json.read(response.payload().asByteArray()))
                    : new Answer.NotRead(PageRefusal.READER_FAILED, 0);
        } catch (ApiCallTimeoutException tooSlow) {
            return new Answer.NotRead(PageRefusal.TOO_SLOW, 0);
        } catch (SdkClientException noAnswer) {
            return new Answer.NotRead(PageRefusal.READER_FAILED, 0);
        } catch (LambdaException refused) {
            if (!isTemporary(refused)) {
                throw refused;
            }
            return new Answer.NotRead(PageRefusal.READER_FAILED, 0);
        }
    }

    /// Whether Lambda is busy or failing, or the function is being deployed, as opposed to a
    /// mistake of ours such as a missing permission.
    ///
    /// @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Lambda:
    ///   Invoke</a>
    private static boolean isTemporary(LambdaException refused) {
        return refused.statusCode() >= 500
                || refused instanceof TooManyRequestsException
                || refused instanceof ResourceConflictException
                || refused instanceof SnapStartException
                || refused instanceof SnapStartNotReadyException;
    }

    private static Answer answer(JsonNode payload) {
        if (payload.has("refused")) {
            return new Answer.NotRead(
                    PageRefusal.of(payload.path("refused").asText())
                            .orElse(PageRefusal.READER_FAILED),
                    payload.path("status").asInt());
        }
        List<Evidence> evidence = new ArrayList<>();
        payload.path("evidence")
                .forEach(each ->
                        evidence.add(
                                new Evidence(
                                        each.path("field").asText(),
                                        each.path("where").asText(),
                                        each.path("value").asText())));
        return new Answer.Read(
                new PageMetadata(
                        payload.path("url").asText(),
                        text(payload, "canonicalUrl"),
                        text(payload, "copyOf"),
                        text(payload, "publishedAt"),
                        payload.path("dateOnly").asBoolean(),
                        text(payload, "zone"),
                        text(payload, "headline"),
                        text(payload, "outlet"),
                        text(payload, "author"),
                        text(payload, "format"),
                        evidence));
    }

    private static @Nullable String text(JsonNode payload, String field) {
        return payload.path(field).isTextual() ? payload.path(field).textValue() : null;
    }
}
