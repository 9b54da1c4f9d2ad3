package app.prtosales.aws.table;

import app.prtosales.id.SequenceId;
import app.prtosales.placement.Changes;
import app.prtosales.placement.Choice;
import app.prtosales.placement.ColorChange;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Correction.Amendment;
import app.prtosales.placement.Exemption;
import app.prtosales.placement.Forwardability;
import app.prtosales.placement.Move;
import app.prtosales.placement.PendingChange;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Question;
import app.prtosales.placement.Renewal;
import app.prtosales.placement.Resend;
import app.prtosales.placement.StoryKey;
import app.prtosales.placement.TakenBack;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps the changes of a placement to attributes of its item. Empty lists are left out.
final class ChangesAttributes {

    private static final String VERSION = "version";
    private static final String UNDONE = "undone";

    private ChangesAttributes() {}

    static Map<String, AttributeValue> of(Changes changes) {
        ItemWriter item = ItemWriter.map();
        put(item, "turns", changes.turns(), ChangesAttributes::of);
        put(item, "moves", changes.moves(), ChangesAttributes::of);
        put(item, "corrections", changes.corrections(), ChangesAttributes::of);
        put(item, "copies", changes.copies(), ChangesAttributes::of);
        put(item, "exemptions", changes.exemptions(), ChangesAttributes::of);
        put(item, "choices", changes.choices(), ChangesAttributes::of);
        put(item, "resends", changes.resends(), ChangesAttributes::of);
        put(item, "renewals", changes.renewals(), ChangesAttributes::of);
        if (!changes.formerKeys().isEmpty()) {
            item.texts("formerKeys", changes.formerKeys().stream().map(StoryKey::value).toList());
        }
        if (changes.takenBack() != null) {
            item.map("takenBack", of(changes.takenBack()));
        }
        put(item, "pending", changes.pending(), ChangesAttributes::of);
        return item.attributes();
    }

    static Changes changes(ItemReader map) {
        return new Changes(
                list(map, "turns", ChangesAttributes::turn),
                list(map, "moves", ChangesAttributes::move),
                list(map, "corrections", ChangesAttributes::correction),
                list(map, "copies", ChangesAttributes::copy),
                list(map, "exemptions", ChangesAttributes::exemption),
                list(map, "choices", ChangesAttributes::choice),
                list(map, "resends", ChangesAttributes::resend),
                list(map, "renewals", ChangesAttributes::renewal),
                map.has("formerKeys")
                        ? map.texts("formerKeys").stream().map(StoryKey::new).toList()
                        : List.of(),
                map.has("takenBack") ? takenBack(map.map("takenBack")) : null,
                list(map, "pending", ChangesAttributes::followUp));
    }

    private static Map<String, AttributeValue> of(ColorChange turn) {
        ItemWriter map =
                ItemWriter.map()
                        .number("number", turn.number())
                        .choice("from", turn.from())
                        .choice("to", turn.to())
                        .instant("at", turn.at())
                        .text("by", turn.by())
                        .text("reason", turn.reason());
        return withVersion(map, turn.version()).attributes();
    }

    private static ColorChange turn(ItemReader map) {
        return new ColorChange(
                map.count("number"),
                map.choice(Forwardability.class, "from"),
                map.choice(Forwardability.class, "to"),
                map.instant("at"),
                map.text("by"),
                map.text("reason"),
                version(map));
    }

    private static ItemWriter withVersion(ItemWriter map, long version) {
        return version == 0 ? map : map.number(VERSION, version);
    }

    /// 0 for a change from before its version was stored.
    private static long version(ItemReader map) {
        return map.has(VERSION) ? map.number(VERSION) : 0;
    }

    private static Map<String, AttributeValue> of(Move move) {
        ItemWriter map =
                ItemWriter.map()
                        .map("from", PublicationAttributes.of(move.from()))
                        .map("to", PublicationAttributes.of(move.to()))
                        .instant("at", move.at())
                        .text("by", move.by())
                        .text("reason", move.reason());
        return (move.verdict() == null
                        ? map
                        : map.map("verdict", ReachedAttributes.of(move.verdict())))
                .attributes();
    }

    private static Move move(ItemReader map) {
        return new Move(
                PublicationAttributes.publication(map.map("from")),
                PublicationAttributes.publication(map.map("to")),
                map.has("verdict") ? ReachedAttributes.judgment(map.map("verdict")) : null,
                map.instant("at"),
                map.text("by"),
                map.textOrNull("reason"));
    }

    private static Map<String, AttributeValue> of(Correction correction) {
        ItemWriter map =
                ItemWriter.map()
                        .number("number", correction.number())
                        .instant("at", correction.at())
                        .text("by", correction.by())
                        .text("reason", correction.reason());
        put(map, "amendments", correction.amendments(), ChangesAttributes::of);
        return withVersion(map, correction.version()).attributes();
    }

    private static Correction correction(ItemReader map) {
        return new Correction(
                map.count("number"),
                list(map, "amendments", ChangesAttributes::amendment),
                map.instant("at"),
                map.text("by"),
                map.text("reason"),
                version(map));
    }

    private static Map<String, AttributeValue> of(Amendment amendment) {
        return ItemWriter.map()
                .text("field", amendment.field())
                .text("before", written(amendment.before()))
                .text("after", written(amendment.after()))
                .attributes();
    }

    private static Amendment amendment(ItemReader map) {
        String field = map.text("field");
        return new Amendment(
                field,
                value(field, map.textOrNull("before")),
                value(field, map.textOrNull("after")));
    }

    private static @Nullable String written(Correction.@Nullable Value value) {
        return value == null ? null : value.written();
    }

