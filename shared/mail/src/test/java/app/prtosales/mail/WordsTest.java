package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/// Everything that people read uses the words of `docs/words.md` (R5.13): all sample emails and
/// pages, in both parts, and all texts in the browser's scripts.
@TestInstance(Lifecycle.PER_CLASS)
class WordsTest {

    private static final Path ROOT = root();

    private static final Path BROWSER =
            ROOT.resolve(
                    "functions/placement-intake/src/main/resources/app/prtosales/functions/placementintake/page");

    /// `| old | new | why |`
    private static final Pattern ROW = Pattern.compile("\\| ([^|]+?) \\| [^|]*\\|.*");

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|[\\w.]+@[\\w.-]+");

    /// Our own codes, and a mail server's.
    private static final Map<String, Pattern> CODES =
            Map.of(
                    "an ID",
                    Pattern.compile("\\b(?:rep|seq|account|rule|placement|u|p)-[0-9a-f]{2,}\\b"),
                    "a ULID",
                    Pattern.compile("\\b[0-7][0-9A-HJKMNP-TV-Z]{25}\\b"),
                    "an account number",
                    Pattern.compile("\\b\\d{12}\\b"),
                    "a mail server’s code",
                    Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b"),
                    "a status code",
                    Pattern.compile("(?i)\\b(?:status|error|answered|http) ?[1-5]\\d\\d\\b"),
                    "an ISO instant",
                    Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:"),
                    "a zone’s ID",
                    Pattern.compile("\\b(?:America|Europe|Asia|Etc)/[A-Z]\\w+"),
                    "a date in a format we do not use",
                    Pattern.compile(
                            "\\b\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)\\b"));

    private final Map<String, String> texts = new LinkedHashMap<>();

    @BeforeAll
    void render(@TempDir Path folder) throws IOException {
        SamplePictures.main(folder.toString());
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                texts.put(file.getFileName().toString(), shown(Files.readString(file, UTF_8)));
            }
        }
        try (Stream<Path> files = Files.list(BROWSER)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".js")) {
                    texts.put(name, ScriptTexts.of(Files.readString(file, UTF_8)));
                } else if (name.endsWith(".html")) {
                    texts.put(name, shown(Files.readString(file, UTF_8)));
                }
            }
        }
    }

    @Test
    void the_list_contains_words_that_confused_readers() throws IOException {
        assertThat(oldWords()).hasSizeGreaterThan(30).contains("none of yours", "Put it in force");
        assertThat(texts).hasSizeGreaterThan(40).containsKeys("ping.txt", "audit.html", "form.js");
        assertThat(texts.get("form.js")).contains("Get it to every rep within 24 hours");
    }

    @Test
    void no_email_and_no_page_has_an_old_word() throws IOException {
        List<String> found = new ArrayList<>();
        for (String old : oldWords()) {
            Pattern word =
                    Pattern.compile(
                            "(?<![\\p{L}-])" + Pattern.quote(old) + "(?![\\p{L}-]| server)");
            texts.forEach((name, text) -> find(word, name, text, found));
        }
        assertThat(found).isEmpty();
    }

    @Test
    void no_email_and_no_page_has_an_id_or_a_code() {
        List<String> found = new ArrayList<>();
        CODES.forEach((what, code) ->
                texts.forEach((name, text) -> {
                    if (!name.endsWith(".js")) {
                        find(
                                code,
                                name + ", " + what,
                                ADDRESS.matcher(text).replaceAll(" "),
                                found);
                    }
                }));
        assertThat(found).isEmpty();
    }

    @Test
    void each_kind_of_code_would_be_found() {
        Map.of(
                        "an ID", "for rep-07.",
                        "a ULID", "01ARZ3NDEKTSV4RRFFQ69G5FAV",
                        "an account number", "123456789012",
                        "a mail server’s code", "bounced 5.1.1",
                        "a status code", "The service answered 503",
                        "an ISO instant", "2026-11-24T09:00:00Z",
                        "a zone’s ID", "America/New_York",
                        "a date in a format we do not use", "24 November 2026")
                .forEach((what, bad) ->
                        assertThat(CODES)
                                .hasEntrySatisfying(
                                        what,
                                        code -> assertThat(code.matcher(bad).find()).isTrue()));
    }

    private static void find(Pattern wanted, String where, String text, List<String> found) {
        Matcher matcher = wanted.matcher(text);
        while (matcher.find()) {
            String around =
                    text.substring(
                            Math.max(0, matcher.start() - 40),
                            Math.min(text.length(), matcher.end() + 40));
            found.add("%s: “%s” in “%s”".formatted(where, matcher.group(), around.strip()));
        }
    }

    private static List<String> oldWords() throws IOException {
        return Files.readAllLines(ROOT.resolve("docs/words.md"), UTF_8).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1).strip())
                .filter(word -> !word.equals("Old word") && !word.startsWith("---"))
                .toList();
    }

    /// The visible text of an email or a page.
    private static String shown(String content) {
        return content.replaceAll("(?s)<style>.*?</style>|<!--.*?-->", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&#39;", "’")
                .replaceAll("\\s+", " ");
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/decisions"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
