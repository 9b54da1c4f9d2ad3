package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.functions.pagereader.PageReader;
import app.prtosales.local.edges.Json;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedPagesTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir private Path folder = Path.of("");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private int exitCode;

    @Test
    void each_input_line_gives_one_output_line_in_order_even_for_unreadable_files()
            throws Exception {
        Files.writeString(
                folder.resolve("a.html"),
                "<html lang=en><h1>Care pays</h1><p>June 24, 2026</p></html>");
        Files.writeString(folder.resolve("empty.html"), "");

        List<String> lines =
                read(
                        """
                        a.html\thttps://a.example.com/1
                        missing.html\thttps://a.example.com/2
                        empty.html\thttps://a.example.com/3
                        .\thttps://a.example.com/4
                        """);

        assertThat(lines).hasSize(4);
        assertThat(Json.object(lines.getFirst()))
                .containsEntry("publishedAt", "2026-06-24")
                .containsEntry("dateOnly", true)
                .containsEntry("headline", "Care pays");
        assertThat(lines.subList(1, 4)).containsOnly("{}");
    }

    @Test
    void a_blank_line_gives_an_empty_answer_and_no_error() throws Exception {
        Files.writeString(folder.resolve("a.html"), "<html lang=en><h1>Care pays</h1></html>");

        List<String> lines = read("\n \t\na.html\thttps://a.example.com/1\n");

        assertThat(lines).hasSize(3);
        assertThat(lines.subList(0, 2)).containsOnly("{}");
        assertThat(exitCode).isZero();
    }

    @Test
    void a_byte_order_mark_before_the_first_path_is_not_part_of_it() throws Exception {
        Files.writeString(folder.resolve("a.html"), "<html lang=en><h1>Care pays</h1></html>");

        List<String> lines = read("\uFEFFa.html\thttps://a.example.com/1\n");

        assertThat(Json.object(lines.getFirst())).containsEntry("headline", "Care pays");
        assertThat(exitCode).isZero();
    }

    @Test
    void a_missing_file_fails_the_command_after_the_other_pages_are_read() throws Exception {
        Files.writeString(folder.resolve("a.html"), "<html lang=en><h1>Care pays</h1></html>");

        List<String> lines =
                read("missing.html\thttps://a.example.com/1\na.html\thttps://a.example.com/2\n");

        assertThat(exitCode).isEqualTo(2);
        assertThat(lines).hasSize(2);
        assertThat(Json.object(lines.getLast())).containsEntry("headline", "Care pays");
    }

    @Test
    void a_page_that_breaks_the_reader_fails_the_command_after_the_other_pages_are_read()
            throws Exception {
        Files.writeString(folder.resolve("a.html"), "");
        SavedPages.Reads reader =
                (html, charset, address) -> {
                    if (address.endsWith("/1")) {
                        throw new IllegalStateException("no such rule");
                    }
                    return Map.<String, @Nullable Object>of("headline", "Care pays");
                };

        List<String> lines =
                read(reader, "a.html\thttps://a.example.com/1\na.html\thttps://a.example.com/2\n");

        assertThat(exitCode).isEqualTo(2);
        assertThat(lines).containsExactly("{}", "{\"headline\":\"Care pays\"}");
        assertThat(said.toString(UTF_8)).contains("a.html", "no such rule");
    }

    private List<String> read(String lines) throws Exception {
        return read(new PageReader(() -> NOW)::read, lines);
    }

    private List<String> read(SavedPages.Reads reader, String lines) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exitCode =
                new SavedPages(
                                folder,
                                reader,
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(said, true, UTF_8))
                        .read(new BufferedReader(new StringReader(lines)));
        return out.toString(UTF_8).lines().toList();
    }
}
