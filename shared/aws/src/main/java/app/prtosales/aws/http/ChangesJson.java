package app.prtosales.aws.http;

import static app.prtosales.aws.http.PlacementJson.fields;

import app.prtosales.placement.Changes;
import app.prtosales.placement.Choice;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Move;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Renewal;
import app.prtosales.placement.Resend;
import app.prtosales.placement.TakenBack;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API's JSON for the changes of a placement.
final class ChangesJson {

    private final Map<String, String> people;

    private ChangesJson(Map<String, String> people) {
        this.people = people;
    }

    /// @param people addresses by id; people not in it are shown by id
    static Map<String, @Nullable Object> of(Placement placement, Map<String, String> people) {
        ChangesJson writer = new ChangesJson(people);
        Changes changes = placement.changes();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("expiresAt", placement.expiresAt());
        json.put("turns", changes.turns().stream().map(writer::turn).toList());
        json.put("moves", changes.moves().stream().map(writer::move).toList());
        json.put("corrections", changes.corrections().stream().map(writer::correction).toList());
        json.put("copies", changes.copies().stream().map(writer::copy).toList());
        json.put(
                "exemptions",
                changes.exemptionsThatHold().stream().map(writer::exemption).toList());
        json.put("choices", changes.choices().stream().map(writer::choice).toList());
        json.put("resends", changes.resends().stream().map(writer::resend).toList());
        json.put("renewals", changes.renewals().stream().map(writer::renewal).toList());
        json.put(
                "takenBack",
                changes.takenBack() == null ? null : writer.takenBack(changes.takenBack()));
        json.put("followUps", changes.pending().stream().map(ChangesJson::followUp).toList());
        return json;
    }

    private Map<String, @Nullable Object> turn(ColorChange turn) {
        Map<String, @Nullable Object> json = by(turn.at(), turn.by(), turn.reason());
        json.put("from", turn.from().word());
        json.put("to", turn.to().word());
        return json;
    }

    private Map<String, @Nullable Object> move(Move move) {
        Map<String, @Nullable Object> json = by(move.at(), move.by(), move.reason());
        json.put("from", publication(move.from()));
        json.put("to", publication(move.to()));
        json.put(
                "verdictBefore",
                move.verdict() == null ? null : move.verdict().reached().verdict().word());
        return json;
    }

    private static Map<String, @Nullable Object> publication(Publication publication) {
        Map<String, @Nullable Object> json =
                fields("publishedAt", publication.at(), "zone", publication.zone().getId());
        json.put("dateOnly", publication.dateOnly());
        json.put("deadline", publication.deadline());
        return json;
    }

    private Map<String, @Nullable Object> correction(Correction correction) {
        Map<String, @Nullable Object> json =
                by(correction.at(), correction.by(), correction.reason());
        json.put("number", correction.number());
        json.put("changes", correction.amendments().stream().map(ChangesJson::amendment).toList());
        return json;
    }

    private static Map<String, @Nullable Object> amendment(Amendment amendment) {
        Map<String, @Nullable Object> json =
                fields("field", amendment.field(), "before", written(amendment.before()));
        json.put("after", written(amendment.after()));
        return json;
    }

    private static @Nullable String written(Correction.@Nullable Value value) {
        return value == null ? null : value.written();
    }

    private Map<String, @Nullable Object> copy(Copy copy) {
        Map<String, @Nullable Object> json = by(copy.attachedAt(), copy.by(), copy.reason());
        json.put("url", copy.url().value());
        json.put("canonicalUrl", copy.url().canonical().value());
        json.put("outlet", copy.outlet());
        json.put("placement", copy.placement() == null ? null : copy.placement().value());
        return json;
    }

    private Map<String, @Nullable Object> exemption(Exemption exemption) {
        Map<String, @Nullable Object> json = by(exemption.at(), exemption.by(), exemption.reason());
        json.put("question", exemption.question().word());
        json.put("name", exemption.name() == null ? name(exemption.by()) : exemption.name());
        return json;
    }

    private Map<String, @Nullable Object> choice(Choice choice) {
        Map<String, @Nullable Object> json = by(choice.at(), choice.by(), choice.reason());
        json.put("sequence", choice.sequence().value());
        json.put("stage", choice.stage());
        return json;
    }

    private Map<String, @Nullable Object> resend(Resend resend) {
        Map<String, @Nullable Object> json = by(resend.at(), resend.by(), resend.reason());
        json.put("number", resend.number());
        return json;
    }

    private Map<String, @Nullable Object> renewal(Renewal renewal) {
        Map<String, @Nullable Object> json = by(renewal.at(), renewal.by(), renewal.reason());
        json.put("from", renewal.from());
        json.put("to", renewal.to());
        return json;
    }

    private Map<String, @Nullable Object> takenBack(TakenBack back) {
        Map<String, @Nullable Object> json = by(back.at(), back.by(), back.reason());
        json.put("copyOf", back.copyOf() == null ? null : back.copyOf().value());
        return json;
    }

    private static Map<String, @Nullable Object> followUp(PendingChange followUp) {
        return fields("kind", followUp.kind().word(), "number", followUp.number());
    }

    private Map<String, @Nullable Object> by(Instant at, String by, @Nullable String reason) {
        Map<String, @Nullable Object> json = fields("at", at, "by", name(by));
        json.put("reason", reason);
        return json;
    }

    private String name(String id) {
        return people.getOrDefault(id, id);
    }
}
