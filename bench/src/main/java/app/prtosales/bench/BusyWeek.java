package app.prtosales.bench;

import app.prtosales.audit.AuditWeek;
import app.prtosales.aws.AwsApplication;
import app.prtosales.concurrent.Concurrently;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.intake.Reading;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Verdict;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.Referenced;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/// A judged week with many placements to many reps: every third one missed its deadline, with forty
/// reps named. Each is in a sequence and was used in two deals, and ten reps said they read it.
final class BusyWeek {

    private static final int WRITES_AT_ONCE = 8;
    private static final int MISSING = 40;
    private static final int READERS = 10;

    private BusyWeek() {}

    /// Puts the week into the table.
    ///
    /// @param week a week that has ended
    static void store(
            AwsApplication application, AuditWeek week, ZoneId zone, int placements, int reps) {
        Instant begin = week.startsAt(zone);
        Person pr = Person.withEmail("pr@sample-medtech.example");
        List<Boolean> added =
                Concurrently.map(
                        IntStream.range(0, placements).boxed().toList(),
                        WRITES_AT_ONCE,
                        number ->
                                addWithAnswers(
                                        application, placement(number, begin, zone, reps, pr), pr));
        if (added.contains(false)) {
            throw new IllegalStateException("a placement of the week is already in the table");
        }
    }

    /// Puts placements without any answers into the table, published one minute apart.
    static void publish(AwsApplication application, Instant begin, ZoneId zone, int placements) {
        Person pr = Person.withEmail("pr@sample-medtech.example");
        List<Boolean> added =
                Concurrently.map(
                        IntStream.range(0, placements).boxed().toList(),
                        WRITES_AT_ONCE,
                        number ->
                                addPlacement(
                                        application, placement(number, begin, zone, 50, pr), pr));
        if (added.contains(false)) {
            throw new IllegalStateException("a placement is already in the table");
        }
    }

    private static boolean addWithAnswers(
            AwsApplication application, Placement placement, Person pr) {
        boolean added = addPlacement(application, placement, pr);
        Instant at = placement.acceptedAt().plus(Duration.ofHours(3));
        answer(application, placement, new InSequence(new SequenceId("cfo"), at, "awareness"));
        for (String account : List.of("lakeside", "northwind")) {
            answer(
                    application,
                    placement,
                    new Referenced("rep-0001", at, null, account, How.IN_A_MEETING));
        }
        for (int rep = 0; rep < READERS; rep++) {
            answer(
                    application,
                    placement,
                    new Acknowledged(new RepId("rep-%04d".formatted(rep)), at));
        }
        return added;
    }

    private static boolean addPlacement(
            AwsApplication application, Placement placement, Person pr) {
        HistoryEntry entry =
                new HistoryEntry(
                        placement.id().value(), placement.acceptedAt(), pr.id(), "accepted", null);
        return application
                        .placements()
                        .add(
                                placement,
                                new Placements.Request(pr.id(), placement.id().value(), null),
                                entry)
                instanceof Placements.Admission.Added;
    }

    private static void answer(AwsApplication application, Placement placement, Response response) {
        application
                .responses()
                .add(
                        placement,
                        response,
                        new HistoryEntry(
                                placement.id().value(),
                                response.at(),
                                response.person(),
                                response.key(),
                                null));
    }

    /// A judged placement.
    static Placement placement(int number, Instant begin, ZoneId zone, int reps, Person pr) {
        Placement placement = accepted(number, begin, zone, pr);
        Instant accepted = placement.acceptedAt();
        return placement
                .dispatched(accepted, accepted, null)
                .judged(judgment(number, placement.publication().at(), reps));
    }

    /// A placement accepted an hour after its publication, with nothing else recorded.
    ///
    /// @param number its number; it is published that many minutes after `begin`, wrapping around
    ///   after five days
    static Placement accepted(int number, Instant begin, ZoneId zone, Person pr) {
        Instant published = begin.plus(Duration.ofMinutes(number % (5 * 24 * 60)));
        Submission submission =
                new Submission(
                        "https://www.medtechdive.com/news/busy-week-" + number,
                        "MedTech Dive",
                        "Story %d of a week with more coverage than anybody reads"
                                .formatted(number),
                        "byline",
                        LocalDateTime.ofInstant(published, zone).toString(),
                        zone.getId(),
                        List.of("health-systems"),
                        "For whoever asked about throughput in the last quarter.",
                        "care coordination",
                        List.of("CFO"),
                        null,
                        null,
                        null,
                        null,
                        "positive",
                        "green",
                        false);
        Instant accepted = published.plus(Duration.ofHours(1));
        return switch (SubmissionReader.read(submission, Set.of("health-systems"), accepted)) {
            case Reading.Invalid(var errors) -> throw new IllegalStateException(errors.toString());
            case Reading.Valid valid -> Placement.accepted(valid.draft(), pr.id(), accepted);
        };
    }

    private static Judgment judgment(int number, Instant published, int reps) {
        boolean met = number % 3 != 0;
        int missing = met ? 0 : Math.min(MISSING, reps);
        Instant last = published.plus(Duration.ofHours(2));
        return Judgment.of(
                new Reached(
                        met ? Verdict.MET : Verdict.MISSED,
                        met ? null : Cause.DELIVERY,
                        reps - missing,
                        reps - missing,
                        reps,
                        IntStream.range(0, missing)
                                .mapToObj(rep ->
                                        new Reached.Missing(
                                                new RepId("rep-%04d".formatted(rep)),
                                                new MailFate(
                                                        MailFate.Kind.BOUNCED,
                                                        "the mail server rejected it")))
                                .toList(),
                        List.of(),
                        last),
                published.plus(Publication.WINDOW));
    }
}
