package app.prtosales.aws.csv;

import app.prtosales.audit.AuditWeek;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SesEvent;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.link.Purpose;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.NullMarked;

/// A quarter of a company in which everything that can happen does: in any order, late, twice, and
/// with lists that change in the meantime. The same seed always produces the same quarter.
@NullMarked
final class RandomQuarter {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final int DAYS = 91;
    private static final int STEPS = 25;

    /// It includes a clock change, on March 8.
    private static final Instant BEGIN = Instant.parse("2026-01-05T14:00:00Z");

    final Company company = new Company(BEGIN);
    private final Random random;
    private final List<PlacementId> placements = new ArrayList<>();
    private final List<Runnable> heldBack = new ArrayList<>();
    private int stories;
    private final Set<Integer> gone = new HashSet<>();
    private int hired = 3;

    RandomQuarter(long seed) {
        this.random = new Random(seed);
        roster();
    }

    /// The weeks of the quarter.
    List<AuditWeek> weeks() {
        List<AuditWeek> weeks = new ArrayList<>();
        AuditWeek week = AuditWeek.of(BEGIN, NEW_YORK);
        while (week.startsAt(NEW_YORK).isBefore(company.now())) {
            weeks.add(week);
            week = week.next();
        }
        return weeks;
    }

    void run() {
        for (int day = 0; day < DAYS; day++) {
            int things = random.nextInt(4);
            for (int i = 0; i < things; i++) {
                company.runUntil(
                        company.now().plus(Duration.ofMinutes(1L + random.nextInt(419))), STEPS);
                something();
            }
            company.runUntil(BEGIN.plus(Duration.ofDays(day + 1L)), STEPS);
            company.runWeeklyAudit.run();
        }
    }

    private void something() {
        switch (random.nextInt(18)) {
            case 0, 1, 2, 3 -> submit();
            case 4, 5, 6 -> events();
            case 7 -> acknowledge();
            case 8 -> use();
            case 9 -> confirm();
            case 10 -> roster();
            case 11 -> sequences();
            case 12 -> accounts();
            case 13, 14 -> change();
            case 15 -> company.guard.resume("the dead addresses are taken out", Company.PR);
            case 16 -> move();
            default -> tellWhatWasHeldBack();
        }
    }

    /// The company moves its headquarters, and the weeks of its agreement with it.
    private void move() {
        String zone =
                List.of("America/New_York", "America/Los_Angeles", "Asia/Tokyo")
                        .get(random.nextInt(3));
        company.put(
                ListName.AGREEMENT,
                company.replaceList.read(ListName.AGREEMENT).getFirst().with("zone", zone));
    }

