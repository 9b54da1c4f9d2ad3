package app.prtosales.mail;

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

class DesignTest {

    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-f]{6}\\b");
    private static final Pattern SIZE = Pattern.compile("font-size: ?([0-9]+px)");

    private static final String CSS =
            Design.css(Samples.BRAND) + StyleSheet.ofAudit(Samples.BRAND).css();

    @Test
    void emails_use_only_the_pages_colors() {
        assertThat(found(COLOR, templates(), 0)).isSubsetOf(found(COLOR, CSS, 0));
    }

    @Test
    void emails_use_only_the_pages_type_sizes() {
        assertThat(found(SIZE, templates(), 1))
                .isSubsetOf(found(Pattern.compile("--t-[a-z]+: ([0-9]+px)"), CSS, 1));
    }

    @Test
    void a_long_word_in_any_field_wraps_and_does_not_widen_the_email() {
        assertThat(read(TEMPLATES.resolve("mail.jte")))
                .containsPattern("class=\"card\"[^>]*;word-break:break-word\"");
    }

    @Test
    void the_reason_is_asked_for_next_to_the_choice_that_needs_it() {
        assertThat(CSS)
                .contains(
                        """
                        form:has([value="~not-here"]:not(:checked)) .f-reason,
                        form:has([value="~not-here"]:not(:checked)) .f-elsewhere { display: none; }
                        form + .kit { margin: 36px 0 0; }
                        """);
    }

    @Test
    void each_css_variable_used_by_a_page_is_defined() {
        assertThat(found(Pattern.compile("var\\((--[a-z-]+)\\)"), CSS, 1))
                .isSubsetOf(found(Pattern.compile("(--[a-z-]+):"), CSS, 1));
    }

    private static String templates() {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            StringBuilder all = new StringBuilder();
            files.sorted().forEach(file -> all.append(read(file)));
            return all.toString();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Set<String> found(Pattern pattern, String text, int group) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(each -> found.add(each.group(group)));
        return found;
    }
}
