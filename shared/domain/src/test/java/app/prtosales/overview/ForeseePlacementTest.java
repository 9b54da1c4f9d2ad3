package app.prtosales.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.delivery.HoldMailbox;
import app.prtosales.delivery.Mailbox;
import app.prtosales.directory.Row;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.overview.ForeseePlacement.Foreseen;
import app.prtosales.overview.ForeseePlacement.Note;
import app.prtosales.placement.Placement;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The preview that PR gets before a placement is submitted.
class ForeseePlacementTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(1));

    private final Company company = new Company(NOW);
    private final HoldMailbox mailboxes = new HoldMailbox(company.mailboxes);
    private final ForeseePlacement foresee =
            new ForeseePlacement(
                    company.placements,
                    company.directory,
                    mailboxes,
                    () -> Optional::empty,
                    () -> NOW);

    @Test
    void all_active_reps_are_reached_at_once_and_inactive_ones_are_named() {
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("rep-002"),
                        Company.rep("rep-003").with("active", "false")));

        Foreseen foreseen = foreseen(amber());

        assertThat(foreseen.team()).isEqualTo(2);
        assertThat(foreseen.reached()).isEqualTo(2);
        assertThat(foreseen.sentAt()).isEqualTo(NOW);
        assertThat(foreseen.deadline()).isEqualTo(Samples.WEDNESDAY.plus(Duration.ofHours(24)));
        assertThat(foreseen.skipped())
                .extracting(Note::rep, Note::reason)
                .containsExactly(tuple(new RepId("rep-003"), "is marked inactive"));
    }

    @Test
    void a_rep_with_only_bouncing_addresses_is_skipped() {
        Row first = Company.rep("rep-001");
        Row second = Company.rep("rep-002").with("secondEmail", "other@" + Samples.MAIL_DOMAIN);
        company.putReps(List.of(first, second));
        mailboxes.bounced(Mailbox.idOf(first.text("email")), NOW, "Permanent: General");
        mailboxes.bounced(Mailbox.idOf(second.text("email")), NOW, "Permanent: General");

        Foreseen foreseen = foreseen(amber());

        assertThat(foreseen.reached()).isEqualTo(1);
        assertThat(foreseen.skipped()).extracting(Note::rep).containsExactly(new RepId("rep-001"));
        assertThat(foreseen.beside()).extracting(Note::rep).containsExactly(new RepId("rep-002"));
    }

    @Test
    void a_rep_who_marked_an_email_as_spam_is_skipped_despite_a_second_address() {
        Row rep = Company.rep("rep-001").with("secondEmail", "other@" + Samples.MAIL_DOMAIN);
        company.putReps(List.of(rep, Company.rep("rep-002")));
        mailboxes.complained(Mailbox.idOf(rep.text("email")), NOW);

        Foreseen foreseen = foreseen(amber());

        assertThat(foreseen.reached()).isEqualTo(1);
        assertThat(foreseen.beside()).isEmpty();
        assertThat(foreseen.skipped())
                .extracting(Note::reason)
                .containsExactly("marked an email as spam, so gets none");
    }

    @Test
    void a_distributor_gets_only_green_placements_and_never_counts() {
        company.putReps(
                List.of(
                        Company.rep("rep-001"),
                        Company.rep("partner-1").with("employment", "distributor")));

        Foreseen amber = foreseen(amber());
        Foreseen green = foreseen(Samples.green());

        assertThat(amber.team()).isEqualTo(1);
        assertThat(amber.skipped()).extracting(Note::rep).containsExactly(new RepId("partner-1"));
        assertThat(green.team()).isEqualTo(1);
        assertThat(green.skipped()).isEmpty();
        assertThat(green.beside()).extracting(Note::rep).containsExactly(new RepId("partner-1"));
    }

    @Test
    void the_preview_says_if_there_is_no_active_rep() {
        assertThat(foreseen(amber()).warnings())
                .anySatisfy(warning -> assertThat(warning.message()).contains("no active reps"));
    }

    @Test
    void a_backfill_emails_nobody_and_an_embargoed_placement_waits_for_its_publication() {
        company.reps(1);

        assertThat(foreseen(new SubmissionBuilder(amber()).backfill(true).build()).sentAt())
                .isNull();
        assertThat(
                        foreseen(
                                        new SubmissionBuilder(amber())
                                                .publishedAt("2026-06-25T09:00")
                                                .build())
                                .sentAt())
                .isEqualTo(Samples.WEDNESDAY.plus(Duration.ofHours(24)));
    }

    @Test
    void a_known_story_is_reported_before_submission_and_nothing_is_stored() {
        company.reps(1);
        Placement first = company.distribute(Samples.submission());
        int stored = company.placements.newest(10, null).placements().size();

        assertThat(foreseen(Samples.submission()).known()).isEqualTo(first.id());
        assertThat(company.placements.newest(10, null).placements()).hasSize(stored);
    }

    @Test
    void r1_13_a_withdrawn_story_is_not_reported_as_known() {
        SubmitOutcome first = company.submit(Samples.submission());
        company.changePlacement.withdraw(
                ((SubmitOutcome.Accepted) first).placement().id(), "too early", Company.PR);

        assertThat(foreseen(Samples.submission()).known()).isNull();
    }

    @Test
    void an_invalid_submission_has_no_preview() {
        assertThat(foresee.foresee(new SubmissionBuilder(amber()).format("song").build()))
                .isEmpty();
    }

    private Foreseen foreseen(Submission submission) {
        return foresee.foresee(submission).orElseThrow();
    }

    private static Submission amber() {
        return new SubmissionBuilder(Samples.submission()).forwardability("amber").build();
    }
}
