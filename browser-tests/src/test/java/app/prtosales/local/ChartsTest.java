package app.prtosales.local;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Chart labels are readable on a phone and never overlap.
@Timeout(60)
class ChartsTest extends BrowserSuite {

    /// Replaces the page with what one of its modules draws.
    private static final String DRAW =
            """
            async ([module, name, given]) => {
              const made = await import('/modules/' + module);
              document.querySelector('main').replaceChildren(made[name](given));
            }
            """;

    private static final String TWELVE_WEEKS =
            """
            () => Array.from({length: 12}, (_, at) => ({week: `2026-W${37 + at}`, judged: at < 3 ? 0 : 12, leaking: 0,
              ...(at < 3 ? {} : {reachedIn24h: {yes: 12, of: 12}, inActiveSequence: {yes: 5, of: 12},
                referencedInDeal: {yes: 0, of: 12}})}))
            """;

    /// A story published `hours` ago that reached all twelve reps within minutes.
    private static final String REACHED =
            """
            hours => ({publishedAt: new Date(Date.now() - hours * 3600e3).toISOString(),
              deadline: new Date(Date.now() + (24 - hours) * 3600e3).toISOString(), backfill: false,
              reached: {count: 12, of: 12, verdict: 'pending', reachedAt: Array.from({length: 12}, (_, at) =>
                new Date(Date.now() - hours * 3600e3 + at * 61e3).toISOString())}})
            """;

    private static final String SMALLEST =
            """
            () => Math.min(...[...document.querySelectorAll('.bars text')].map(each => {
              const svg = each.ownerSVGElement;
              return parseFloat(getComputedStyle(each).fontSize) * svg.getBoundingClientRect().width
                  / svg.viewBox.baseVal.width;
            }))
            """;

    /// The number of labels in a chart that overlap a label of the same kind.
    private static final String OVERLAPS =
            """
            () => [...document.querySelectorAll('.bars')].flatMap(svg => ['.value', '.week'].flatMap(kind =>
              [...svg.querySelectorAll(kind)].map(each => each.getBoundingClientRect())
                .filter((box, at, all) => at > 0 && all[at - 1].right > box.left))).length
            """;

    private static final String IS_ON_THE_LINE =
            """
            () => {
              const [count, line, name] = ['.count', '.limit', '.named:not(.count)'].map(each =>
                document.querySelector(`.reach-chart ${each}`).getBoundingClientRect());
              const isOn = other => count.left < other.right && other.left < count.right
                  && count.top < other.bottom && other.top < count.bottom;
              return isOn({...line.toJSON(), left: line.left - 1, right: line.left + 2}) || isOn(name);
            }
            """;

    @Test
    void twelve_weeks_are_readable_on_a_phone_and_on_a_desktop() {
        for (int width : new int[] {PHONE, DESK}) {
            Page page = visit(width, "#/home");
            PageModules.offer(page, product.url());
            draw(page, "chart.js", "trend", page.evaluate(TWELVE_WEEKS));
            assertThat(page.locator(".bars")).hasCount(3);
            page.waitForFunction(
                    "() => { const svg = document.querySelector('.bars');"
                            + " return Math.abs(svg.viewBox.baseVal.width -"
                            + " svg.getBoundingClientRect().width) < 2; }");

            Assertions.assertThat(((Number) page.evaluate(SMALLEST)).doubleValue())
                    .as("pixels at " + width)
                    .isGreaterThanOrEqualTo(11);
            Assertions.assertThat(page.evaluate(OVERLAPS)).as("labels at " + width).isEqualTo(0);
            Chromium.assertFits(page);
        }
    }

    @Test
    void the_number_beside_a_chart_names_its_week_when_later_weeks_had_no_placements() {
        Page page = visit(DESK, "#/home");
        PageModules.offer(page, product.url());
        Object weeks =
                page.evaluate(
                        "(%s)().toSpliced(11, 1, {week: '2026-W48', judged: 0, leaking: 0})"
                                .formatted(TWELVE_WEEKS.strip()));

        draw(page, "chart.js", "trend", weeks);

        assertThat(page.locator(".trend-title").first())
                .hasText("Reached in 24 hours 12 of 12, week of Nov 16");
    }

    @Test
    void the_number_reached_never_overlaps_the_24_hour_line() {
        for (int width : new int[] {PHONE, DESK}) {
            Page page = visit(width, "#/home");
            PageModules.offer(page, product.url());
            for (int hours : new int[] {1, 6, 12, 15, 18, 21, 23}) {
                draw(page, "reach.js", "reachOverTime", page.evaluate(REACHED, hours));
                assertThat(page.locator(".reach-chart .count")).hasText("12 of 12 so far");
                page.waitForFunction(
                        "() => { const svg = document.querySelector('.reach-chart');"
                                + " return Math.abs(svg.viewBox.baseVal.width -"
                                + " svg.getBoundingClientRect().width) < 2; }");

                Assertions.assertThat(page.evaluate(IS_ON_THE_LINE))
                        .as("after %d hours at %d pixels".formatted(hours, width))
                        .isEqualTo(false);
            }
        }
    }

    private static void draw(Page page, String module, String name, Object given) {
        page.evaluate(DRAW, new Object[] {module, name, given});
    }
}
