package app.prtosales.aws.http;

import app.prtosales.audit.Finding;
import app.prtosales.audit.PlacementAnswers;
import app.prtosales.directory.Suggestion;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.SequenceId;
import app.prtosales.overview.ForeseePlacement;
import app.prtosales.overview.ForeseePlacement.Foreseen;
import app.prtosales.overview.PlacementOverview;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Status;
import app.prtosales.placement.Story;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.placement.Verdict;
import app.prtosales.response.BetterPlace;
import app.prtosales.response.Response;
import app.prtosales.sequence.SequenceTask;
import app.prtosales.text.FieldError;
import app.prtosales.text.Words;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A placement as the API shows it (`docs/openapi.yaml`).
public final class PlacementJson {

    private PlacementJson() {}

    /// Everything known about a placement.
    public static Map<String, @Nullable Object> whole(PlacementOverview overview) {
        return whole(overview, List.of());
    }

    /// The same after a submission or a change, with what to check about it.
    public static Map<String, @Nullable Object> whole(
            PlacementOverview overview, List<FieldError> warnings) {
        Placement placement = overview.placement();
        Map<String, @Nullable Object> json =
                described(placement, overview.status(), overview.forwardability());
        Map<String, @Nullable Object> reached = reached(placement, overview.audit().reached());
        reached.put("reachedAt", overview.reachedAt());
        json.put("reached", reached);
        json.put("acknowledged", overview.acknowledged());
        json.put("possibleDuplicates", overview.possibleDuplicates());
        json.put("audit", audit(overview.audit()));
        json.put("next", WeekJson.next(overview.audit().next()));
        json.put(
                "suggestions",
                overview.suggestions().stream()
                        .map(task -> suggestion(task, overview.people()))
                        .toList());
        json.put("inactiveSequence", WeekJson.next(overview.inactiveSequence()));
        json.put("kit", kit(overview));
        json.putAll(ChangesJson.of(placement, overview.people()));
        json.put("copyIsOut", overview.copyIsOut());
        json.put("similar", overview.similar().stream().map(PlacementJson::similar).toList());
        json.put("responses", overview.responses().stream().map(PlacementJson::response).toList());
        json.put("presentIds", overview.presentIds());
        json.put("history", overview.history().stream().map(PlacementJson::entry).toList());
        json.put("warnings", warnings(warnings));
        return json;
    }

