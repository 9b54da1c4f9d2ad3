package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.Json;
import app.prtosales.local.edges.Mail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A story and its sequence's owners, through the real functions with their permissions: an upload
/// that names a new owner, that owner's answer, and who is told about it.
class NewOwnerProductTest {

    private static final String OPS = "ops@sample-medtech.example";
    private static final String NEW = "new-owner@sample-medtech.example";
    private static final String LEAD = "lead@sample-medtech.example";
    private static final Pattern LINK = Pattern.compile("/r/[\\w.-]+[\\w-]");

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
    void r2_2_r2_6_an_upload_asks_a_new_owner_and_their_no_asks_the_owner_of_rule_2()
            throws Exception {
        String id = submitted();
        Mail first = only(mails("", "[Sequence] "));

        replace("sequences", "ownerEmail", NEW);
        Mail second = only(mails(NEW, "[Sequence] "));
        assertThat(second.subject()).isEqualTo(first.subject());
        assertThat(product.as("x@y.example").get(link(first)).status()).isEqualTo(404);

        HttpAnswer no =
                product.as("x@y.example")
                        .form(link(second), "stage=~not-here&reason=We+have+two+of+these.");
        assertThat(no.status()).as(no.text()).isEqualTo(200);
        product.timeline().settleNow();
        Mail choose = only(mails("", "[No sequence] "));
        assertThat(choose.text())
                .contains("We have two of these.", "/#/placements/%s/sequence".formatted(id));

        replace("agreement", "ruleOwners", List.of("pr@sample-medtech.example", LEAD));
        assertThat(mails(LEAD, "[No sequence] ")).hasSize(1);
    }

    private String submitted() throws Exception {
        Map<String, Object> story = new LinkedHashMap<>(Repository.placement(product));
        story.put("forwardability", "green");
        HttpAnswer answer =
                product.as("pr@sample-medtech.example", "pr").post("/placements", story, Map.of());
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        product.timeline().settleNow();
        return Json.string(Json.object(answer.text()).get("id"));
    }

    /// Uploads a list whose rows all have another value in a column.
    private void replace(String list, String column, Object value) throws Exception {
        List<Map<String, Object>> rows =
                new SampleCompany(Repository.ROOT, product)
                        .rows(list).stream()
                                .map(row -> {
                                    Map<String, Object> changed = new LinkedHashMap<>(row);
                                    changed.put(column, value);
                                    return changed;
                                })
                                .toList();
        HttpAnswer answer = product.as(OPS, "ops").put("/directory/" + list, Map.of("items", rows));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        product.timeline().settleNow();
    }

    private List<Mail> mails(String to, String subject) {
        return product.edges().mails().find(to, subject);
    }

    private static Mail only(List<Mail> mails) {
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static String link(Mail mail) {
        Matcher found = LINK.matcher(mail.text());
        assertThat(found.find()).as(mail.text()).isTrue();
        return found.group();
    }
}
