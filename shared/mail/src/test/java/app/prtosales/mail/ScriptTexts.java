package app.prtosales.mail;

import java.util.ArrayDeque;
import java.util.Deque;

/// The texts in the browser's scripts: quoted strings that contain a space, one per line. A
/// template is split at the values it inserts; `…` stands for each value. Comments and regular
/// expressions are skipped.
final class ScriptTexts {

    private final String code;
    private final StringBuilder said = new StringBuilder();

    /// The number of open braces in each template around the current position.
    private final Deque<Integer> templates = new ArrayDeque<>();

    private int at;
    private char before = '\n';

    private ScriptTexts(String code) {
        this.code = code;
    }

    static String of(String code) {
        ScriptTexts texts = new ScriptTexts(code);
        while (texts.at < code.length()) {
            texts.next();
        }
        return texts.said.toString();
    }

    private void next() {
        char c = code.charAt(at);
        if (code.startsWith("//", at)) {
            at = end(code.indexOf('\n', at));
        } else if (code.startsWith("/*", at)) {
            at = end(code.indexOf("*/", at) + 2);
        } else if (c == '\'' || c == '"') {
            at++;
            text(c);
        } else if (c == '`') {
            at++;
            template();
        } else if (c == '/' && "(,=:[!&|?{};\n".indexOf(before) >= 0) {
            pattern();
        } else if (c == '}' && !templates.isEmpty() && templates.peek() == 0) {
            templates.pop();
            at++;
            template();
        } else {
            if (!templates.isEmpty() && (c == '{' || c == '}')) {
                templates.push(templates.pop() + (c == '{' ? 1 : -1));
            }
            at++;
        }
        before = Character.isWhitespace(c) && c != '\n' ? before : c;
    }

    private int end(int found) {
        return found < 0 ? code.length() : found;
    }

    private void text(char quote) {
        StringBuilder text = new StringBuilder();
        while (code.charAt(at) != quote) {
            at += code.charAt(at) == '\\' ? 1 : 0;
            text.append(code.charAt(at++));
        }
        at++;
        keep(text);
    }

    /// Reads up to the template's end, or to the next value in it.
    private void template() {
        StringBuilder text = new StringBuilder();
        while (code.charAt(at) != '`' && !code.startsWith("${", at)) {
            at += code.charAt(at) == '\\' ? 1 : 0;
            text.append(code.charAt(at++));
        }
        if (code.charAt(at) == '`') {
            at++;
        } else {
            at += 2;
            templates.push(0);
            text.append('…');
        }
        keep(text);
    }

    private void pattern() {
        boolean inClass = false;
        at++;
        while (inClass || code.charAt(at) != '/') {
            char c = code.charAt(at);
            inClass = c == '[' || inClass && c != ']';
            at += c == '\\' ? 2 : 1;
        }
        at++;
    }

    private void keep(StringBuilder text) {
        if (text.indexOf(" ") >= 0) {
            said.append(text.toString().strip()).append('\n');
        }
    }
}
