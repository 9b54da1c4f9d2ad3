package app.prtosales.local.edges.iam;

import java.util.regex.Pattern;

/// A pattern in which `*` matches any characters and `?` exactly one.
final class Glob {

    private final Pattern pattern;

    private Glob(String text, int flags) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(each)));
            }
        }
        this.pattern = Pattern.compile(regex.toString(), flags | Pattern.DOTALL);
    }

    static Glob of(String text) {
        return new Glob(text, 0);
    }

    static Glob inAnyCase(String text) {
        return new Glob(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    boolean matches(String text) {
        return pattern.matcher(text).matches();
    }
}
