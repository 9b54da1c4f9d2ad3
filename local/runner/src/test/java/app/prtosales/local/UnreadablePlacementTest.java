package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.Json;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// I12 for people with a link and for leadership: a placement that cannot be read makes only its
/// own pages unavailable, which show a message, and the weekly email still goes out.
class UnreadablePlacementTest {

    private static final String PR = "pr@sample-medtech.example";

    private LocalProduct product;

    @BeforeEach
    void start() {
        product = Repository.startWithLists(null);
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void i12_only_the_pages_of_an_unreadable_placement_fail_and_they_say_so() throws Exception {
        String broken = submitted("https://news.example/first", "A first story");
        String whole = submitted("https://news.example/second", "Another story altogether");
        try (StoredItems items = StoredItems.of(product)) {
            items.damage("PLACEMENT#" + broken, "status");
        }

        HttpAnswer page = product.as(PR).get(link(broken));
        HttpAnswer pressed = product.as(PR).form(link(broken), "choice=read");

        assertThat(page.status()).isEqualTo(503);
        assertThat(page.text())
                .contains("This page isn’t available right now")
                .contains("Nothing was recorded");
        assertThat(pressed.status()).isEqualTo(503);
        assertThat(product.as(PR).get(link(whole)).status()).isEqualTo(200);
    }

    /// Ten days are enough for the weekly email about the placements' week, whatever today is.
    @Test
    void i12_the_weekly_email_goes_out_with_the_other_placement() throws Exception {
        String broken = submitted("https://news.example/first", "A first story");
        submitted("https://news.example/second", "Another story altogether");
        try (StoredItems items = StoredItems.of(product)) {
            items.damage("PLACEMENT#" + broken, "status");
        }

        product.timeline().moveTo(product.timeline().now().plus(Duration.ofDays(10)));

        assertThat(product.edges().mails().find("", "PR-to-Sales audit"))
                .anySatisfy(mail -> assertThat(mail.text()).contains("Another story altogether"));
    }

    private String submitted(String url, String headline) throws Exception {
        Map<String, Object> placement = Repository.placement(product);
        placement.put("url", url);
        placement.put("headline", headline);
        HttpAnswer accepted = product.as(PR, "pr").post("/placements", placement, Map.of());
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(201);
        product.timeline().settleNow();
        return Json.string(Json.object(accepted.text()).get("id"));
    }

    private String link(String placement) {
        Link acknowledge =
                new Link(
                        Purpose.ACKNOWLEDGE,
                        new PlacementId(placement),
                        "rep-01",
                        product.timeline().now().plus(Link.LASTS));
        return "/r/" + product.application("RepResponse").linkTokens().sign(acknowledge);
    }
}
