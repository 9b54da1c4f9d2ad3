package app.prtosales.aws.queue;

import app.prtosales.aws.json.Json;
import app.prtosales.aws.json.JsonSyntaxException;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.id.RepId;
import app.prtosales.link.Purpose;
import app.prtosales.mailing.Errand;
import app.prtosales.mailing.Mailing;
import app.prtosales.placement.PlacementId;
import app.prtosales.text.Words;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request in the ping queue. It comes from the product itself, or from our bus in EventBridge's
/// envelope.
public sealed interface QueueMessage {

    /// Freeze the recipients of a placement and queue their pings.
    record Plan(PlacementId placement) implements QueueMessage {}

    /// Send the emails that a placement's changes require.
    record FollowUp(PlacementId placement) implements QueueMessage {}

    /// @param reps the ids of the reps, without duplicates
    record Send(PlacementId placement, Mailing mailing, List<RepId> reps) implements QueueMessage {

        public Send {
            reps = List.copyOf(reps);
        }
    }

    /// Work other than pings.
    record ToDo(Errand errand) implements QueueMessage {}

    /// A message that can never be processed.
    ///
    /// @param reason contains nothing from the message
    record Poison(String reason) implements QueueMessage {}

    Pattern REP = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    /// The body of a message that asks for a plan.
    static String plan(PlacementId placement) {
        return Json.write(ordered("plan", placement));
    }

    static String followUp(PlacementId placement) {
        return Json.write(ordered("follow-up", placement));
    }