    /// A value before or after a correction. A publication of which only the day is known is text:
    /// the day at the outlet.
    private static Correction.@Nullable Value value(String field, @Nullable String written) {
        if (written == null) {
            return null;
        }
        try {
            return field.equals("publishedAt")
                    ? new Correction.Time(Instant.parse(written))
                    : new Correction.Text(written);
        } catch (DateTimeParseException onlyTheDay) {
            return new Correction.Text(written);
        }
    }

    private static Map<String, AttributeValue> of(Copy copy) {
        return ItemWriter.map()
                .text(WebAddressAttributes.KEY, copy.url().canonical().value())
                .text(WebAddressAttributes.LINK, WebAddressAttributes.link(copy.url()))
                .text("outlet", copy.outlet())
                .text("placement", copy.placement() == null ? null : copy.placement().value())
                .instant("attachedAt", copy.attachedAt())
                .text("by", copy.by())
                .text("reason", copy.reason())
                .attributes();
    }

    private static Copy copy(ItemReader map) {
        return new Copy(
                WebAddressAttributes.address(map),
                map.text("outlet"),
                placement(map, "placement"),
                map.instant("attachedAt"),
                map.text("by"),
                map.text("reason"));
    }

    private static Map<String, AttributeValue> of(Exemption exemption) {
        ItemWriter map =
                ItemWriter.map()
                        .choice("question", exemption.question())
                        .text("reason", exemption.reason())
                        .text("name", exemption.name())
                        .instant("at", exemption.at())
                        .text("by", exemption.by());
        Exemption.@Nullable Undone undone = exemption.undone();
        return (undone == null ? map : map.map(UNDONE, of(undone))).attributes();
    }

    private static Map<String, AttributeValue> of(Exemption.Undone undone) {
        return ItemWriter.map()
                .text("reason", undone.reason())
                .text("name", undone.name())
                .instant("at", undone.at())
                .text("by", undone.by())
                .attributes();
    }

    private static Exemption exemption(ItemReader map) {
        return new Exemption(
                map.choice(Question.class, "question"),
                map.text("reason"),
                map.textOrNull("name"),
                map.instant("at"),
                map.text("by"),
                map.has(UNDONE) ? undone(map.map(UNDONE)) : null);
    }

    private static Exemption.Undone undone(ItemReader map) {
        return new Exemption.Undone(
                map.text("reason"), map.textOrNull("name"), map.instant("at"), map.text("by"));
    }

    private static Map<String, AttributeValue> of(Choice choice) {
        return ItemWriter.map()
                .number("number", choice.number())
                .text("sequence", choice.sequence().value())
                .text("stage", choice.stage())
                .text("reason", choice.reason())
                .instant("at", choice.at())
                .text("by", choice.by())
                .attributes();
    }

    private static Choice choice(ItemReader map) {
        return new Choice(
                map.count("number"),
                new SequenceId(map.text("sequence")),
                map.text("stage"),
                map.text("reason"),
                map.instant("at"),
                map.text("by"));
    }

    private static Map<String, AttributeValue> of(Resend resend) {
        return ItemWriter.map()
                .number("number", resend.number())
                .instant("at", resend.at())
                .text("by", resend.by())
                .text("reason", resend.reason())
                .attributes();
    }

    private static Resend resend(ItemReader map) {
        return new Resend(
                map.count("number"), map.instant("at"), map.text("by"), map.text("reason"));
    }

    private static Map<String, AttributeValue> of(Renewal renewal) {
        return ItemWriter.map()
                .number("number", renewal.number())
                .instant("from", renewal.from())
                .instant("to", renewal.to())
                .instant("at", renewal.at())
                .text("by", renewal.by())
                .text("reason", renewal.reason())
                .attributes();
    }

    private static Renewal renewal(ItemReader map) {
        return new Renewal(
                map.count("number"),
                map.instant("from"),
                map.instant("to"),
                map.instant("at"),
                map.text("by"),
                map.text("reason"));
    }

    private static Map<String, AttributeValue> of(TakenBack back) {
        return ItemWriter.map()
                .instant("at", back.at())
                .text("by", back.by())
                .text("reason", back.reason())
                .text("copyOf", back.copyOf() == null ? null : back.copyOf().value())
                .attributes();
    }

    private static TakenBack takenBack(ItemReader map) {
        return new TakenBack(
                map.instant("at"), map.text("by"), map.text("reason"), placement(map, "copyOf"));
    }

    private static Map<String, AttributeValue> of(PendingChange followUp) {
        return ItemWriter.map()
                .choice("kind", followUp.kind())
                .number("number", followUp.number())
                .number("version", followUp.version())
                .flag("late", followUp.late())
                .attributes();
    }

    private static PendingChange followUp(ItemReader map) {
        return new PendingChange(
                map.choice(PendingChange.Kind.class, "kind"),
                map.count("number"),
                map.number("version"),
                map.flag("late"));
    }

    private static @Nullable PlacementId placement(ItemReader map, String name) {
        return map.has(name) ? new PlacementId(map.text(name)) : null;
    }

    private static <T> void put(
            ItemWriter item,
            String name,
            List<T> values,
            Function<T, Map<String, AttributeValue>> map) {
        if (!values.isEmpty()) {
            item.list(name, values.stream().map(map).map(AttributeValue::fromM).toList());
        }
    }

    private static <T> List<T> list(ItemReader map, String name, Function<ItemReader, T> read) {
        return map.has(name)
                ? map.list(name).stream()
                        .map(AttributeValue::m)
                        .map(ItemReader::new)
                        .map(read)
                        .toList()
                : List.of();
    }
}
