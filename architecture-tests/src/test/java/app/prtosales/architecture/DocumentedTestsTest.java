package app.prtosales.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Tests named in the documentation exist. Decision records are left out: they name the tests of
/// their time.
class DocumentedTestsTest {

    private static final Pattern OF_JAVA = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`");
    private static final Pattern OF_PYTHON = Pattern.compile("`(test_\\w+)`");

    @Test
    void every_test_named_in_the_documentation_exists() throws IOException {
        Path root = Repository.root();
        Map<String, String> sources = sources(root);
        String python = String.join("\n", pythonTests(root));
        Set<String> missing = new TreeSet<>();
        int named = 0;
        for (Path page : pages(root)) {
            String text = Files.readString(page, UTF_8);
            Matcher java = OF_JAVA.matcher(text);
            while (java.find()) {
                named++;
                if (!exists(sources.get(java.group(1)), java.group(2))) {
                    missing.add(page.getFileName() + ": " + java.group());
                }
            }
            Matcher test = OF_PYTHON.matcher(text);
            while (test.find()) {
                named++;
                if (!python.contains("def " + test.group(1) + "(")) {
                    missing.add(page.getFileName() + ": " + test.group());
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(named).isGreaterThan(100);
    }

    private static boolean exists(@Nullable String source, @Nullable String method) {
        return source != null
                && (method == null
                        || Pattern.compile("void\\s+" + method + "\\(").matcher(source).find());
    }

    private static List<Path> pages(Path root) throws IOException {
        List<Path> pages = new ArrayList<>();
        for (Path folder : List.of(root, root.resolve("docs"), root.resolve("docs/images"))) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(each -> each.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        return pages;
    }

    private static Map<String, String> sources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java"))
                            .filter(each -> each.toString().contains("/src/test/"))
                            .toList()) {
                String name = file.getFileName().toString();
                sources.put(
                        name.substring(0, name.length() - ".java".length()),
                        Files.readString(file, UTF_8));
            }
        }
        return sources;
    }

    private static List<String> pythonTests(Path root) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(root.resolve("template-tests"))) {
            for (Path file :
                    files.filter(each -> each.getFileName().toString().startsWith("test_"))
                            .toList()) {
                texts.add(Files.readString(file, UTF_8));
            }
        }
        return texts;
    }
}