    static String send(PlacementId placement, Mailing mailing, List<RepId> reps) {
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
                    case Errand.ItemsAside() -> Map.of("kind", "items-aside");
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
                    case Errand.NewLink asked -> newLink(asked);
                    case Errand.TestPing(var mail) -> fields("test-ping", "delivery", mail.value());
                    case Errand.RosterChanged() -> Map.of("kind", "roster-changed");
                    case Errand.CatchUp() -> Map.of("kind", "catch-up");
                    case Errand.MissedChanges(var placement) ->
                            fields("missed-changes", "placementId", placement);
                    case Errand.RulesChanged() -> Map.of("kind", "rules-changed");
                    case Errand.NobodyLeft(var placement) ->
                            fields("nobody-left", "placementId", placement);
                });
    }

    private static Map<String, Object> newLink(Errand.NewLink asked) {
        Map<String, Object> body = fields("new-link", "delivery", asked.mail().value());
        body.put("purpose", asked.purpose().word());
        body.put("placementId", asked.placement());
        body.put("rep", asked.person());
        body.put("holder", asked.holder());
        return body;
    }

    private static Map<String, Object> fields(String kind, String name, Object value) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put(name, value);
        return body;
    }

    static QueueMessage read(@Nullable String body) {
        try {
            return Json.read(body == null ? "" : body, QueueBody.class)
                    .map(QueueMessage::read)
                    .orElseGet(() -> new Poison("the body is null"));
        } catch (JsonSyntaxException notRead) {
            return new Poison("the body is not readable: " + notRead.getMessage());
        }
    }

    private static QueueMessage read(QueueBody body) {
        QueueBody detail = Objects.requireNonNullElse(body.detail(), QueueBody.EMPTY);
        return switch (body.detailType()) {
            case null -> asked(body);
            case "PlacementAccepted" -> about(detail, Plan::new);
            case "PlacementChanged" -> about(detail, FollowUp::new);
            case "TestAsked" -> delivery(detail, Errand.TestPing::new);
            default -> new Poison("the event is unknown");
        };
    }

    private static QueueMessage asked(QueueBody body) {
        return switch (body.kind()) {
            case "plan" -> about(body, Plan::new);
            case "follow-up" -> about(body, FollowUp::new);
            case "send" -> send(body);
            case "undelivered" -> delivery(body, Errand.Undelivered::new);
            case "second-address" -> delivery(body, Errand.SecondAddress::new);
            case "test-ping" -> delivery(body, Errand.TestPing::new);
            case "held-addresses" -> errandAbout(body, Errand.HeldAddresses::new);
            case "warn" -> errandAbout(body, Errand.Warn::new);
            case "check-quota" -> errandAbout(body, Errand.CheckQuota::new);
            case "sending-stopped" -> new ToDo(new Errand.SendingStopped());
            case "items-aside" -> new ToDo(new Errand.ItemsAside());
            case "audit-late" -> new ToDo(new Errand.AuditLate());
            case "ask-owners" -> errandAbout(body, Errand.AskOwners::new);
            case "remind-of-kit" -> errandAbout(body, Errand.RemindOfKit::new);
            case "fix-record" -> fixRecord(body);
            case "new-link" -> newLink(body);
            case "rules-changed" -> new ToDo(new Errand.RulesChanged());
            case "nobody-left" -> errandAbout(body, Errand.NobodyLeft::new);
            case "roster-changed" -> new ToDo(new Errand.RosterChanged());
            case "catch-up" -> new ToDo(new Errand.CatchUp());
            case "missed-changes" -> errandAbout(body, Errand.MissedChanges::new);
            case null, default -> new Poison("the kind is unknown");
        };
    }

    private static QueueMessage about(QueueBody body, Function<PlacementId, QueueMessage> asked) {
        String id = body.placementId();
        return id != null && PlacementId.isValid(id)
                ? asked.apply(new PlacementId(id))
                : new Poison("placementId is missing or is not an id");
    }

    private static QueueMessage errandAbout(QueueBody body, Function<PlacementId, Errand> errand) {
        return about(body, placement -> new ToDo(errand.apply(placement)));
    }

    private static QueueMessage delivery(QueueBody body, Function<DeliveryId, Errand> errand) {
        return Optional.ofNullable(body.delivery())
                .flatMap(DeliveryId::parse)
                .<QueueMessage>map(mail -> new ToDo(errand.apply(mail)))
                .orElseGet(() -> new Poison("delivery is missing or is not an id"));
    }

    private static QueueMessage fixRecord(QueueBody body) {
        String rep = body.rep();
        String number = body.number();
        if (rep == null
                || number == null
                || !REP.matcher(rep).matches()
                || !number.matches("[1-9][0-9]{0,3}")) {
            return new Poison("rep or number is missing or invalid");
        }
        return errandAbout(
                body,
                placement ->
                        new Errand.FixRecord(placement, new RepId(rep), Integer.parseInt(number)));
    }

    private static QueueMessage newLink(QueueBody body) {
        Optional<Purpose> purpose =
                Optional.ofNullable(body.purpose())
                        .flatMap(word -> Words.read(Purpose.class, word));
        String person = body.rep();
        String holder = body.holder();
        String id = body.placementId();
        if (purpose.isEmpty()
                || person == null
                || !REP.matcher(person).matches()
                || holder == null
                || !REP.matcher(holder).matches()
                || id == null
                || !PlacementId.isValid(id)) {
            return new Poison("purpose, placementId, rep or holder is missing or invalid");
        }
        return delivery(
                body,
                mail ->
                        new Errand.NewLink(
                                mail, purpose.get(), new PlacementId(id), person, holder));
    }

    private static QueueMessage send(QueueBody body) {
        Optional<Mailing> mailing =
                Mailing.read(Objects.requireNonNullElse(body.mail(), Mailing.PINGS.word()));
        if (mailing.isEmpty()) {
            return new Poison("\"mail\" is not a kind of email that reps get");
        }
        Set<String> reps = new LinkedHashSet<>(body.reps());
        if (reps.isEmpty()) {
            return new Poison("reps is missing or empty");
        }
        return reps.stream().allMatch(rep -> REP.matcher(rep).matches())
                ? about(
                        body,
                        placement ->
                                new Send(
                                        placement,
                                        mailing.get(),
                                        reps.stream().map(RepId::new).toList()))
                : new Poison("reps holds something that is not a rep's id");
    }

    private static Map<String, Object> ordered(String kind, PlacementId placement) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("kind", kind);
        body.put("placementId", placement);
        return body;
    }
}
