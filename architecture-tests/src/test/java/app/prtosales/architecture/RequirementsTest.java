package app.prtosales.architecture;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/protocol.md` defines every requirement that the code cites, and each requirement has a
/// test. `ARCHITECTURE.md` defines every invariant.
class RequirementsTest {

    private static final Path ROOT = Repository.root();
    private static final Path PROTOCOL = ROOT.resolve("docs/protocol.md");
    private static final Path ARCHITECTURE = ROOT.resolve("ARCHITECTURE.md");

    private static final Pattern STATED = Pattern.compile("(?m)^\\| (R[1-5]\\.\\d{1,2}) \\|");
    private static final Pattern CITED = Pattern.compile("\\bR([1-5])\\.(\\d{1,2})\\b");
    private static final Pattern NAMED = Pattern.compile("\\br([1-5])_(\\d{1,2})_\\w+\\(");

    private static final Pattern STATED_INVARIANT = Pattern.compile("(?m)^\\| (I\\d{1,2}) \\|");
    private static final Pattern CITED_INVARIANT = Pattern.compile("\\b(I\\d{1,2})\\b");

    private static final Set<String> READ =
            Set.of("java", "md", "yaml", "jte", "js", "py", "json", "csv", "html", "css");

    @Test
    void every_cited_requirement_is_defined() {
        assertThat(stated()).containsAll(cited());
    }

    @Test
    void every_requirement_has_a_test() {
        assertThat(named()).containsAll(stated());
    }

    @Test
    void every_cited_invariant_is_defined() {
        assertThat(found(STATED_INVARIANT, Stream.of(ARCHITECTURE)))
                .containsAll(found(CITED_INVARIANT, files()));
    }

    private static Set<String> stated() {
        return found(STATED, Stream.of(PROTOCOL));
    }

    private static Set<String> found(Pattern pattern, Stream<Path> files) {
        return files.flatMap(each -> pattern.matcher(text(each)).results())
                .map(each -> each.group(1))
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> cited() {
        Set<String> cited = numbers(CITED, files());
        cited.addAll(named());
        return cited;
    }

    private static Set<String> named() {
        return numbers(NAMED, files().filter(each -> each.toString().endsWith("Test.java")));
    }

    private static Set<String> numbers(Pattern pattern, Stream<Path> files) {
        return files.flatMap(each -> pattern.matcher(text(each)).results())
                .map(each -> "R%s.%s".formatted(each.group(1), each.group(2)))
                .collect(toCollection(TreeSet::new));
    }

    private static Stream<Path> files() {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all
                    .filter(Files::isRegularFile)
                    .filter(each -> !isBuiltOrHidden(ROOT.relativize(each)))
                    .filter(each -> READ.contains(ending(each)))
                    .toList()
                    .stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Build output, and anything in a hidden folder: `.git`, `.local`, `.venv` …
    private static boolean isBuiltOrHidden(Path inside) {
        for (Path part : inside) {
            String name = part.toString();
            if (name.equals("target") || (name.startsWith(".") && name.length() > 1)) {
                return true;
            }
        }
        return false;
    }

    private static String ending(Path file) {
        String name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
