package app.prtosales.aws.table;

import app.prtosales.audit.Facts;
import app.prtosales.id.AccountId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Format;
import app.prtosales.placement.Status;
import app.prtosales.placement.Tone;
import app.prtosales.response.How;
import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps the facts behind an audited placement to attributes of a frozen week.
final class FactsAttributes {

    private FactsAttributes() {}

    static Map<String, AttributeValue> of(Facts facts) {
        return ItemWriter.map()
                .text("zone", facts.zone().getId())
                .choice("format", facts.format())
                .choice("tone", facts.tone())
                .choice("status", facts.status())
                .flag("backfill", facts.backfill())
                .instant("acceptedAt", facts.acceptedAt())
                .texts("segments", facts.segments())
                .texts("personas", facts.personas())
                .number("acknowledged", facts.acknowledged())
                .instant("endsAt", facts.endsAt())
                .instant("restatedAt", facts.restatedAt())
                .list("confirmed", facts.confirmed().stream().map(FactsAttributes::of).toList())
                .list("uses", facts.uses().stream().map(FactsAttributes::of).toList())
                .number("armed", facts.armed())
                .attributes();
    }

    static Facts facts(ItemReader map) {
        return new Facts(
                ZoneId.of(map.text("zone")),
                map.choice(Format.class, "format"),
                map.choice(Tone.class, "tone"),
                map.choice(Status.class, "status"),
                map.flag("backfill"),
                map.instant("acceptedAt"),
                map.texts("segments"),
                map.texts("personas"),
                map.count("acknowledged"),
                map.instantOrNull("endsAt"),
                map.instantOrNull("restatedAt"),
                map.list("confirmed").stream()
                        .map(each -> confirmed(new ItemReader(each.m())))
                        .toList(),
                map.list("uses").stream().map(each -> used(new ItemReader(each.m()))).toList(),
                map.count("armed"));
    }

    private static AttributeValue of(Facts.Confirmed confirmed) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("sequence", confirmed.sequence().value())
                        .text("name", confirmed.name())
                        .text("stage", confirmed.stage())
                        .instant("at", confirmed.at())
                        .text("state", confirmed.state())
                        .flag("hasStage", confirmed.hasStage())
                        .texts("personas", confirmed.personas())
                        .attributes());
    }

    private static Facts.Confirmed confirmed(ItemReader map) {
        return new Facts.Confirmed(
                new SequenceId(map.text("sequence")),
                map.text("name"),
                map.text("stage"),
                map.instant("at"),
                map.text("state"),
                map.flag("hasStage"),
                map.texts("personas"));
    }

    private static AttributeValue of(Facts.Used used) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("account", used.account() == null ? null : used.account().value())
                        .text("accountName", used.accountName())
                        .flag("target", used.target())
                        .choice("how", used.how())
                        .instant("at", used.at())
                        .attributes());
    }

    private static @Nullable AccountId account(ItemReader map) {
        String stored = map.textOrNull("account");
        return stored == null ? null : new AccountId(stored);
    }

    private static Facts.Used used(ItemReader map) {
        return new Facts.Used(
                account(map),
                map.text("accountName"),
                map.flag("target"),
                map.choice(How.class, "how"),
                map.instant("at"));
    }
}
