package app.prtosales.local.edges.iam;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// An ARN with wildcards, each of which stays within its segment; a lone `*` matches any resource.
final class ArnPattern {

    private static final int PARTS = 6;
    private static final Pattern COLON = Pattern.compile(":");

    private final boolean any;
    private final List<Glob> parts;

    private ArnPattern(String text) {
        this.any = text.equals("*");
        this.parts = Arrays.stream(COLON.split(text, PARTS)).map(Glob::of).toList();
    }

    /// @throws UnreadablePolicy when the text is not an ARN
    static ArnPattern of(String text) {
        if (!text.equals("*")
                && (!text.startsWith("arn:") || COLON.split(text, PARTS).length != PARTS)) {
            throw new UnreadablePolicy(text + " is not an ARN");
        }
        return new ArnPattern(text);
    }

    boolean matches(String arn) {
        if (any) {
            return true;
        }
        String[] given = COLON.split(arn, PARTS);
        if (given.length != PARTS) {
            return false;
        }
        for (int i = 0; i < PARTS; i++) {
            if (!parts.get(i).matches(given[i])) {
                return false;
            }
        }
        return true;
    }
}
