package app.prtosales.mail;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.audit.WeeklyReport;
import app.prtosales.directory.Agreement;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgreementInWordsTest {

    private static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");

    @Test
    void r5_2_the_owners_of_the_rules_are_named() {
        Agreement agreement =
                agreement(
                        "3",
                        List.of(Duration.ofMinutes(90), Duration.ofMinutes(30)),
                        List.of("pr@company.example", "seq@company.example"));

        assertThat(AgreementInWords.of(Samples.ordinaryWeek(), agreement))
                .contains(
                        "; warnings go out 1 hour 30 minutes and 30 minutes before the deadline.",
                        "In charge of submitting: pr@company.example; sequences: seq@company.example. Weeks");
    }

    @Test
    void r1_9_the_warnings_are_those_that_go_out_in_their_order() {
        List<Duration> listed =
                List.of(
                        Duration.ofHours(4),
                        Duration.ofSeconds(30),
                        Duration.ofHours(12),
                        Duration.ZERO,
                        Duration.ofHours(4));

        assertThat(AgreementInWords.of(Samples.ordinaryWeek(), agreement("3", listed, List.of())))
                .contains(
                        "; warnings go out 12 hours, 4 hours, and 30 seconds before the deadline.");
        assertThat(
                        AgreementInWords.of(
                                Samples.ordinaryWeek(),
                                agreement("3", List.of(Duration.ZERO), List.of())))
                .doesNotContain("warnings");
    }

    @Test
    void an_agreement_without_warnings_and_owners_says_nothing_about_them() {
        assertThat(
                        AgreementInWords.of(
                                Samples.ordinaryWeek(), agreement("3", List.of(), List.of())))
                .contains("within 24 hours of publication. Weeks run")
                .doesNotContain("warnings", "In charge");
    }

    @Test
    void a_week_before_the_first_agreement_has_neither_its_version_nor_its_date() {
        WeeklyReport week = Samples.ordinaryWeek();
        WeeklyReport early =
                new WeeklyReport(
                        week.week(),
                        ZoneOffset.UTC,
                        week.startsAt(),
                        week.computedAt(),
                        week.judged(),
                        week.pending(),
                        week.late(),
                        week.inPlay(),
                        week.restated(),
                        Agreement.NONE.version());

        assertThat(AgreementInWords.of(early, Agreement.NONE))
                .isEqualTo("No standing agreement yet. Weeks run Monday to Sunday, UTC time.");
    }

    @Test
    void r4_6_a_week_under_an_earlier_version_shows_neither_date_nor_zone_of_the_present_one() {
        Agreement next = agreement("4", Agreement.DEFAULT_WARNINGS, List.of("pr@company.example"));

        assertThat(AgreementInWords.of(Samples.ordinaryWeek(), next))
                .isEqualTo(
                        "Standing agreement, version 3 at that time. Weeks run Monday to Sunday, Central time.");
    }

    static Agreement agreement(String version, List<Duration> warnings, List<String> ruleOwners) {
        Agreement sample = Samples.AGREEMENT;
        return new Agreement(
                version,
                LocalDate.of(2027, 1, 17),
                LOS_ANGELES,
                warnings,
                sample.prOwner(),
                sample.ops(),
                sample.salesLeader(),
                sample.leadership(),
                ruleOwners,
                sample.auditDay(),
                sample.auditHour(),
                sample.since(),
                sample.company());
    }
}
