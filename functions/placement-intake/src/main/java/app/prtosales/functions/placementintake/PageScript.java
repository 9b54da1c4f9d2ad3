package app.prtosales.functions.placementintake;

import static java.util.regex.Pattern.MULTILINE;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The page's modules joined into one script. Each module becomes a function that is called once
/// and returns what the module exports; it comes after those that it imports.
///
/// A browser would request all of the modules at the same time, and Lambda answers each of these
/// requests in an environment of its own, but a new account may have as few as ten
/// (<https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html>).
final class PageScript {

    private static final Pattern IMPORT =
            Pattern.compile(
                    "^import (?:\\* as (?<all>\\w+)|(?<some>\\{[^}]+})) from '\\./(?<from>[a-z]+)\\.js';$",
                    MULTILINE);
    private static final Pattern IMPORTED_NAME =
            Pattern.compile("(?<name>\\w+)(?: as \\w+)?\\s*[,}]");
    private static final Pattern DYNAMIC_IMPORT =
            Pattern.compile("\\bimport\\('\\./(?<from>[a-z]+)\\.js'\\)");
    private static final Pattern EXPORT =
            Pattern.compile(
                    "^export (?=(?:async )?(?:function|class|const) (?<name>\\w+))", MULTILINE);
    private static final Pattern OTHER_FORM =
            Pattern.compile("^(?:import|export)\\b.*|\\bimport *[(.].*", MULTILINE);
    private static final Pattern TOP_LEVEL_AWAIT =
            Pattern.compile("^(?:await|(?:const|let) \\w+ = await)\\b.*", MULTILINE);

    private final UnaryOperator<String> files;
    private final StringBuilder joined = new StringBuilder();

    /// What each of the joined modules exports.
    private final Map<String, Set<String>> exports = new HashMap<>();

    /// The modules whose imports are being added, the outermost first.
    private final Set<String> open = new LinkedHashSet<>();

    private PageScript(UnaryOperator<String> files) {
        this.files = files;
    }

    /// @param first the module that the page loads, without `.js`; it may await at its top level
    /// @param files the text of the file with a name such as `dom.js`
    /// @throws IllegalStateException if modules import each other in a circle, if a module imports
    ///   what another does not export, if one other than the first awaits at its top level, or if
    ///   an import or export has a form other than those used here
    static String of(String first, UnaryOperator<String> files) {
        PageScript script = new PageScript(files);
        String last = script.linked(first);
        return script.joined + "// %s.js\n%s".formatted(first, withoutExports(first, last));
    }

    private void add(String module) {
        if (exports.containsKey(module)) {
            return;
        }
        String text = linked(module);
        refuse(TOP_LEVEL_AWAIT, "only the first module may await at its top level", module, text);
        Set<String> exported =
                EXPORT.matcher(text)
                        .results()
                        .map(each -> each.group("name"))
                        .collect(Collectors.toCollection(LinkedHashSet::new));
        exports.put(module, exported);
        joined.append(
                "// %1$s.js\nconst $%1$s = (() => {\n%2$s\nreturn {%3$s};\n})();\n\n"
                        .formatted(
                                module, withoutExports(module, text), String.join(", ", exported)));
    }

    /// The module's text, in which each import refers to what the other module's function returned.
    /// Adds those modules first.
    private String linked(String module) {
        if (!open.add(module)) {
            throw new IllegalStateException(
                    "modules import each other in a circle: " + String.join(", ", open));
        }
        String text = files.apply(module + ".js");
        for (Pattern form : List.of(IMPORT, DYNAMIC_IMPORT)) {
            form.matcher(text).results().forEach(each -> add(each.group("from")));
        }
        open.remove(module);
        String own = IMPORT.matcher(text).replaceAll(found -> assigned(module, found));
        return DYNAMIC_IMPORT.matcher(own).replaceAll("Promise.resolve(\\$${from})");
    }

    private String assigned(String module, MatchResult found) {
        String from = found.group("from");
        String all = found.group("all");
        if (all != null) {
            return Matcher.quoteReplacement("const %s = $%s;".formatted(all, from));
        }
        String some = found.group("some");
        Set<String> exported = exports.getOrDefault(from, Set.of());
        Matcher imported = IMPORTED_NAME.matcher(some);
        while (imported.find()) {
            String name = imported.group("name");
            if (!exported.contains(name)) {
                throw new IllegalStateException(
                        "%s.js: %s.js does not export %s".formatted(module, from, name));
            }
        }
        return Matcher.quoteReplacement(
                "const %s = $%s;".formatted(some.replaceAll("(\\w+) as ", "$1: "), from));
    }

    private static String withoutExports(String module, String text) {
        String own = EXPORT.matcher(text).replaceAll("");
        refuse(OTHER_FORM, "this form of import or export is not supported", module, own);
        return own;
    }

    private static void refuse(Pattern form, String why, String module, String text) {
        Matcher found = form.matcher(text);
        if (found.find()) {
            throw new IllegalStateException("%s.js: %s: %s".formatted(module, why, found.group()));
        }
    }
}
