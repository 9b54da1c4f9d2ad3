package app.prtosales.aws.queue;

import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonSyntaxException;
import app.prtosales.aws.json.JsonValue;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PlacementId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/// What a message of the ping queue asks for. It comes from ourselves, or from our bus in
/// EventBridge's envelope.
public sealed interface QueueMessage {

    /// Freeze the recipients of a placement and queue their pings.
    record Plan(PlacementId placement) implements QueueMessage {}

    /// See to the mails that the changes of a placement cause.
    record FollowUp(PlacementId placement) implements QueueMessage {}

    /// @param reps ids of reps, each once
    record Send(PlacementId placement, Mailing mailing, List<String> reps) implements QueueMessage {

        public Send {
            reps = List.copyOf(reps);
        }
    }

    /// Something beside the pings.
    record ToDo(Errand errand) implements QueueMessage {}

    /// Nothing that will ever make sense, however often it comes.
    ///
    /// @param reason quotes nothing of the message
    record Poison(String reason) implements QueueMessage {}

    Pattern REP = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// The body of a message that asks for this.
    static String plan(PlacementId placement) {
        return Json.write(ordered("plan", placement));
    }

    static String followUp(PlacementId placement) {
        return Json.write(ordered("follow-up", placement));
    }

    static String send(PlacementId placement, Mailing mailing, List<String> reps) {
        Map<String, Object> body = ordered("send", placement);
        if (!mailing.equals(Mailing.PINGS)) {
            body.put("mail", mailing.word());
        }
        body.put("reps", reps);
        return Json.write(body);
    }

    /// The body of a message that asks for an errand.
    static String errand(Errand errand) {
        return Json.write(
                switch (errand) {
                    case Errand.Undelivered(var mail) ->
                            fields("undelivered", "delivery", mail.value());
                    case Errand.SecondAddress(var mail) ->
                            fields("second-address", "delivery", mail.value());
                    case Errand.HeldAddresses(var placement) ->
                            fields("held-addresses", "placementId", placement);
                    case Errand.Warn(var placement) -> fields("warn", "placementId", placement);
                    case Errand.CheckQuota(var placement) ->
                            fields("check-quota", "placementId", placement);
                    case Errand.SendingStopped() -> Map.of("kind", "sending-stopped");
                    case Errand.AuditLate() -> Map.of("kind", "audit-late");
                    case Errand.AskOwners(var placement) ->
                            fields("ask-owners", "placementId", placement);
                    case Errand.RemindOfKit(var placement) ->
                            fields("remind-of-kit", "placementId", placement);
                    case Errand.FixRecord(var placement, var rep, var number) -> {
                        Map<String, Object> body = fields("fix-record", "placementId", placement);
                        body.put("rep", rep);
                        body.put("number", String.valueOf(number));
                        yield body;
                    }
                    case Errand.TestPing(var mail) -> fields("test-ping", "delivery", mail.value());
                    case Errand.RosterChanged() -> Map.of("kind", "roster-changed");
                });
    }

    private static Map<String, Object> fields(String kind, String name, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put(name, value);
        return body;
    }

    static QueueMessage read(String body) {
        try {
            return read(Json.read(body));
        } catch (JsonSyntaxException notJson) {
            return new Poison("the body is not JSON: " + notJson.getMessage());
        }
    }

    private static QueueMessage read(JsonValue message) {
        if (message.at("detail-type").text().isPresent()) {
            return switch (message.at("detail-type").text().orElse("")) {
                case "PlacementAccepted" -> about(message.at("detail"), Plan::new);
                case "PlacementChanged" -> about(message.at("detail"), FollowUp::new);
                case "TestAsked" -> delivery(message.at("detail"), Errand.TestPing::new);
                default -> new Poison("the event is none that is known");
            };
        }
        return switch (message.at("kind").text().orElse("")) {
            case "plan" -> about(message, Plan::new);
            case "follow-up" -> about(message, FollowUp::new);
            case "send" -> send(message);
            case "undelivered" -> delivery(message, Errand.Undelivered::new);
            case "second-address" -> delivery(message, Errand.SecondAddress::new);
            case "test-ping" -> delivery(message, Errand.TestPing::new);
            case "held-addresses" -> errandAbout(message, Errand.HeldAddresses::new);
            case "warn" -> errandAbout(message, Errand.Warn::new);
            case "check-quota" -> errandAbout(message, Errand.CheckQuota::new);
            case "sending-stopped" -> new ToDo(new Errand.SendingStopped());
            case "audit-late" -> new ToDo(new Errand.AuditLate());
            case "ask-owners" -> errandAbout(message, Errand.AskOwners::new);
            case "remind-of-kit" -> errandAbout(message, Errand.RemindOfKit::new);
            case "fix-record" -> fixRecord(message);
            case "roster-changed" -> new ToDo(new Errand.RosterChanged());
            default -> new Poison("the kind is none that is known");
        };
    }

    private static QueueMessage about(
            JsonValue message, Function<PlacementId, QueueMessage> asked) {
        return placement(message)
                .map(asked)
                .orElseGet(() -> new Poison("placementId is missing or is not an id"));
    }

    private static QueueMessage delivery(JsonValue message, Function<DeliveryId, Errand> errand) {
        return message.at("delivery")
                .text()
                .flatMap(DeliveryId::parse)
                .<QueueMessage>map(mail -> new ToDo(errand.apply(mail)))
                .orElseGet(() -> new Poison("delivery is missing or is not an id"));
    }

    private static QueueMessage errandAbout(
            JsonValue message, Function<PlacementId, Errand> errand) {
        return placement(message)
                .<QueueMessage>map(placement -> new ToDo(errand.apply(placement)))
                .orElseGet(() -> new Poison("placementId is missing or is not an id"));
    }

    private static QueueMessage fixRecord(JsonValue message) {
        Optional<String> rep =
                message.at("rep").text().filter(written -> REP.matcher(written).matches());
        Optional<Integer> number =
                message.at("number")
                        .text()
                        .filter(written -> written.matches("[1-9][0-9]{0,3}"))
                        .map(Integer::valueOf);
        return rep.isEmpty() || number.isEmpty()
                ? new Poison("rep or number is missing or is none")
                : errandAbout(
                        message,
                        placement -> new Errand.FixRecord(placement, rep.get(), number.get()));
    }

    private static QueueMessage send(JsonValue message) {
        Optional<PlacementId> placement = placement(message);
        if (placement.isEmpty()) {
            return new Poison("placementId is missing or is not an id");
        }
        Optional<Mailing> mailing =
                Mailing.read(message.at("mail").text().orElse(Mailing.PINGS.word()));
        if (mailing.isEmpty()) {
            return new Poison("mail names no mail that reps get");
        }
        Set<String> reps = new LinkedHashSet<>();
        for (JsonValue element : message.at("reps").elements()) {
            String rep = element.text().orElse("");
            if (!REP.matcher(rep).matches()) {
                return new Poison("reps holds something that is not a rep's id");
            }
            reps.add(rep);
        }
        return reps.isEmpty()
                ? new Poison("reps is missing or empty")
                : new Send(placement.get(), mailing.get(), List.copyOf(reps));
    }

    private static Optional<PlacementId> placement(JsonValue message) {
        return message.at("placementId").text().filter(PlacementId::isValid).map(PlacementId::new);
    }

    private static Map<String, Object> ordered(String kind, PlacementId placement) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("placementId", placement);
        return body;
    }
}
