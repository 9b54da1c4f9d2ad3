package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Status;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// R4.5: whatever happens to the weekly emails, each story is in exactly one of them: in that of
/// its week, or as a late addition in a later one.
class RandomEmailsTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int DAYS = 200;
    private static final int STEPS = 25;

    /// In days. Only the last eight missed weeks are still emailed after it.
    private static final int LONGEST_OUTAGE = 66;

    private final Company company = new Company(Instant.parse("2026-01-05T14:00:00Z"));
    private final List<PlacementId> stories = new ArrayList<>();

    static Stream<Integer> seeds() {
        return Stream.iterate(0, seed -> seed + 1).limit(Integer.getInteger("seeds", 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void r4_5_each_story_is_in_exactly_one_email(int seed) {
        Random random = new Random(seed);
        company.reps(1);
        agreement("monday", "America/New_York");
        int runsAgain = 0;
        for (int day = 0; day < DAYS; day++) {
            if (random.nextInt(3) == 0) {
                submit(random);
            }
            if (random.nextInt(40) == 0) {
                changeAgreement(random);
            }
            // The email after two long outages would leave out what is older than its quarter.
            if (day >= runsAgain + 21 && random.nextInt(25) == 0) {
                runsAgain = day + (random.nextInt(3) == 0 ? random.nextInt(LONGEST_OUTAGE) : 12);
            }
            pass(Duration.ofDays(1), day >= runsAgain);
        }
        pass(Duration.ofDays(21), true);

        List<WeeklyReport> emails = emails();
        List<PlacementId> listed =
                emails.stream()
                        .flatMap(email ->
                                Stream.concat(email.judged().stream(), email.late().stream()))
                        .map(PlacementAnswers::id)
                        .toList();
        assertThat(listed).doesNotHaveDuplicates();
        assertThat(listed).containsAll(expected(emails));
    }

    /// Time passes, a quarter of a day at a time.
    private void pass(Duration time, boolean audits) {
        Instant end = company.now().plus(time);
        while (company.now().isBefore(end)) {
            company.runUntil(company.now().plus(Duration.ofHours(6)), STEPS);
            if (audits) {
                company.runWeeklyAudit.run();
            }
        }
    }

    private void changeAgreement(Random random) {
        agreement(
                List.of("monday", "wednesday", "friday", "sunday").get(random.nextInt(4)),
                List.of("America/New_York", "America/Los_Angeles", "Asia/Tokyo")
                        .get(random.nextInt(3)));
    }

    private void agreement(String day, String zone) {
        company.put(
                ListName.AGREEMENT,
                Samples.agreementRow()
                        .with("leadership", Company.CEO)
                        .with("auditDay", day)
                        .with("zone", zone));
    }

    /// Between ten days ahead and three weeks past.
    private void submit(Random random) {
        LocalDateTime published =
                company.now()
                        .plus(Duration.ofMinutes(10 * 24 * 60 - random.nextInt(31 * 24 * 60)))
                        .atZone(NEW_YORK)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES);
        SubmitOutcome outcome =
                company.submit(
                        new SubmissionBuilder(
                                        Samples.submission(Samples.numbered(stories.size() + 1)))
                                .publishedAt(published.toString())
                                .build());
        assertThat(outcome).isInstanceOf(SubmitOutcome.Accepted.class);
        PlacementId id = ((SubmitOutcome.Accepted) outcome).placement().id();
        stories.add(id);
        company.work(STEPS);
        if (random.nextInt(10) == 0) {
            company.changePlacement.withdraw(id, "by mistake", Company.PR);
        }
    }

    private List<WeeklyReport> emails() {
        return Stream.iterate(new AuditWeek(2025, 50), AuditWeek::next)
                .limit(45)
                .flatMap(week -> company.audits.find(week).stream())
                .toList();
    }

    /// The stories whose 24 hours end before the week of the last email does.
    private List<PlacementId> expected(List<WeeklyReport> emails) {
        Instant end = emails.getLast().endsAt();
        return stories.stream()
                .map(company::find)
                .filter(story -> story.status() != Status.WITHDRAWN)
                .filter(story -> story.publication().deadline().isBefore(end))
                .map(Placement::id)
                .toList();
    }
}
