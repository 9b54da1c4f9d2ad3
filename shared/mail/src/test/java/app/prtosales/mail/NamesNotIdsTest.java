package app.prtosales.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// All emails and pages of the samples, whose ids cannot be mistaken for names: people read names,
/// never ids, codes or internal terms (R5.13).
class NamesNotIdsTest {

    private static final List<Pattern> OURS =
            List.of(
                    Pattern.compile("\\brep-\\d+"),
                    Pattern.compile("\\bseq-[a-z]+"),
                    Pattern.compile("\\b[ua]-?[0-9a-f]*\\d[0-9a-f]*\\b"),
                    Pattern.compile("\\bhealth-systems\\b|\\bpayers\\b|\\bascs\\b"),
                    Pattern.compile("\\b[245]\\.\\d{1,3}\\.\\d{1,3}\\b"),
                    Pattern.compile("\\b(Permanent|Transient|Undetermined)\\b"),
                    Pattern.compile(
                            "\\b(late-intake|news-mention|tv-radio|in-active-sequence|reached-in-24h|"
                                    + "referenced-in-deal|sent-to-the-customer|in-a-proposal)\\b"),
                    Pattern.compile("\\b[A-Z]+_[A-Z_]+\\b|\\b[a-z]+[A-Z][a-z]+[A-Z]\\w*"));

    /// The one text in which a rep mentions an id.
    private static final String SAID = "My segment is payers now.";

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|[\\w.]+@[\\w.]+");

    @TempDir Path folder;

    @Test
    void no_email_and_no_page_shows_an_id_or_a_code() throws IOException {
        SamplePictures.main(folder.toString());

        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String text = visible(file).replace(SAID, "");
                for (Pattern each : OURS) {
                    Matcher matcher = each.matcher(text);
                    while (matcher.find()) {
                        found.add("%s: %s".formatted(file.getFileName(), matcher.group()));
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }

    private static String visible(Path file) throws IOException {
        String content = Files.readString(file, UTF_8);
        String text =
                file.toString().endsWith(".html")
                        ? content.replaceAll("(?s)<style>.*?</style>", " ")
                                .replaceAll("(?s)<script.*?</script>", " ")
                                .replaceAll("<[^>]*>", " ")
                        : content;
        return ADDRESS.matcher(text).replaceAll(" ");
    }
}
