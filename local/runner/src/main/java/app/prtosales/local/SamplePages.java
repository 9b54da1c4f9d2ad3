package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.functions.pagereader.PageSource;
import app.prtosales.functions.pagereader.PageUrl;
import app.prtosales.lookup.PageRefusal;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A few made-up pages at addresses that nobody can register, for trying the whole path from a
/// pasted link to a filled-in form locally. Every other address is fetched as in AWS. Only `local/`
/// has this class; the deployed product fetches from the public internet only.
final class SamplePages implements PageSource {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Duration AGE = Duration.ofHours(3);
    private static final int FORBIDDEN = 403;

    /// A page, and how its site answers a server.
    enum Sample {
        STORY(
                "https://care-systems-journal.example/2026/discharge-delays",
                "has complete metadata",
                "story.html"),
        DAY_ONLY(
                "https://supply-room-weekly.example/news/operating-room-turnover",
                "gives only the day of publication",
                "day-only.html"),
        COPY(
                "https://med-wire-digest.example/care/discharge-delays",
                "a copy of the first page",
                "copy.html"),
        WALLED(
                "https://members-only-review.example/features/nurses-and-handoffs",
                "blocks servers: send it from the browser, or drop a saved page",
                "walled.html");

        private final String url;
        private final String what;
        private final String file;

        Sample(String url, String what, String file) {
            this.url = url;
            this.what = what;
            this.file = file;
        }

        String url() {
            return url;
        }

        /// What the page demonstrates.
        String what() {
            return what;
        }

        String file() {
            return file;
        }
    }

    private final InstantSource clock;
    private final PageSource others;

    SamplePages(InstantSource clock, PageSource others) {
        this.clock = clock;
        this.others = others;
    }

    static List<Sample> all() {
        return List.of(Sample.values());
    }

    @Override
    public Answer get(PageUrl url) {
        Optional<Sample> sample =
                all().stream().filter(each -> each.url().equals(url.toString())).findFirst();
        if (sample.isEmpty()) {
            return others.get(url);
        }
        return sample.get() == Sample.WALLED
                ? new Answer.None(PageRefusal.TURNED_AWAY, FORBIDDEN)
                : new Answer.Page(url, html(sample.get(), clock).getBytes(UTF_8), "utf-8");
    }

    /// The page with this name, for looking at it in a browser.
    static Optional<String> file(String name, InstantSource clock) {
        return Arrays.stream(Sample.values())
                .filter(each -> each.file().equals(name))
                .map(each -> html(each, clock))
                .findFirst();
    }

    /// The page's HTML, published a few hours ago.
    private static String html(Sample sample, InstantSource clock) {
        ZonedDateTime published =
                clock.instant().minus(AGE).truncatedTo(ChronoUnit.MINUTES).atZone(NEW_YORK);
        DateTimeFormatter people = DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.US);
        return new String(Resources.bytes(sample.file()), UTF_8)
                .replace("{published}", published.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .replace("{day}", published.toLocalDate().toString())
                .replace("{date}", published.format(people));
    }
}
