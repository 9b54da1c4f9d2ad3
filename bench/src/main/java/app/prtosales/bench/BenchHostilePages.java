package app.prtosales.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.functions.pagereader.PageReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Measures how long it takes to read hostile pages of the largest size that the page reader
/// accepts. Each page is one piece of HTML, repeated up to the size limit. Each is read once, with
/// a heap of 400 MB, which is less than the function has.
public final class BenchHostilePages {

    private static final Duration TARGET = Duration.ofSeconds(1);
    private static final int SHOWN = 5;
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final String HEADLINE = "<h1>Care coordination pays</h1>";

    /// Shared with the page reader's tests.
    private static final Path PIECES =
            Path.of("functions/page-reader/src/test/resources/hostile-pieces.txt");

    private final PageReader reader = new PageReader(() -> NOW);

    /// How long it took to read a page.
    ///
    /// @param piece the HTML that the page repeats
    private record Reading(String piece, Duration took) {}

    private BenchHostilePages() {}

    /// Exits with 3 when a page takes longer than the target.
    public static void main(String[] arguments) throws IOException {
        System.exit(new BenchHostilePages().run(System.out) ? 0 : 3);
    }

    private boolean run(PrintStream out) throws IOException {
        List<Reading> all = new ArrayList<>();
        for (String piece : Files.readAllLines(PIECES)) {
            byte[] page = page(piece);
            long began = System.nanoTime();
            reader.read(page, "utf-8", "https://news.example.com/2026/06/24/story");
            all.add(new Reading(piece, Duration.ofNanos(System.nanoTime() - began)));
        }
        all.sort(Comparator.comparing(Reading::took).reversed());
        out.printf("%d pages of 2 MB; the slowest:%n", all.size());
        for (Reading each : all.subList(0, SHOWN)) {
            out.printf("| `%s` | %.2f s |%n", each.piece(), each.took().toMillis() / 1e3);
        }
        long slow = all.stream().filter(each -> each.took().compareTo(TARGET) >= 0).count();
        out.printf(
                "| Pages that take a second or more | %d | 0 | %s |%n",
                slow, slow == 0 ? "met" : "**missed**");
        return slow == 0;
    }

    private static byte[] page(String piece) {
        int times = (PageReader.MAXIMUM_BYTES - HEADLINE.length()) / piece.length();
        return (HEADLINE + piece.repeat(times)).getBytes(UTF_8);
    }
}
