package app.prtosales.aws.http;

import app.prtosales.aws.csv.Csv;
import app.prtosales.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lines of a CSV file that were left out because they are not part of its data.
public final class FooterJson {

    /// The JSON member that lists them.
    public static final String LEFT_OUT = "leftOut";

    private static final int MAXIMUM_TEXT = 200;

    private static final int MAXIMUM_LINES = 50;

    private FooterJson() {}

    public static List<Map<String, Object>> of(List<Csv.Line> footer) {
        return footer.stream().limit(MAXIMUM_LINES).map(FooterJson::of).toList();
    }

    private static Map<String, Object> of(Csv.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("line", line.number());
        json.put("text", PlainText.shortened(line.text(), MAXIMUM_TEXT));
        return json;
    }
}
