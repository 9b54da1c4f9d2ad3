package app.prtosales.aws.mail;

import app.prtosales.aws.AwsClients;
import app.prtosales.aws.Log;
import app.prtosales.delivery.Attachment;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Postman;
import app.prtosales.delivery.SendingAccount;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentDisposition;
import software.amazon.awssdk.services.sesv2.model.AttachmentContentTransferEncoding;
import software.amazon.awssdk.services.sesv2.model.Body;
import software.amazon.awssdk.services.sesv2.model.Content;
import software.amazon.awssdk.services.sesv2.model.Message;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import software.amazon.awssdk.services.sesv2.model.SendQuota;

/// Sends emails through SES, each once. SES has no idempotency token, so each outcome of a call is
/// classified by one question: could SES have the email?
///
/// - SES confirmed it: accepted.
/// - SES said that this particular email is wrong: refused.
/// - SES answered anything else, including that the account or sender is wrong, or the request
///   never left: SES does not have it; try later.
/// - The request left and no answer from SES arrived: unknown.
public final class SesPostman implements Postman {

    /// The message tag that identifies the delivery in SES's events.
    public static final String DELIVERY_TAG = "delivery";

    /// The same id in a header of the email, because SES replaces `Message-ID` and `Date`.
    public static final String DELIVERY_HEADER = "X-PR-To-Sales-Delivery";

    /// SES answers in well under a second. A longer timeout would hold a sender up; a shorter one
    /// would create unknown deliveries, each of which waits a quarter of an hour.
    private static final Duration SEND = Duration.ofSeconds(8);

    private static final Duration QUOTA = Duration.ofMinutes(5);

    /// How long the lowest rate is assumed for an account whose quota could not be read.
    private static final Duration ASSUMED = Duration.ofMinutes(1);

    private static final String SERVICE = "SESV2";
    private static final int SERVER_ERROR = 500;

    private static final ExecutionAttribute<AtomicBoolean> LEFT =
            new ExecutionAttribute<>("app.prtosales.RequestLeft");

    private final SesV2Client sending;
    private final SesV2Client asking;
    private final String from;
    private final String configurationSet;
    private final InstantSource clock;
    private final Log log;
    private @Nullable Known known;
    private @Nullable Unanswered unanswered;

    public SesPostman(
            AwsClients clients,
            String from,
            String configurationSet,
            InstantSource clock,
            Log log) {
        this(clients, from, configurationSet, clock, log, SEND);
    }

    SesPostman(
            AwsClients clients,
            String from,
            String configurationSet,
            InstantSource clock,
            Log log,
            Duration patience) {
        this.sending =
                clients.newClient(
                        SERVICE,
                        SesV2Client.builder(),
                        client ->
                                client.retryStrategy(AwsRetryStrategy.doNotRetry())
                                        .apiCallTimeout(patience)
                                        .addExecutionInterceptor(new Departure()));
        this.asking =
                clients.newClient(
                        SERVICE, SesV2Client.builder(), client -> client.apiCallTimeout(patience));
        this.from = from;
        this.configurationSet = configurationSet;
        this.clock = clock;
        this.log = log;
    }

    @Override
    public Handover send(OutgoingMail mail) {
        AtomicBoolean left = new AtomicBoolean();
        try {
            return new Handover.Accepted(sending.sendEmail(request(mail, left)).messageId());
        } catch (AwsServiceException answered) {
            if (!SesRefusal.isTemporary(answered)) {
                logAnswer(mail.id(), answered);
            }
            return SesRefusal.of(answered, from);
        } catch (SdkClientException noAnswer) {
            return left.get() && !isBeforeTheRequest(noAnswer)
                    ? new Handover.NoAnswer("no answer from SES")
                    : new Handover.TryLater("SES cannot be reached");
        }
    }

    /// The code `MessageRejected` stands for a paused account, an unverified sender and an
    /// unverified recipient; only SES's sentence says which.
    private void logAnswer(DeliveryId mail, AwsServiceException answered) {
        String why = String.valueOf(answered.getMessage());
        log.warn(
                "answer of SES", Map.of("placement", mail.subject(), "delivery", mail, "why", why));
    }

