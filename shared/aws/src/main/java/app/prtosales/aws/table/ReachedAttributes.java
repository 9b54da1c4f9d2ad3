package app.prtosales.aws.table;

import app.prtosales.id.RepId;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps a verdict and its totals to attributes of an item.
///
/// Missing reps are stored compactly, as a list of ids next to a list of indexes into the lists of
/// reasons: a team of 10,000 of whom nobody was reached must fit into 400 KB. Each reason is stored
/// once, in `fates` as the value that is read, and in `reasons` as the sentence that earlier
/// versions read.
final class ReachedAttributes {

    private ReachedAttributes() {}

    static Map<String, AttributeValue> of(Reached reached) {
        Map<MailFate, Integer> reasons = new LinkedHashMap<>();
        List<AttributeValue> why = new ArrayList<>();
        for (Missing missing : reached.missing()) {
            int reason = reasons.computeIfAbsent(missing.reason(), unseen -> reasons.size());
            why.add(AttributeValue.fromN(Integer.toString(reason)));
        }
        return ItemWriter.map()
                .choice("verdict", reached.verdict())
                .choice("cause", reached.cause())
                .number("count", reached.count())
                .number("inTime", reached.inTime())
                .number("of", reached.of())
                .texts(
                        "missing",
                        reached.missing().stream().map(each -> each.rep().value()).toList())
                .list("why", why)
                .texts("reasons", reasons.keySet().stream().map(MailFate::words).toList())
                .list("fates", reasons.keySet().stream().map(MailFateAttributes::of).toList())
                .texts("late", reached.late().stream().map(RepId::value).toList())
                .texts("left", reached.left().stream().map(RepId::value).toList())
                .list("joined", joined(reached))
                .list("joinedFates", joinedFates(reached))
                .instant("lastAt", reached.lastAt())
                .attributes();
    }

    static Reached reached(ItemReader map) {
        List<String> reps = map.texts("missing");
        List<AttributeValue> why = map.list("why");
        List<MailFate> reasons =
                map.has("fates")
                        ? map.list("fates").stream().map(MailFateAttributes::fate).toList()
                        : map.texts("reasons").stream().map(MailFateAttributes::inWords).toList();
        List<Missing> missing = new ArrayList<>();
        for (int i = 0; i < reps.size(); i++) {
            int reason = Integer.parseInt(why.get(i).n());
            missing.add(new Missing(new RepId(reps.get(i)), reasons.get(reason)));
        }
        return new Reached(
                map.choice(Verdict.class, "verdict"),
                map.choiceOrNull(Cause.class, "cause"),
                map.count("count"),
                map.count("inTime"),
                map.count("of"),
                missing,
                map.has("late") ? map.texts("late").stream().map(RepId::new).toList() : List.of(),
                map.texts("left").stream().map(RepId::new).toList(),
                map.has("joined") ? joined(map) : List.of(),
                map.instantOrNull("lastAt"));
    }

    /// Only a few: people who joined within the 24 hours.
    private static List<AttributeValue> joined(Reached reached) {
        return reached.joined().stream()
                .map(each ->
                        AttributeValue.fromL(
                                List.of(
                                        AttributeValue.fromS(each.rep().value()),
                                        AttributeValue.fromS(each.reason().words()))))
                .toList();
    }

    private static List<AttributeValue> joinedFates(Reached reached) {
        return reached.joined().stream().map(each -> MailFateAttributes.of(each.reason())).toList();
    }

    private static List<Missing> joined(ItemReader map) {
        List<AttributeValue> fates = map.has("joinedFates") ? map.list("joinedFates") : List.of();
        List<Missing> joined = new ArrayList<>();
        for (AttributeValue value : map.list("joined")) {
            List<AttributeValue> each = value.l();
            joined.add(
                    new Missing(
                            new RepId(each.getFirst().s()),
                            fates.isEmpty()
                                    ? MailFateAttributes.inWords(each.getLast().s())
                                    : MailFateAttributes.fate(fates.get(joined.size()))));
        }
        return joined;
    }

    static Map<String, AttributeValue> of(Judgment judgment) {
        return ItemWriter.map()
                .map("reached", of(judgment.reached()))
                .instant("judgedAt", judgment.judgedAt())
                .instant("restatedAt", judgment.restatedAt())
                .choice("first", judgment.first())
                .attributes();
    }

    static Judgment judgment(ItemReader map) {
        return new Judgment(
                reached(map.map("reached")),
                map.instant("judgedAt"),
                map.instantOrNull("restatedAt"),
                map.choice(Verdict.class, "first"));
    }
}
