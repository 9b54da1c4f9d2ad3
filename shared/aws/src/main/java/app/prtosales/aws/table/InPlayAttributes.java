package app.prtosales.aws.table;

import app.prtosales.audit.InPlay;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Publication;
import app.prtosales.response.How;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// Maps what is in play around a week to attributes of the week's own item.
final class InPlayAttributes {

    private InPlayAttributes() {}

    static Map<String, AttributeValue> of(InPlay inPlay) {
        return ItemWriter.map()
                .number("placements", inPlay.placements())
                .list("stages", inPlay.stages().stream().map(InPlayAttributes::of).toList())
                .number("deals", inPlay.deals())
                .number("dealsAtTargets", inPlay.dealsAtTargets())
                .list("named", inPlay.named().stream().map(InPlayAttributes::of).toList())
                .number("championsReady", inPlay.kitsReady())
                .number("championsArmed", inPlay.championsArmed())
                .list("ending", inPlay.ending().stream().map(InPlayAttributes::of).toList())
                .number("endingSoon", inPlay.endingSoon())
                .texts("quiet", inPlay.quiet())
                .list("untouched", inPlay.untouched().stream().map(InPlayAttributes::of).toList())
                .number("untouchedInAll", inPlay.untouchedInAll())
                .attributes();
    }

    static InPlay inPlay(ItemReader map) {
        return new InPlay(
                map.count("placements"),
                map.list("stages").stream().map(e -> stage(new ItemReader(e.m()))).toList(),
                map.count("deals"),
                map.count("dealsAtTargets"),
                map.list("named").stream().map(e -> deal(new ItemReader(e.m()))).toList(),
                map.count("championsReady"),
                map.count("championsArmed"),
                map.list("ending").stream().map(e -> ending(new ItemReader(e.m()))).toList(),
                map.count("endingSoon"),
                map.texts("quiet"),
                map.list("untouched").stream().map(e -> untouched(new ItemReader(e.m()))).toList(),
                // Missing in weeks that were frozen before there was such a count.
                map.has("untouchedInAll") ? map.count("untouchedInAll") : 0);
    }

    private static AttributeValue of(InPlay.Untouched untouched) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("placement", untouched.placement().value())
                        .text("headline", untouched.headline())
                        .instant("publishedAt", untouched.publication().at())
                        .text("zone", untouched.publication().zone().getId())
                        .flag("dateOnly", untouched.publication().dateOnly())
                        .attributes());
    }

    private static InPlay.Untouched untouched(ItemReader map) {
        return new InPlay.Untouched(
                new PlacementId(map.text("placement")), map.text("headline"), published(map));
    }

    /// Weeks frozen before the zone was stored have only the instant.
    private static Publication published(ItemReader map) {
        Instant at = map.instant("publishedAt");
        return map.has("zone")
                ? new Publication(at, ZoneId.of(map.text("zone")), map.flag("dateOnly"))
                : new Publication(at, ZoneOffset.UTC, false);
    }

    private static AttributeValue of(InPlay.InStage stage) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("stage", stage.stage())
                        .text("persona", stage.persona())
                        .number("placements", stage.placements())
                        .attributes());
    }

    private static InPlay.InStage stage(ItemReader map) {
        return new InPlay.InStage(map.text("stage"), map.text("persona"), map.count("placements"));
    }

    private static AttributeValue of(InPlay.Deal deal) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("placement", deal.placement().value())
                        .text("headline", deal.headline())
                        .text("accountName", deal.accountName())
                        .flag("target", deal.target())
                        .choice("how", deal.how())
                        .instant("at", deal.at())
                        .attributes());
    }

    private static InPlay.Deal deal(ItemReader map) {
        return new InPlay.Deal(
                new PlacementId(map.text("placement")),
                map.text("headline"),
                map.text("accountName"),
                map.flag("target"),
                map.choice(How.class, "how"),
                map.instant("at"));
    }

    private static AttributeValue of(InPlay.Ending ending) {
        return AttributeValue.fromM(
                ItemWriter.map()
                        .text("placement", ending.placement().value())
                        .text("headline", ending.headline())
                        .instant("at", ending.at())
                        .attributes());
    }

    private static InPlay.Ending ending(ItemReader map) {
        return new InPlay.Ending(
                new PlacementId(map.text("placement")), map.text("headline"), map.instant("at"));
    }
}
