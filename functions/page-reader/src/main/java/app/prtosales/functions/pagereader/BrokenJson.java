package app.prtosales.functions.pagereader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Publication dates in JSON-LD that cannot be parsed.
final class BrokenJson {

    private static final Pattern PUBLISHED =
            Pattern.compile("\"datePublished\"\\s*:\\s*\"([^\"]{4,60})\"");
    private static final Pattern OF_COMMENT =
            Pattern.compile("\"@type\"\\s*:\\s*\"(?:Comment|UserComments|Answer)\"");

    private static final int MAXIMUM = 100;

    /// How far before a date its object may begin.
    private static final int BEFORE = 2_000;

    private BrokenJson() {}

    /// The dates that are not a comment's.
    static List<String> published(String json) {
        List<String> dates = new ArrayList<>();
        Matcher found = PUBLISHED.matcher(json);
        for (int i = 0; i < MAXIMUM && found.find(); i++) {
            if (!OF_COMMENT.matcher(ownProperties(json, found.start())).find()) {
                dates.add(found.group(1));
            }
        }
        return dates;
    }

    /// What the object around a place says before it, without the objects inside it.
    private static String ownProperties(String json, int place) {
        StringBuilder reversed = new StringBuilder();
        int depth = 0;
        for (int i = place - 1; i >= Math.max(0, place - BEFORE) && depth >= 0; i--) {
            char c = json.charAt(i);
            if (c == '}') {
                depth++;
            } else if (c == '{') {
                depth--;
            } else if (depth == 0) {
                reversed.append(c);
            }
        }
        return reversed.reverse().toString();
    }
}
