package app.prtosales.aws.http;

import app.prtosales.audit.FindSequenceGaps.Carried;
import app.prtosales.audit.FindSequenceGaps.Ended;
import app.prtosales.audit.FindSequenceGaps.Gaps;
import app.prtosales.audit.FindSequenceGaps.Holding;
import app.prtosales.audit.FindSequenceGaps.Unplaced;
import app.prtosales.audit.NextStep;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API's JSON for the gaps in rule 2.
public final class GapsJson {

    private GapsJson() {}

    public static Map<String, @Nullable Object> of(Gaps gaps) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("asOf", gaps.asOf());
        json.put("unplaced", gaps.unplaced().stream().map(GapsJson::unplaced).toList());
        json.put("sequences", gaps.sequences().stream().map(GapsJson::holding).toList());
        return json;
    }

    private static Map<String, @Nullable Object> unplaced(Unplaced each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", each.id().value());
        json.put("outlet", each.outlet());
        json.put("headline", each.headline());
        json.put("why", each.why().evidence());
        json.put("since", each.why().at());
        NextStep next = each.next();
        json.put("next", next == null ? null : next.step());
        return json;
    }

    private static Map<String, @Nullable Object> holding(Holding each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("sequence", each.sequence().value());
        json.put("name", each.name());
        json.put("status", each.state());
        json.put("counting", each.counting());
        json.put("holds", each.carried().stream().map(GapsJson::carried).toList());
        json.put("ended", each.ended().stream().map(GapsJson::ended).toList());
        return json;
    }

    private static Map<String, @Nullable Object> carried(Carried each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", each.id().value());
        json.put("headline", each.headline());
        json.put("stage", each.stage());
        json.put("onlyHere", each.onlyHere());
        return json;
    }

    private static Map<String, @Nullable Object> ended(Ended each) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("id", each.id().value());
        json.put("headline", each.headline());
        json.put("stage", each.stage());
        json.put("why", each.why());
        json.put("at", each.at());
        return json;
    }
}
