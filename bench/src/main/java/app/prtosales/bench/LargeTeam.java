package app.prtosales.bench;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.table.DynamoDirectoryStore;
import app.prtosales.directory.DirectoryStore;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.history.Person;
import app.prtosales.intake.Reading;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/// A team of any size, even beyond the directory's limit, and a placement for it.
final class LargeTeam {

    /// The directory's limit on the rows of a list: only this many reps get a target account.
    private static final int ACCOUNTS = 10_000;

    private static final List<String> SEGMENTS = List.of("health-systems", "payers", "ascs");

    private LargeTeam() {}

    static Stream<String> ids(int reps) {
        return IntStream.range(0, reps).mapToObj("rep-%05d"::formatted);
    }

    /// Uploads the team and its accounts.
    static void upload(
            DynamoDbClient dynamo, Map<String, String> environment, int reps, Instant now) {
        DirectoryStore store =
                new DynamoDirectoryStore(
                        dynamo, Objects.requireNonNull(environment.get("TABLE_NAME")));
        Instant since = now.minus(Duration.ofDays(90)).truncatedTo(ChronoUnit.SECONDS);
        replace(store, ListName.REPS, ids(reps).map(id -> rep(id, since)).toList(), now);
        replace(
                store,
                ListName.ACCOUNTS,
                ids(Math.min(reps, ACCOUNTS)).map(LargeTeam::account).toList(),
                now);
    }

    private static void replace(DirectoryStore store, ListName list, List<Row> rows, Instant now) {
        HistoryEntry entry =
                new HistoryEntry(
                        "directory-" + list.word(), now, HistoryEntry.SYSTEM, "replaced", null);
        if (!store.replace(list, store.load(list).version(), rows, entry)) {
            throw new IllegalStateException("someone else changed the list in the meantime");
        }
    }

    private static Row rep(String id, Instant since) {
        return new Row(
                Map.of(
                        "id",
                        id,
                        "name",
                        "Sample Rep %s, Boston".formatted(id),
                        "email",
                        id + "@sample-medtech.example",
                        "zone",
                        "America/New_York",
                        "segments",
                        SEGMENTS.get(id.hashCode() % 2 == 0 ? 0 : 1) + ";ascs",
                        "manager",
                        "Sample Manager, Boston",
                        "employment",
                        "employee",
                        "active",
                        "true",
                        "_team",
                        since + "/"));
    }

    private static Row account(String rep) {
        return new Row(
                Map.of(
                        "id",
                        "account-of-" + rep,
                        "name",
                        "Sample Hospital Group of " + rep,
                        "segment",
                        "health-systems",
                        "rep",
                        rep,
                        "target",
                        "true",
                        "openDeal",
                        "true"));
    }

    /// Accepts a placement published an hour ago and cleared for forwarding.
    static PlacementId placement(AwsApplication application) {
        Instant now = application.clock().instant();
        Person pr = Person.withEmail("pr@sample-medtech.example");
        Submission submission =
                new Submission(
                        "https://www.medtechdive.com/news/large-team",
                        "MedTech Dive",
                        "How hospitals find the capacity that they already have",
                        "byline",
                        LocalDateTime.ofInstant(now.minus(Duration.ofHours(1)), ZoneOffset.UTC)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                        "UTC",
                        List.of("health-systems"),
                        "For whoever asked about throughput in the last quarter.",
                        "care coordination",
                        List.of("CFO"),
                        null,
                        null,
                        "It gives the reasons in the words of a chief financial officer.",
                        null,
                        "positive",
                        "green",
                        false);
        return switch (SubmissionReader.read(submission, Set.of("health-systems"), now)) {
            case Reading.Invalid(var errors) -> throw new IllegalStateException(errors.toString());
            case Reading.Valid valid -> {
                Placement placement = Placement.accepted(valid.draft(), pr.id(), now);
                application
                        .placements()
                        .add(
                                placement,
                                new Placements.Request(pr.id(), placement.id().value(), null),
                                new HistoryEntry(
                                        placement.id().value(), now, pr.id(), "accepted", null));
                yield placement.id();
            }
        };
    }
}
