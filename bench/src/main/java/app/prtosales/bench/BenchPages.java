package app.prtosales.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.functions.pagereader.PageReader;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jsoup.Jsoup;

/// Measures the CPU time for reading a page, and compares it with only parsing it.
///
/// Takes a file of lines `path<TAB>url`, as `./run read-pages` does; without one it generates
/// pages. `scripts/bench` starts it with Lambda's JVM options: C1 only, serial collector.
public final class BenchPages {

    private static final double AVERAGE_TARGET = 5;
    private static final double P95_TARGET = 12;

    /// Relative to parsing alone, because a busy machine slows both down equally.
    private static final double RATIO_TARGET = 2;

    private static final int WARM_UP = 3;
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PageReader reader = new PageReader(() -> NOW);
    private final List<Saved> pages;
    private int silent;
    private long parsed;

    /// A saved page.
    private record Saved(String html, String url) {}

    private BenchPages(List<Saved> pages) {
        this.pages = pages;
    }

    /// Exits with 3 when a target is missed.
    public static void main(String[] arguments) throws IOException {
        List<Saved> pages = arguments.length == 0 ? made() : saved(Path.of(arguments[0]));
        System.exit(new BenchPages(pages).run(System.out) ? 0 : 3);
    }

    private boolean run(PrintStream out) {
        for (int i = 0; i < WARM_UP; i++) {
            measure(this::read);
            measure(this::parse);
        }
        double[] read = measure(this::read);
        double[] bare = measure(this::parse);
        double kilobytes =
                pages.stream().mapToInt(page -> page.html().length()).average().orElse(0);
        out.printf(
                "%d pages of %.0f KB on average, %d of them yield nothing%n",
                pages.size(), kilobytes / 1_000, silent / (WARM_UP + 1));
        boolean average = row(out, "CPU for a page, average", average(read), AVERAGE_TARGET, "ms");
        boolean most =
                row(out, "at the 95th percentile", read[read.length * 95 / 100], P95_TARGET, "ms");
        boolean ratio =
                row(
                        out,
                        "compared with a bare Jsoup.parse, which takes %.1f ms"
                                .formatted(average(bare)),
                        average(read) / average(bare),
                        RATIO_TARGET,
                        "times");
        return average && most && ratio && parsed > 0;
    }

    private void read(Saved page) {
        byte[] bytes = page.html().getBytes(UTF_8);
        if (reader.read(bytes, "utf-8", page.url()).isEmpty()) {
            silent++;
        }
    }

    private void parse(Saved page) {
        parsed += Jsoup.parse(page.html(), page.url()).childNodeSize();
    }

    /// CPU milliseconds for each page, in ascending order.
    private double[] measure(Consumer<Saved> work) {
        double[] each = new double[pages.size()];
        for (int i = 0; i < each.length; i++) {
            long began = threads.getCurrentThreadCpuTime();
            work.accept(pages.get(i));
            each[i] = (threads.getCurrentThreadCpuTime() - began) / 1e6;
        }
        Arrays.sort(each);
        return each;
    }

    private static double average(double[] each) {
        return Arrays.stream(each).average().orElse(0);
    }

    private static boolean row(
            PrintStream out, String what, double value, double target, String unit) {
        boolean met = value < target;
        out.printf(
                "| %s | %.2f %s | < %.1f | %s |%n",
                what, value, unit, target, met ? "met" : "**missed**");
        return met;
    }

    private static List<Saved> saved(Path list) throws IOException {
        List<Saved> pages = new ArrayList<>();
        for (String line : Files.readAllLines(list)) {
            int tab = line.indexOf('\t');
            String html = new String(Files.readAllBytes(Path.of(line.substring(0, tab))), UTF_8);
            pages.add(
                    new Saved(
                            html.substring(0, Math.min(html.length(), PageReader.MAXIMUM_BYTES)),
                            line.substring(tab + 1)));
        }
        return pages;
    }

    /// Pages of 30 to 172 KB, like those of news sites: half scripts and styles, 66 to 396 links, 3
    /// to 18 teasers with dates of their own, and as many comments.
    private static List<Saved> made() {
        List<Saved> pages = new ArrayList<>();
        for (int size = 1; size <= 120; size++) {
            pages.add(
                    new Saved(
                            SamplePage.of(1 + size % 6),
                            "https://news.example.com/2026/06/24/care-" + size));
        }
        return pages;
    }
}
