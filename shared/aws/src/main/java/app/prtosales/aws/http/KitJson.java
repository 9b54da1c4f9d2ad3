package app.prtosales.aws.http;

import app.prtosales.kit.ChampionKit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The API's JSON for the champion kit.
public final class KitJson {

    private KitJson() {}

    public static Map<String, @Nullable Object> of(ChampionKit kit) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("persona", kit.persona().word());
        json.put("headline", kit.headline());
        json.put("whatWasSaid", kit.what());
        json.put("byWhom", kit.byWhom());
        json.put("published", kit.published().toString());
        json.put("evidence", kit.evidence());
        json.put("whyItMatters", kit.why());
        json.put("paragraph", String.join("\n", kit.paragraph()));
        json.put("url", kit.url());
        return json;
    }
}
