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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests named in the documentation exist.
class DocumentedTestsTest {

    private static final Pattern OF_JAVA = Pattern.compile("`([A-Z]\\w+Test)(?:#(\\w+))?`");
    private static final Pattern OF_PYTHON = Pattern.compile("`(test_\\w+)`");

    @ParameterizedTest
    @ValueSource(strings = {"docs/security.md", "docs/operations.md"})
    void every_test_named_in_the_documentation_exists(String page) throws IOException {
        Path root = Repository.root();
        String text = Files.readString(root.resolve(page), UTF_8);
        Map<String, String> sources = sources(root);
        Set<String> missing = new TreeSet<>();
        Matcher java = OF_JAVA.matcher(text);
        while (java.find()) {
            String source = sources.getOrDefault(java.group(1) + ".java", "");
            String method = java.group(2);
            if (source.isEmpty() || method != null && !source.contains("void " + method + "(")) {
                missing.add(java.group());
            }
        }
        String python = String.join("\n", pythonTests(root));
        Matcher test = OF_PYTHON.matcher(text);
        while (test.find()) {
            if (!python.contains("def " + test.group(1) + "(")) {
                missing.add(test.group());
            }
        }

        assertThat(missing).isEmpty();
        assertThat(OF_JAVA.matcher(text).results().count()).isGreaterThan(3);
    }

    private static Map<String, String> sources(Path root) throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith("Test.java"))
                            .filter(each -> each.toString().contains("/src/test/"))
                            .toList()) {
                sources.put(file.getFileName().toString(), Files.readString(file, UTF_8));
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