    private void submit() {
        Submission from = Samples.submission(Samples.numbered(stories++));
        boolean past = random.nextInt(6) == 0;
        Duration ago =
                past
                        ? Duration.ofDays(1L + random.nextInt(60))
                        : Duration.ofMinutes(random.nextInt(33 * 60) - ahead());
        LocalDateTime at =
                company.now()
                        .minus(ago)
                        .atZone(NEW_YORK)
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES);
        Submission submission =
                new Submission(
                        from.url(),
                        from.outlet(),
                        random.nextInt(5) == 0
                                ? "=cmd|' /C calc'!A0, \"; é\n".strip()
                                : from.headline(),
                        List.of("byline", "podcast", "news-mention").get(random.nextInt(3)),
                        at.toString(),
                        NEW_YORK.getId(),
                        random.nextInt(4) == 0 ? List.of("payers") : from.segments(),
                        from.note(),
                        random.nextBoolean() ? "care coordination" : "financial integrity",
                        from.personas(),
                        from.spokesperson(),
                        from.quote(),
                        from.whyItMatters(),
                        "We know of the report.",
                        random.nextInt(8) == 0 ? "negative" : "positive",
                        List.of("green", "green", "green", "amber", "red").get(random.nextInt(5)),
                        past);
        if (company.submit(submission) instanceof SubmitOutcome.Accepted accepted) {
            placements.add(accepted.placement().id());
            if (random.nextInt(12) == 0) {
                company.mailbox.down(true);
            }
            company.work(STEPS);
            company.mailbox.down(false);
        }
    }

    /// At most how many minutes ahead a publication is: some are known days before.
    private long ahead() {
        return random.nextInt(4) == 0 ? Duration.ofDays(4).toMinutes() : 120;
    }

    /// SES reports on some pings: deliveries and bounces, stamped now or hours ago, some reported
    /// twice and some only days later.
    private void events() {
        anyPlacement()
                .ifPresent(id -> {
                    for (Delivery ping : company.pings(id)) {
                        if (random.nextInt(10) == 0) {
                            continue;
                        }
                        Instant at = company.now().minus(Duration.ofMinutes(random.nextInt(900)));
                        Runnable event =
                                random.nextInt(12) == 0
                                        ? () -> company.bounce(ping.id(), at)
                                        : () -> company.deliver(ping.id(), at);
                        if (random.nextInt(6) == 0) {
                            heldBack.add(event);
                        } else {
                            event.run();
                            if (random.nextInt(5) == 0) {
                                event.run();
                            }
                        }
                        if (random.nextInt(20) == 0) {
                            complain(ping.id(), at);
                        }
                    }
                });
    }

    private void complain(DeliveryId id, Instant at) {
        company.recordFeedback.record(id, new SesEvent.Complained("ses-" + id, at, null));
    }

    private void tellWhatWasHeldBack() {
        while (!heldBack.isEmpty()) {
            heldBack.remove(random.nextInt(heldBack.size())).run();
        }
    }

    private void acknowledge() {
        anyPlacement()
                .ifPresent(id ->
                        company.recordResponse.record(
                                company.token(
                                        Purpose.ACKNOWLEDGE, id, rep(1 + random.nextInt(hired))),
                                Map.of("choice", "read")));
    }

    private void use() {
        anyPlacement()
                .ifPresent(id ->
                        company.recordResponse.record(
                                company.token(Purpose.REFERENCE, id, rep(1)),
                                random.nextInt(4) == 0
                                        ? Map.of(
                                                "account", "other",
                                                "accountName", "Another hospital",
                                                "how", "talked-about")
                                        : Map.of(
                                                "account",
                                                "account-" + (1 + random.nextInt(2)),
                                                "how",
                                                "in-a-proposal")));
    }

    private void confirm() {
        anyPlacement()
                .ifPresent(id ->
                        company.recordResponse.record(
                                company.token(
                                        Purpose.SEQUENCE,
                                        id,
                                        random.nextBoolean() ? "cfo" : "health-system"),
                                Map.of(
                                        "stage",
                                        random.nextBoolean() ? "awareness" : "consideration")));
    }

    /// PR changes its mind about a placement.
    private void change() {
        anyPlacement()
                .ifPresent(id -> {
                    switch (random.nextInt(6)) {
                        case 0 -> company.changePlacement.withdraw(id, "by mistake", Company.PR);
                        case 1 -> company.changePlacement.retract(id, "a false figure", Company.PR);
                        case 2 -> company.changePlacement.resend(id, "fixed", Company.PR);
                        case 3 ->
                                company.changePlacement.exempt(
                                        id,
                                        random.nextBoolean()
                                                ? "inActiveSequence"
                                                : "referencedInDeal",
                                        "an award",
                                        null,
                                        Company.PR);
                        case 4 ->
                                company.changePlacement.move(
                                        id,
                                        company.now()
                                                .minus(Duration.ofHours(random.nextInt(200)))
                                                .truncatedTo(ChronoUnit.MINUTES)
                                                .toString(),
                                        null,
                                        "the outlet corrected it",
                                        Company.PR);
                        default ->
                                company.changePlacement.turn(
                                        id,
                                        List.of("green", "amber", "red").get(random.nextInt(3)),
                                        null,
                                        "reviewed",
                                        Company.PR);
                    }
                    company.work(STEPS);
                });
    }

    /// Someone joins or leaves.
    private void roster() {
        if (hired - gone.size() > 2 && random.nextBoolean()) {
            gone.add(2 + random.nextInt(hired - 1));
        } else {
            hired++;
        }
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= hired; i++) {
            Row row = Company.rep(rep(i));
            rows.add(gone.contains(i) ? row.with("active", "false") : row);
        }
        company.putReps(rows);
    }

    private void sequences() {
        company.put(ListName.SEQUENCES, sequence("cfo", "CFO"), sequence("health-system", ""));
    }

    private Row sequence(String id, String persona) {
        return Company.row(
                "id",
                id,
                "name",
                "Sequence " + id,
                "owner",
                "Sample Owner",
                "ownerEmail",
                id + "-owner@sample-medtech.example",
                "personas",
                persona,
                "status",
                List.of("active", "active", "active", "paused").get(random.nextInt(4)),
                "stages",
                random.nextInt(4) == 0 ? "awareness" : "awareness;consideration");
    }

    private void accounts() {
        company.put(ListName.ACCOUNTS, account(1), account(2));
    }

    private Row account(int number) {
        return Company.row(
                "id",
                "account-" + number,
                "name",
                "Sample Hospital " + number,
                "segment",
                "health-systems",
                "rep",
                "rep-001",
                "target",
                String.valueOf(random.nextBoolean()));
    }

    private Optional<PlacementId> anyPlacement() {
        int recent = Math.min(placements.size(), 8);
        return recent == 0
                ? Optional.empty()
                : Optional.of(placements.get(placements.size() - 1 - random.nextInt(recent)));
    }

    private static String rep(int number) {
        return "rep-%03d".formatted(number);
    }

    /// The values that the export of a placement created here has to contain.
    List<Placement> all() {
        return placements.stream().map(company::find).toList();
    }
}