    private SendEmailRequest request(OutgoingMail mail, AtomicBoolean left) {
        Body body = Body.builder().html(utf8(mail.html())).text(utf8(mail.text())).build();
        Message.Builder draft =
                Message.builder().subject(utf8(mail.subject())).body(body).headers(headers(mail));
        if (!mail.attachments().isEmpty()) {
            draft.attachments(mail.attachments().stream().map(SesPostman::file).toList());
        }
        Message message = draft.build();
        MessageTag delivery =
                MessageTag.builder().name(DELIVERY_TAG).value(mail.id().tag()).build();
        return SendEmailRequest.builder()
                .fromEmailAddress(from)
                .destination(to -> to.toAddresses(mail.to()))
                .replyToAddresses(mail.replyTo() == null ? List.of() : List.of(mail.replyTo()))
                .configurationSetName(configurationSet)
                .emailTags(delivery)
                .content(content -> content.simple(message))
                .overrideConfiguration(call -> call.putExecutionAttribute(LEFT, left))
                .build();
    }

    private static List<MessageHeader> headers(OutgoingMail mail) {
        List<MessageHeader> headers = new ArrayList<>();
        headers.add(header("Auto-Submitted", "auto-generated"));
        headers.add(header(DELIVERY_HEADER, mail.id().value()));
        if (mail.thread() != null) {
            headers.add(header("References", mail.thread()));
        }
        return headers;
    }

    private static software.amazon.awssdk.services.sesv2.model.Attachment file(Attachment file) {
        return software.amazon.awssdk.services.sesv2.model.Attachment.builder()
                .fileName(file.name())
                .contentType(file.mediaType())
                .contentDisposition(AttachmentContentDisposition.ATTACHMENT)
                .contentTransferEncoding(AttachmentContentTransferEncoding.BASE64)
                .rawContent(SdkBytes.fromUtf8String(file.content()))
                .build();
    }

    private static MessageHeader header(String name, String value) {
        return MessageHeader.builder().name(name).value(value).build();
    }

    private static Content utf8(String text) {
        return Content.builder().charset("UTF-8").data(text).build();
    }

    /// Whether no connection was established, so that nothing was sent.
    private static boolean isBeforeTheRequest(SdkClientException exception) {
        for (@Nullable Throwable cause = exception; cause != null; cause = cause.getCause()) {
            boolean connecting =
                    switch (cause) {
                        case ConnectException refused -> true;
                        case UnknownHostException unknown -> true;
                        case NoRouteToHostException unreachable -> true;
                        case SSLHandshakeException distrusted -> true;
                        case SocketTimeoutException slow ->
                                "Connect timed out".equalsIgnoreCase(slow.getMessage());
                        default -> false;
                    };
            if (connecting) {
                return true;
            }
        }
        return false;
    }

    @Override
    public SendingAccount account() {
        return accountFor(clock.instant());
    }

    /// @param called when the caller began to wait. Whoever waited while SES did not answer is told
    ///   so: if all asked one after the other, they would outlast their function's time.
    private synchronized SendingAccount accountFor(Instant called) {
        Instant now = clock.instant();
        @Nullable Known before = known;
        if (before == null || !now.isBefore(before.until()) || now.isBefore(before.since())) {
            @Nullable Unanswered failed = unanswered;
            if (failed != null && !failed.at().isBefore(called) && !failed.at().isAfter(now)) {
                throw failed.why();
            }
            before = ask(now);
            known = before;
        }
        return before.account();
    }

    /// If SES is healthy but refuses to tell the quota, for example because a permission is
    /// missing, the lowest rate that any account has is used: emails go out slowly, but they go
    /// out.
    private Known ask(Instant now) {
        try {
            @Nullable SendQuota quota = asking.getAccount(all -> {}).sendQuota();
            SendingAccount account =
                    quota == null
                            ? SesAccount.of(null, null, null)
                            : SesAccount.of(
                                    quota.maxSendRate(),
                                    quota.max24HourSend(),
                                    quota.sentLast24Hours());
            return new Known(account, now, now.plus(QUOTA));
        } catch (AwsServiceException answered) {
            if (answered.statusCode() >= SERVER_ERROR || answered.isThrottlingException()) {
                throw noted(answered);
            }
            return new Known(SesAccount.of(null, null, null), now, now.plus(ASSUMED));
        } catch (SdkException noAnswer) {
            throw noted(noAnswer);
        }
    }

    private SdkException noted(SdkException why) {
        unanswered = new Unanswered(why, clock.instant());
        return why;
    }

    private record Known(SendingAccount account, Instant since, Instant until) {}

    private record Unanswered(SdkException why, Instant at) {}

    /// Records that the request is about to be sent. A failure before that, such as missing
    /// credentials, means that nothing was sent.
    private static final class Departure implements ExecutionInterceptor {

        @Override
        public void beforeTransmission(
                Context.BeforeTransmission context, ExecutionAttributes attributes) {
            @Nullable AtomicBoolean left = attributes.getAttribute(LEFT);
            if (left != null) {
                left.set(true);
            }
        }
    }
}
