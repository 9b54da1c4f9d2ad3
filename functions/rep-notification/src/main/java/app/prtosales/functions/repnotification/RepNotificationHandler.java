package app.prtosales.functions.repnotification;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Log;
import app.prtosales.aws.MailAlarm;
import app.prtosales.aws.queue.DeadLetters;
import app.prtosales.aws.queue.QueueBatch;
import app.prtosales.aws.queue.QueueMessage;
import app.prtosales.change.NotifyOfChanges;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.mailing.Errand;
import app.prtosales.ping.PlanPings;
import app.prtosales.ping.SendPings;
import app.prtosales.placement.PlacementId;
import app.prtosales.tick.RunErrand;
import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.events.SQSEvent.SQSMessage;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// Consumes the ping queue: a message plans a placement's pings, sends the emails that a change
/// requires, sends a chunk of emails, or runs an errand. A message that fails is retried on its
/// own; a malformed one is set aside at once with the reason; neither blocks other messages.
public final class RepNotificationHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private static final String PLACEMENT = "placement";

    private final PlanPings planPings;
    private final NotifyOfChanges notifyOfChanges;
    private final SendPings sendPings;
    private final RunErrand runErrand;
    private final DeadLetters deadLetters;
    private final String namespace;
    private final InstantSource clock;

    /// Called by Lambda, once per cold start.
    public RepNotificationHandler() {
        this(AwsApplication.fromEnvironment());
    }

    public RepNotificationHandler(AwsApplication application) {
        this.planPings = application.planPings();
        this.notifyOfChanges = application.notifyOfChanges();
        this.sendPings = application.sendPings();
        this.runErrand = application.runErrand();
        this.deadLetters = application.deadLetters();
        this.namespace = application.metricsNamespace();
        this.clock = application.clock();
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        Log log = Log.of(context);
        return QueueBatch.processEach(event, log, message -> work(message, log));
    }

    private void work(SQSMessage message, Log log) {
        switch (QueueMessage.read(message.getBody())) {
            case QueueMessage.Plan(var placement) ->
                    log.info(
                            "planned",
                            Map.of(PLACEMENT, placement, "outcome", planPings.plan(placement)));
            case QueueMessage.FollowUp(var placement) ->
                    log.info(
                            "followed up",
                            Map.of(
                                    PLACEMENT,
                                    placement,
                                    "outcome",
                                    notifyOfChanges.followUp(placement)));
            case QueueMessage.Send send -> send(send, log);
            case QueueMessage.ToDo(var errand) -> {
                runErrand.run(errand);
                log.info("errand done", about(errand));
            }
            case QueueMessage.Poison(var reason) -> {
                deadLetters.putAside(message.getBody(), reason);
                log.error(
                        "message put aside",
                        Map.of("message", message.getMessageId(), "why", reason));
            }
        }
    }

    private void send(QueueMessage.Send send, Log log) {
        PlacementId placement = send.placement();
        SendPings.Outcome outcome = sendPings.send(placement, send.mailing(), send.reps());
        log.metrics(
                namespace,
                clock.instant(),
                "sent",
                Map.of("MailsSent", outcome.sent(), "MailsPutOff", outcome.putOff()),
                Map.of(
                        PLACEMENT,
                        placement,
                        "mail",
                        send.mailing().word(),
                        "later",
                        outcome.later()));
        if (outcome.alarm() != null) {
            log.error(MailAlarm.LINE, Map.of(PLACEMENT, placement, "why", outcome.alarm()));
        }
    }

    /// The errand and its subject as log fields, so that logs can be searched by them.
    private static Map<String, Object> about(Errand errand) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("errand", errand.getClass().getSimpleName());
        switch (errand) {
            case Errand.Undelivered(var mail) -> mail(fields, mail);
            case Errand.SecondAddress(var mail) -> mail(fields, mail);
            case Errand.TestPing(var mail) -> mail(fields, mail);
            case Errand.HeldAddresses(var placement) -> fields.put(PLACEMENT, placement);
            case Errand.Warn(var placement) -> fields.put(PLACEMENT, placement);
            case Errand.CheckQuota(var placement) -> fields.put(PLACEMENT, placement);
            case Errand.AskOwners(var placement) -> fields.put(PLACEMENT, placement);
            case Errand.RemindOfKit(var placement) -> fields.put(PLACEMENT, placement);
            case Errand.NobodyLeft(var placement) -> fields.put(PLACEMENT, placement);
            case Errand.MissedChanges(var placement) -> fields.put(PLACEMENT, placement);
            case Errand.FixRecord(var placement, var rep, var number) -> {
                fields.put(PLACEMENT, placement);
                fields.put("person", rep);
            }
            case Errand.NewLink asked -> mail(fields, asked.mail());
            case Errand.SendingStopped every -> {}
            case Errand.ItemsAside every -> {}
            case Errand.AuditLate every -> {}
            case Errand.RosterChanged every -> {}
            case Errand.CatchUp every -> {}
            case Errand.RulesChanged every -> {}
        }
        return fields;
    }

    private static void mail(Map<String, Object> fields, DeliveryId mail) {
        fields.put(PLACEMENT, mail.subject());
        fields.put("delivery", mail);
    }
}