    /// A row of the list of placements: the placement's own fields, the verdict if there is one,
    /// and the three answers as words.
    ///
    /// @param now the time at which it is shown
    public static Map<String, @Nullable Object> line(
            Placement placement, PlacementAnswers answers, Instant now) {
        Map<String, @Nullable Object> json =
                described(placement, placement.status(), placement.forwardabilityAt(now));
        Judgment judgment = placement.judgment();
        json.put(
                "reached",
                judgment == null
                        ? verdict(Verdict.of(placement), null)
                        : reached(placement, judgment.reached()));
        json.put("audit", words(answers));
        json.put(
                "inSequences",
                answers.facts().confirmed().stream()
                        .map(confirmed -> confirmed.sequence().value())
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> described(
            Placement placement, Status status, Forwardability now) {
        Story story = placement.story();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", placement.id().value());
        json.put("status", status.word());
        json.put("url", story.url() == null ? null : story.url().value());
        json.put("canonicalUrl", story.url() == null ? null : story.url().canonical().value());
        json.put("outlet", story.outlet());
        json.put("headline", story.headline());
        json.put("format", story.format().word());
        json.put("publishedAt", placement.publication().at());
        json.put("zone", placement.publication().zone().getId());
        json.put("dateOnly", placement.publication().dateOnly());
        json.put("deadline", placement.publication().deadline());
        json.put("segments", placement.note().segments());
        json.put("note", placement.note().text());
        json.put("personas", placement.note().personas());
        json.put("topic", story.topic());
        json.put("spokesperson", story.spokesperson());
        json.put("quote", story.quote());
        json.put("whyItMatters", story.whyItMatters());
        json.put("holdingLine", story.holdingLine());
        json.put("tone", story.tone().word());
        json.put("forwardability", placement.forwardability().word());
        json.put("forwardabilityNow", now.word());
        json.put("backfill", placement.backfill());
        json.put("acceptedAt", placement.acceptedAt());
        return json;
    }

    /// How many reps were reached, without the time of the verdict.
    static Map<String, @Nullable Object> totals(Reached reached) {
        Map<String, @Nullable Object> json =
                verdict(reached.verdict(), reached.cause() == null ? null : reached.cause().word());
        json.put("count", reached.count());
        json.put("of", reached.of());
        json.put("inTime", reached.inTime());
        json.put("lastAt", reached.lastAt());
        json.put(
                "missing",
                reached.missing().stream()
                        .map(missing ->
                                fields("rep", missing.rep(), "reason", missing.reason().words()))
                        .toList());
        json.put("late", reached.late());
        json.put("left", reached.left());
        json.put(
                "notCounted",
                Stream.concat(
                                reached.left().stream()
                                        .map(rep ->
                                                fields(
                                                        "rep",
                                                        rep,
                                                        "reason",
                                                        "left the team before the deadline")),
                                reached.joined().stream()
                                        .map(each ->
                                                fields(
                                                        "rep",
                                                        each.rep(),
                                                        "reason",
                                                        "joined after it was sent; catch-up email: "
                                                                + each.reason().words())))
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> reached(Placement placement, Reached reached) {
        Map<String, @Nullable Object> json = totals(reached);
        json.put("verdict", Verdict.of(placement).word());
        Judgment judgment = placement.judgment();
        if (judgment != null) {
            json.put("judgedAt", judgment.judgedAt());
            json.put("restatedAt", judgment.restatedAt());
            json.put("firstVerdict", judgment.first().word());
        }
        return json;
    }

    private static Map<String, @Nullable Object> verdict(Verdict verdict, @Nullable String cause) {
        return fields("verdict", verdict.word(), "cause", cause);
    }

    static Map<String, @Nullable Object> audit(PlacementAnswers audit) {
        Map<String, @Nullable Object> json = words(audit);
        Map<String, @Nullable Object> evidence = new LinkedHashMap<>();
        evidence.put("reachedIn24h", finding(audit.reachedIn24h()));
        evidence.put("inActiveSequence", finding(audit.inActiveSequence()));
        evidence.put("referencedInDeal", finding(audit.referencedInDeal()));
        json.put("evidence", evidence);
        return json;
    }

    private static Map<String, @Nullable Object> words(PlacementAnswers audit) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("reachedIn24h", audit.reachedIn24h().answer().word());
        json.put("inActiveSequence", audit.inActiveSequence().answer().word());
        json.put("referencedInDeal", audit.referencedInDeal().answer().word());
        json.put("leaking", audit.leaking());
        return json;
    }

    private static Map<String, @Nullable Object> finding(Finding finding) {
        return fields("why", finding.evidence(), "at", finding.at());
    }

    private static Map<String, @Nullable Object> suggestion(
            SequenceTask task, Map<String, String> people) {
        Suggestion suggestion = task.suggestion();
        Map<String, @Nullable Object> json =
                fields("sequence", suggestion.sequence().id().value(), "stage", suggestion.stage());
        json.put("name", suggestion.sequence().name());
        json.put("sequenceStatus", suggestion.sequence().status().word());
        json.put("why", suggestion.why());
        json.put(
                "chosenBy",
                suggestion.chosen() == null
                        ? null
                        : people.getOrDefault(suggestion.chosen().by(), suggestion.chosen().by()));
        json.put("status", task.status().word());
        json.put("askedAt", task.askedAt());
        json.put("askedAgainAt", task.askedAgainAt());
        json.put("handedOverAt", task.handedOverAt());
        Response.@Nullable OfSequence answer = task.answer();
        @Nullable String by = answer == null ? null : answer.by();
        json.put("answeredAt", answer == null ? null : answer.at());
        json.put("answeredBy", by == null ? null : people.getOrDefault(by, by));
        if (answer instanceof Response.InSequence in) {
            json.put("confirmedStage", in.stage());
        }
        if (answer instanceof Response.Declined declined) {
            json.put("reason", declined.reason());
            json.put("elsewhere", elsewhere(declined.elsewhere()));
        }
        return json;
    }

    static @Nullable String elsewhere(@Nullable BetterPlace elsewhere) {
        return switch (elsewhere) {
            case null -> null;
            case BetterPlace.OtherSequence(var id) -> id.value();
            case BetterPlace.OwnPage page -> Words.of(page);
        };
    }

    /// Ready and armed are separate (R3.4).
    private static Map<String, @Nullable Object> kit(PlacementOverview overview) {
        Map<String, @Nullable Object> json =
                fields(
                        "ready",
                        overview.whyNoKit() == null,
                        "armed",
                        overview.audit().facts().armed());
        json.put("whyNot", overview.whyNoKit());
        json.put(
                "champions",
                overview.champions().stream()
                        .map(each -> {
                            Map<String, @Nullable Object> champion =
                                    fields("name", each.name(), "accountName", each.accountName());
                            champion.put("rep", each.person());
                            champion.put("armed", each.armed());
                            return champion;
                        })
                        .toList());
        return json;
    }

    private static Map<String, @Nullable Object> similar(StoryInBrief other) {
        Map<String, @Nullable Object> json =
                fields("id", other.id().value(), "headline", other.headline());
        json.put("outlet", other.outlet());
        json.put("publishedAt", other.publishedAt());
        return json;
    }

    private static Map<String, @Nullable Object> response(Response response) {
        Map<String, @Nullable Object> json =
                switch (response) {
                    case Response.Acknowledged acknowledged ->
                            fields("kind", "acknowledged", "rep", acknowledged.person());
                    case Response.Referenced reference -> {
                        Map<String, @Nullable Object> fields =
                                fields("kind", "reference", "rep", reference.person());
                        fields.put("account", text(reference.account()));
                        fields.put("accountName", reference.accountName());
                        fields.put("openDeal", reference.openDeal());
                        fields.put("how", reference.how().word());
                        fields.put("champion", reference.champion());
                        yield fields;
                    }
                    case Response.KitSent sent -> {
                        Map<String, @Nullable Object> fields =
                                fields("kind", "kit-sent", "rep", sent.person());
                        fields.put("account", text(sent.account()));
                        fields.put("accountName", sent.accountName());
                        fields.put("openDeal", sent.openDeal());
                        fields.put("champion", sent.champion());
                        yield fields;
                    }
                    case Response.Undone undone ->
                            fields("kind", "taken-back", "rep", undone.person());
                    case Response.Declined declined -> {
                        Map<String, @Nullable Object> fields =
                                fields("kind", "declined", "sequence", declined.person());
                        fields.put("reason", declined.reason());
                        yield fields;
                    }
                    case Response.Removed removed ->
                            fields("kind", "removed", "sequence", removed.person());
                    case Response.WrongRecord fix ->
                            fields("kind", "record-fix", "rep", fix.person());
                    case Response.InSequence confirmed -> {
                        Map<String, @Nullable Object> fields =
                                fields("kind", "sequence", "sequence", confirmed.person());
                        fields.put("stage", confirmed.stage());
                        yield fields;
                    }
                };
        json.put("at", response.at());
        return json;
    }

    private static @Nullable String text(@Nullable AccountId account) {
        return account == null ? null : account.value();
    }

    private static Map<String, @Nullable Object> entry(HistoryEntry entry) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("at", entry.at());
        json.put("by", entry.sequence().map(SequenceId::value).orElse(entry.by()));
        entry.sequence().ifPresent(sequence -> json.put("role", "sequence-owner"));
        json.put("what", entry.what());
        if (entry.reason() != null) {
            json.put("reason", entry.reason());
        }
        return json;
    }

    /// What a submission would cause.
    public static Map<String, @Nullable Object> foreseen(Foreseen foreseen) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("deadline", foreseen.deadline());
        json.put("sentAt", foreseen.sentAt());
        json.put("team", foreseen.team());
        json.put("reached", foreseen.reached());
        json.put("skipped", foreseen.skipped().stream().map(PlacementJson::note).toList());
        json.put("beside", foreseen.beside().stream().map(PlacementJson::note).toList());
        json.put("known", foreseen.known() == null ? null : foreseen.known().value());
        json.put("similar", foreseen.similar().stream().map(PlacementJson::similar).toList());
        json.put("warnings", warnings(foreseen.warnings()));
        return json;
    }

    private static Map<String, @Nullable Object> note(ForeseePlacement.Note note) {
        Map<String, @Nullable Object> json = fields("rep", note.rep(), "name", note.name());
        json.put("reason", note.reason());
        return json;
    }

    static Map<String, @Nullable Object> fields(
            String one, @Nullable Object first, String other, @Nullable Object second) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put(one, first);
        json.put(other, second);
        return json;
    }

    /// Field errors in the form of warnings.
    public static List<Map<String, @Nullable Object>> warnings(List<FieldError> warnings) {
        return warnings.stream()
                .map(warning -> fields("field", warning.field(), "message", warning.message()))
                .toList();
    }
}
