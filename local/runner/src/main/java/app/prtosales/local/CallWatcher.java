package app.prtosales.local;

import app.prtosales.local.edges.CallRecord;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.eventbridge.model.PutEventsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutEventsResponse;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;

/// Watches the calls of one function to an endpoint: notes what the endpoint accepted, and records
/// each call in the same format as the local edges.
final class CallWatcher implements ExecutionInterceptor {

    private static final int NOT_FOUND = 404;
    private static final int NOT_IMPLEMENTED = 501;
    private static final String SES_PATH = "/v2/email/";
    private static final Map<String, String> SERVICES =
            Map.of(
                    "DynamoDB_20120810",
                    "dynamodb",
                    "AmazonSQS",
                    "sqs",
                    "AWSEvents",
                    "events",
                    "secretsmanager",
                    "secretsmanager");

    private final String function;
    private final Outbox outbox;
    private final Set<String> ruledTypes;
    private final InstantSource clock;
    private final Optional<CallRecord> record;

    /// @param ruledTypes the detail types of events that a rule sends to a queue
    CallWatcher(
            String function,
            Outbox outbox,
            Set<String> ruledTypes,
            InstantSource clock,
            Optional<CallRecord> record) {
        this.function = function;
        this.outbox = outbox;
        this.ruledTypes = Set.copyOf(ruledTypes);
        this.clock = clock;
        this.record = record;
    }

    @Override
    public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
        record.ifPresent(lines -> lines.add(line(context)));
    }

    private Map<String, Object> line(Context.AfterMarshalling context) {
        String path = context.httpRequest().encodedPath();
        String target = context.httpRequest().firstMatchingHeader("X-Amz-Target").orElse("");
        Map<String, Object> body = body(context);
        int dot = target.indexOf('.');
        boolean ses = path.startsWith(SES_PATH);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("function", function);
        line.put(
                "service",
                ses
                        ? "sesv2"
                        : SERVICES.getOrDefault(target.substring(0, Math.max(dot, 0)), target));
        line.put(
                "operation",
                ses
                        ? context.request().getClass().getSimpleName().replaceAll("Request$", "")
                        : target.substring(dot + 1));
        line.put("allowed", true);
        line.put("input", ses ? Map.of("path", path, "body", body) : body);
        return line;
    }

    private static Map<String, Object> body(Context.AfterMarshalling context) {
        if (context.requestBody().isEmpty()) {
            return Map.of();
        }
        try (InputStream stream = context.requestBody().get().contentStreamProvider().newStream()) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            return text.isEmpty() ? Map.of() : Json.object(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (Json.MalformedJson notJson) {
            throw new UncheckedIOException(
                    new IOException("the body of a call is not JSON", notJson));
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
        switch (context.request()) {
            case SendEmailRequest mail when context.response() instanceof SendEmailResponse taken ->
                    outbox.mail(mail(mail, taken.messageId()));
            case SendMessageRequest message
                    when context.response() instanceof SendMessageResponse taken ->
                    outbox.message(taken.messageId(), seconds(message.delaySeconds()));
            case SendMessageBatchRequest batch
                    when context.response() instanceof SendMessageBatchResponse taken ->
                    taken(batch, taken);
            case PutEventsRequest events
                    when context.response() instanceof PutEventsResponse taken ->
                    taken(events, taken);
            default -> {}
        }
    }

    /// An endpoint that does not support an operation answers 404 or 501 without an error code of
    /// the service.
    @Override
    public void onExecutionFailure(
            Context.FailedExecution context, ExecutionAttributes attributes) {
        if (context.exception() instanceof AwsServiceException answered
                && (answered.statusCode() == NOT_FOUND || answered.statusCode() == NOT_IMPLEMENTED)
                && ServiceProblem.code(answered).isEmpty()) {
            outbox.noteUnsupported(
                    context.request().getClass().getSimpleName().replaceAll("Request$", "")
                            + " (%s)".formatted(ServiceProblem.of(answered)));
        }
    }

    private void taken(SendMessageBatchRequest batch, SendMessageBatchResponse taken) {
        taken.successful()
                .forEach(each ->
                        batch.entries().stream()
                                .filter(entry -> entry.id().equals(each.id()))
                                .forEach(entry ->
                                        outbox.message(
                                                each.messageId(), seconds(entry.delaySeconds()))));
    }

    private void taken(PutEventsRequest events, PutEventsResponse taken) {
        for (int i = 0; i < taken.entries().size(); i++) {
            if (taken.entries().get(i).eventId() != null
                    && ruledTypes.contains(events.entries().get(i).detailType())) {
                outbox.event();
            }
        }
    }

    private static Duration seconds(@Nullable Integer delay) {
        return Duration.ofSeconds(delay == null ? 0 : delay);
    }

    private Mail mail(SendEmailRequest request, String messageId) {
        Message content = request.content().simple();
        Map<String, String> tags = new LinkedHashMap<>();
        request.emailTags().forEach(tag -> tags.put(tag.name(), tag.value()));
        Map<String, String> headers = new LinkedHashMap<>();
        content.headers().forEach(header -> headers.put(header.name(), header.value()));
        Map<String, String> attachments = new LinkedHashMap<>();
        content.attachments()
                .forEach(
                        file -> attachments.put(file.fileName(), file.rawContent().asUtf8String()));
        return new Mail(
                outbox.nextMail(),
                messageId,
                clock.instant(),
                request.fromEmailAddress(),
                List.copyOf(request.destination().toAddresses()),
                content.subject().data(),
                content.body().html() == null ? "" : content.body().html().data(),
                content.body().text() == null ? "" : content.body().text().data(),
                headers,
                tags,
                String.valueOf(request.configurationSetName()),
                attachments,
                false);
    }
}
