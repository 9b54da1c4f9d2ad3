package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditWeek;
import app.prtosales.delivery.Mailbox;
import app.prtosales.link.Link;
import app.prtosales.link.LinkTokens;
import app.prtosales.link.Purpose;
import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import app.prtosales.placement.PlacementId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Renewing an expired link over HTTP, through the real functions with their permissions: the page,
/// its button, the queue, the email, and the new link in it.
class NewLinkTest {

    private static final String REP = "rep-01@sample-medtech.example";
    private static final String LEADER = "ceo@sample-medtech.example";
    private static final Pattern LINK = Pattern.compile("/r/(?:audit/)?([\\w.-]+[\\w-])");
    private static final int LARGEST_PAGE = 30 * 1_024;

    private LocalProduct product;
    private LinkTokens tokens;
    private Person nobody;
    private PlacementId placement;

    @BeforeEach
    void start() throws Exception {
        product = Repository.startWithLists(null);
        tokens = product.application("RepResponse").linkTokens();
        nobody = product.as("nobody@sample-medtech.example");
        placement = submitted();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void r5_12_an_expired_link_gets_its_rep_one_new_link_and_opening_it_sends_nothing()
            throws InterruptedException {
        String path = "/r/" + expired(Purpose.ACKNOWLEDGE, "rep-01");
        HttpAnswer page = nobody.get(path);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text())
                .contains("This link has expired", "Email me a new link")
                .doesNotContain("<script", "rep-01", "Sample Rep 01")
                .hasSizeLessThan(LARGEST_PAGE);
        product.timeline().settleNow();
        assertThat(newLinks(REP)).isEmpty();

        HttpAnswer first = nobody.form(path, "renew=yes");
        HttpAnswer second = nobody.form(path, "renew=yes");
        product.timeline().settleNow();

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.text()).contains("Check your inbox").doesNotContain(REP);
        assertThat(second.text()).isEqualTo(first.text());
        assertThat(newLinks(REP)).hasSize(1);
        String renewed = link(newLinks(REP).getFirst());
        assertThat(nobody.get("/r/" + renewed).text()).contains("Did you read it?");
        assertThat(nobody.form("/r/" + renewed, "choice=read").text()).contains("Recorded");
    }

    @Test
    void r5_12_a_leader_with_an_expired_audit_link_is_emailed_a_new_one()
            throws InterruptedException {
        AuditWeek week = AuditWeek.read("2026-W26").orElseThrow();
        String token =
                tokens.sign(
                        AuditLink.to(
                                week,
                                Mailbox.idOf(LEADER),
                                product.timeline().now().minusSeconds(5)));

        HttpAnswer page = nobody.get("/r/audit/" + token);
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.text()).contains("action=\"../");
        assertThat(nobody.form("/r/" + token, "renew=yes").text()).contains("Check your inbox");
        product.timeline().settleNow();

        assertThat(newLinks(LEADER)).hasSize(1);
        assertThat(nobody.get("/r/audit/" + link(newLinks(LEADER).getFirst())).status())
                .isEqualTo(200);
    }

    private PlacementId submitted() throws Exception {
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr")
                        .post("/placements", Repository.placement(product), Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        product.timeline().settleNow();
        return new PlacementId(Json.string(Json.object(answer.text()).get("id")));
    }

    private String expired(Purpose purpose, String person) {
        return tokens.sign(
                new Link(
                        purpose,
                        placement,
                        person,
                        product.timeline().now().minus(Duration.ofSeconds(5))));
    }

    private List<Mail> newLinks(String address) {
        return product.edges().mails().find(address, "[New link]");
    }

    private static String link(Mail mail) {
        Matcher found = LINK.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        return found.group(1);
    }
}
