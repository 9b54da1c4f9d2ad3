package app.prtosales.renewal;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.AuditLink;
import app.prtosales.audit.AuditWeek;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.Person;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Link;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.response.FormFields;
import app.prtosales.response.Opened;
import app.prtosales.response.RecordResponse.Outcome;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R5.12: an expired link leads the person it belongs to, and nobody else, to a new one.
class MailNewLinkTest {

    private static final String REP = "rep-001@sample-medtech.example";
    private static final String OWNER = "hs-owner@sample-medtech.example";
    private static final String OTHER = "other-owner@sample-medtech.example";
    private static final Map<String, String> ASK = Map.of(FormFields.RENEW, "yes");
    private static final AuditWeek WEEK = AuditWeek.read("2026-W26").orElseThrow();

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));
    private PlacementId id = new PlacementId("not-yet");

    @BeforeEach
    void distribute() {
        company.reps(2);
        id = company.distribute(Samples.green()).id();
        company.work();
    }

    @Test
    void opening_an_expired_link_emails_nothing_and_its_button_emails_its_holder() {
        String token = expired(Purpose.ACKNOWLEDGE, "rep-001", null);

        assertThat(company.recordResponse.open(token)).isInstanceOf(Opened.Expired.class);
        company.work();
        assertThat(mailedTo(REP)).isZero();

        assertThat(ask(token)).isEqualTo(new Outcome.LinkRequested());
        assertThat(mailedTo(REP)).isEqualTo(1);
        assertThat(company.recordResponse.open(newToken(REP)))
                .isInstanceOf(Opened.ToAcknowledge.class);
    }

    @Test
    void submitting_an_expired_page_requests_no_email() {
        String token = expired(Purpose.ACKNOWLEDGE, "rep-001", null);

        Outcome late =
                company.recordResponse.record(token, Map.of(FormFields.CHOICE, FormFields.READ));
        company.work();

        assertThat(late).isInstanceOf(Outcome.Refused.class);
        assertThat(mailedTo(REP)).isZero();
    }

    @Test
    void a_leaked_link_causes_one_email_a_day_and_always_the_same_answer() {
        String token = expired(Purpose.KIT, "rep-001", null);
        for (int i = 0; i < 5; i++) {
            assertThat(ask(token)).isEqualTo(new Outcome.LinkRequested());
        }
        assertThat(mailedTo(REP)).isEqualTo(1);

        company.advance(Duration.ofDays(1));
        ask(token);
        assertThat(mailedTo(REP)).isEqualTo(2);
    }

    @Test
    void all_links_to_the_same_thing_count_as_one() {
        String one = expired(Purpose.ACKNOWLEDGE, "rep-001", null);
        company.advance(Duration.ofMinutes(1));
        Link other = new Link(Purpose.ACKNOWLEDGE, id, "rep-001", company.now().minusSeconds(5));
        ask(one);
        ask(company.tokens.sign(other));

        assertThat(mailedTo(REP)).isEqualTo(1);
    }

    @Test
    void the_link_of_a_rep_who_left_answers_like_an_invalid_one_and_emails_nobody() {
        String token = expired(Purpose.REFERENCE, "rep-001", null);
        company.putReps(List.of(Company.rep("rep-002")));
        int mails = company.mailbox.mails.size();

        assertThat(company.recordResponse.open(token)).isEqualTo(new Opened.NotALink());
        assertThat(ask(token)).isEqualTo(new Outcome.Refused(new Opened.NotALink()));
        assertThat(company.mailbox.mails).hasSize(mails);
    }

    @Test
    void a_rep_who_leaves_before_the_email_goes_out_gets_none() {
        String token = expired(Purpose.REFERENCE, "rep-001", null);
        company.recordResponse.record(token, ASK);
        company.putReps(List.of(Company.rep("rep-002")));
        company.work();

        assertThat(mailedTo(REP)).isZero();
    }

    @Test
    void a_sequences_new_link_goes_only_to_the_owner_who_held_the_old_one() {
        String token = expired(Purpose.SEQUENCE, "health-system", Person.idOf(OWNER));
        ask(token);
        assertThat(mailedTo(OWNER)).isEqualTo(1);
        assertThat(company.recordResponse.open(newToken(OWNER)))
                .isInstanceOf(Opened.ToSequence.class);

        company.put(
                ListName.SEQUENCES,
                company.replaceList.read(ListName.SEQUENCES).stream()
                        .map(row -> row.with("ownerEmail", OTHER))
                        .toArray(Row[]::new));
        company.advance(Duration.ofDays(1));
        assertThat(company.recordResponse.open(token)).isEqualTo(new Opened.NotALink());
        ask(token);
        assertThat(mailedTo(OWNER)).isEqualTo(1);
        assertThat(mailedTo(OTHER)).isZero();
    }

    @Test
    void a_leader_gets_a_new_link_to_the_audit() {
        Link audit = AuditLink.to(WEEK, Person.idOf(Company.CEO), company.now().minusSeconds(5));

        assertThat(ask(company.tokens.sign(audit))).isEqualTo(new Outcome.LinkRequested());

        assertThat(mailedTo(Company.CEO)).isEqualTo(1);
        assertThat(company.tokens.read(newToken(Company.CEO), company.now()))
                .map(Link::placement)
                .contains(audit.placement());
    }

    @Test
    void the_link_of_a_former_leader_answers_like_an_invalid_one() {
        Link audit =
                AuditLink.to(WEEK, Person.idOf("gone@x.example"), company.now().minusSeconds(5));

        assertThat(ask(company.tokens.sign(audit)))
                .isEqualTo(new Outcome.Refused(new Opened.NotALink()));
    }

    @Test
    void no_new_link_is_offered_if_there_is_nothing_left_to_answer() {
        String token = expired(Purpose.KIT, "rep-001", null);
        company.changePlacement.turn(id, "red", null, "legal", Company.PR);

        assertThat(company.recordResponse.open(token)).isInstanceOf(Opened.NoKit.class);
    }

    private String expired(Purpose purpose, String person, @Nullable String holder) {
        return company.tokens.sign(
                new Link(purpose, id, person, holder, company.now().minusSeconds(5)));
    }

    private Outcome ask(String token) {
        Outcome outcome = company.recordResponse.record(token, ASK);
        company.work();
        return outcome;
    }

    /// The number of emails with a new link.
    private long mailedTo(String address) {
        return company.mailbox.to(address).stream()
                .filter(mail -> mail.id().subject().startsWith("link-"))
                .count();
    }

    private String newToken(String address) {
        return company.mailbox.to(address).stream()
                .filter(mail -> mail.id().subject().startsWith("link-"))
                .reduce((first, second) -> second)
                .orElseThrow()
                .text();
    }
}
