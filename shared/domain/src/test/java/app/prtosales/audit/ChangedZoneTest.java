package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.link.Purpose;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// R4.5, R4.6: after the agreement's zone changes, each placement is still judged in exactly one
/// weekly email.
class ChangedZoneTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);
    private static final AuditWeek WEEK_27 = WEEK_26.next();
    private static final String NEW_YORK = "America/New_York";
    private static final String LOS_ANGELES = "America/Los_Angeles";

    /// Sunday, 1:00 AM in New York. The deadline is Monday, 1:00 AM in New York, which is Sunday,
    /// 10:00 PM in Los Angeles.
    private static final String SUNDAY_NIGHT = "2026-06-28T01:00";

    private final Company company = new Company(Samples.WEDNESDAY.plus(Duration.ofHours(1)));

    @BeforeEach
    void oneRep() {
        company.reps(1);
    }

    @Test
    void r4_5_after_a_move_west_a_deadline_between_the_two_midnights_counts_in_the_later_week() {
        PlacementId id = distributed(SUNDAY_NIGHT, 1);
        mailed(WEEK_26);
        agree(LOS_ANGELES);
        mailed(WEEK_27);

        assertThat(mail(WEEK_26).pending()).extracting(PlacementAnswers::id).containsExactly(id);
        assertThat(mail(WEEK_26).judged()).isEmpty();
        assertThat(mail(WEEK_27).judged()).extracting(PlacementAnswers::id).containsExactly(id);
    }

    @Test
    void r4_5_after_a_move_east_a_deadline_between_the_two_midnights_counts_once() {
        agree(LOS_ANGELES);
        PlacementId id = distributed(SUNDAY_NIGHT, 1);
        mailed(WEEK_26);
        agree(NEW_YORK);
        mailed(WEEK_27);

        assertThat(mail(WEEK_26).judged()).extracting(PlacementAnswers::id).containsExactly(id);
        assertThat(mail(WEEK_27).judged()).isEmpty();
    }

    @Test
    void r4_6_a_new_zone_restates_neither_placements_nor_deals_of_a_mailed_week() {
        agree(LOS_ANGELES);
        PlacementId id = distributed(SUNDAY_NIGHT, 1);
        company.runUntil(Instant.parse("2026-06-29T05:30:00Z"));
        company.recordResponse.record(
                company.token(Purpose.REFERENCE, id, "rep-001"),
                Map.of("account", "account-1", "how", "in-a-proposal"));
        mailed(WEEK_26);
        assertThat(mail(WEEK_26).inPlay().deals()).isEqualTo(1);

        agree(NEW_YORK);

        assertThat(company.reportWeek.report(WEEK_26).restated()).isEmpty();
        mailed(WEEK_27);
        assertThat(mail(WEEK_27).restated()).isEmpty();
        assertThat(mail(WEEK_27).inPlay().deals()).isZero();
    }

    @Test
    void r4_5_a_late_addition_of_the_first_mailed_week_stays_one_in_any_later_zone() {
        mailed(WEEK_26);
        PlacementId id = distributed("2026-06-21T01:00", 1);
        agree(LOS_ANGELES);
        mailed(WEEK_27);

        assertThat(mail(WEEK_27).late()).extracting(PlacementAnswers::id).containsExactly(id);
    }

    @Test
    void the_first_week_in_a_new_zone_begins_when_the_last_one_ended_and_says_so() {
        mailed(WEEK_26);
        agree(LOS_ANGELES);
        Instant between = Instant.parse("2026-06-29T04:00:00Z");
        assertThat(company.reportWeek.report(WEEK_27).now().startsAt()).isEqualTo(between);
        assertThat(company.reportWeek.quarter(WEEK_27).startsAt()).isEqualTo(between);

        mailed(WEEK_27);
        mailed(WEEK_27.next());

        assertThat(mail(WEEK_26).endsAt()).isEqualTo(between);
        assertThat(mail(WEEK_27).startsAt()).isEqualTo(between);
        assertThat(company.exportWeek.export(WEEK_27, null).rows().getFirst())
                .containsEntry("from", "2026-06-29T04:00:00Z")
                .containsEntry("until", "2026-07-06T07:00:00Z");
        assertThat(mail(WEEK_27.next()).startsAt()).isEqualTo("2026-07-06T07:00:00Z");
    }

    @Test
    void a_week_after_one_that_was_not_mailed_begins_on_its_monday() {
        mailed(WEEK_26);
        agree(LOS_ANGELES);

        assertThat(company.reportWeek.report(WEEK_27.next()).now().startsAt())
                .isEqualTo("2026-07-06T07:00:00Z");
    }

    private void agree(String zone) {
        company.put(
                ListName.AGREEMENT,
                company.replaceList.read(ListName.AGREEMENT).getFirst().with("zone", zone));
    }

    private PlacementId distributed(String publishedAt, int number) {
        Instant publicAt = Instant.parse(publishedAt + ":00Z").plus(Duration.ofHours(4));
        company.runUntil(publicAt.isAfter(company.now()) ? publicAt : company.now());
        return company.distribute(
                        new SubmissionBuilder(Samples.submission(Samples.numbered(number)))
                                .publishedAt(publishedAt)
                                .forwardability("green")
                                .build())
                .id();
    }

    private void mailed(AuditWeek week) {
        company.runUntil(RunWeeklyAudit.mailedAt(week, company.directory.agreement()));
        company.runWeeklyAudit.run();
    }

    private WeeklyReport mail(AuditWeek week) {
        return company.audits.find(week).orElseThrow();
    }
}
