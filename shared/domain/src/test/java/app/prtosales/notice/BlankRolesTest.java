package app.prtosales.notice;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.Agreement;
import app.prtosales.directory.BlankRoles;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// R1.12: if the agreement leaves a role blank, somebody else is told what that role should be
/// told.
class BlankRolesTest {

    private static final Instant P = Samples.WEDNESDAY;
    private static final String PR_OWNER = "pr-owner@sample-medtech.example";
    private static final String LEADER = "leader@sample-medtech.example";

    private final Company company = new Company(P.plus(Duration.ofHours(1)));

    @Test
    void r1_12_without_ops_the_pr_owner_hears_of_a_bounce() {
        agreement(row("prOwner", PR_OWNER, "salesLeader", LEADER));

        bounceOne();

        assertThat(company.mailbox.to(PR_OWNER)).hasSize(1);
        assertThat(company.mailbox.to(LEADER)).isEmpty();
    }

    @Test
    void r1_12_without_ops_and_pr_owner_the_sales_leader_hears_of_a_bounce() {
        agreement(row("salesLeader", LEADER));

        bounceOne();

        assertThat(company.mailbox.to(LEADER)).hasSize(1);
    }

    @Test
    void r1_12_with_leadership_only_the_first_leader_hears_of_a_bounce() {
        agreement(row());

        bounceOne();

        assertThat(company.mailbox.to(Company.CEO)).hasSize(1);
    }

    @Test
    void r1_9_with_leadership_only_the_first_leader_is_warned() {
        agreement(row());
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliver(Company.ping(id, "rep-001"), company.now());

        company.runUntil(P.plus(Duration.ofHours(13)));

        assertThat(company.mailbox.to(Company.CEO)).hasSize(1);
    }

    @Test
    void r1_9_a_sales_leader_who_would_get_no_warning_is_not_missed() {
        Row agreement = row("prOwner", PR_OWNER, "ops", "ops@sample-medtech.example");

        assertThat(BlankRoles.in(ListName.AGREEMENT, List.of(agreement.with("warnings", "PT12H"))))
                .isEmpty();
    }

    @Test
    void r1_12_each_blank_role_is_named_with_whoever_stands_in() {
        assertThat(BlankRoles.in(ListName.AGREEMENT, List.of(row("prOwner", PR_OWNER))))
                .containsExactly(
                        new FieldError(
                                "items[0].ops",
                                "Nobody is named for sales ops, so %s hears about emails that fail and whatever else sales ops has to fix"
                                        .formatted(PR_OWNER)),
                        new FieldError(
                                "items[0].salesLeader",
                                "No sales leader is named, so %s gets the last warning before a deadline"
                                        .formatted(PR_OWNER)));
    }

    @Test
    void an_agreement_that_names_everyone_has_no_blank_role() {
        Row everyone = row("prOwner", PR_OWNER, "salesLeader", LEADER, "ops", Company.OPS);

        assertThat(BlankRoles.in(ListName.AGREEMENT, List.of(everyone))).isEmpty();
        assertThat(BlankRoles.in(ListName.REPS, List.of(row()))).isEmpty();
    }

    @Test
    void r1_11_without_a_pr_owner_ops_gets_the_replies() {
        agreement(row("ops", Company.OPS));

        assertThat(company.directory.agreement().actingPrOwner()).contains(Company.OPS);
        assertThat(Agreement.NONE.actingPrOwner()).isEmpty();
    }

    private void bounceOne() {
        company.reps(2);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.bounce(Company.ping(id, "rep-001"), company.now());
        company.work();
    }

    private void agreement(Row row) {
        company.put(ListName.AGREEMENT, row);
    }

    private static Row row(String... people) {
        Row row =
                Company.row(
                        "version",
                        "2",
                        "date",
                        "2026-01-05",
                        "zone",
                        "America/New_York",
                        "leadership",
                        Company.CEO);
        for (int i = 0; i < people.length; i += 2) {
            row = row.with(people[i], people[i + 1]);
        }
        return row;
    }
}
