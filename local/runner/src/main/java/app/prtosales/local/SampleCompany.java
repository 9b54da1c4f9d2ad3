package app.prtosales.local;

import app.prtosales.aws.AwsApplication;
import app.prtosales.history.HistoryEntry;
import app.prtosales.intake.Reading;
import app.prtosales.intake.Submission;
import app.prtosales.intake.SubmissionReader;
import app.prtosales.local.edges.Json;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The made-up company of `events/sample-company/`. Its lists are loaded over the HTTP API, as its
/// people would; its placements are added without it, so that their ids are known.
final class SampleCompany {

    /// The id of the placement that the sample events are about.
    static final String PLACEMENT = "sample-placement";

    /// The id of a placement whose distribution has not started, because its event was lost.
    static final String WAITING = "sample-waiting";

    private static final String PR = "pr@sample-medtech.example";

    private final SampleLists lists;
    private final LocalProduct product;

    SampleCompany(Path root, LocalProduct product) {
        this(root, product, 0);
    }

    /// @param reps the number of reps on the team; 0 for those in the file
    SampleCompany(Path root, LocalProduct product, int reps) {
        this.lists = SampleLists.of(root, reps);
        this.product = product;
    }

    /// Starts a product with this company, some days old, in which only the caller triggers work.
    /// One placement has been distributed and is due for its verdict, and one waits to be
    /// distributed.
    static LocalProduct seeded(Path root, LocalProduct.Settings settings)
            throws InterruptedException {
        Yesterday time = new Yesterday(LocalProduct.realTime());
        LocalProduct product = LocalProduct.start(settings, time, ProductHandlers::new);
        SampleCompany company = new SampleCompany(root, product);
        time.toLongAgo();
        company.loadLists();
        time.toYesterday();
        company.load();
        product.leaveOnlyEdges();
        time.catchUp();
        company.add(WAITING);
        return product;
    }

    /// Loads its lists, effective immediately.
    void loadLists() {
        lists.load(product.as(lists.person("ops"), "ops"));
    }

    /// The rows of one of its lists.
    List<Map<String, Object>> rows(String list) {
        return lists.rows(list);
    }

    /// Loads its lists and one distributed placement.
    void load() throws InterruptedException {
        loadLists();
        if (product.as(PR, "pr").get("/placements/" + PLACEMENT).status() == 404) {
            add(PLACEMENT);
            product.timeline().settleNow();
        }
    }

    /// Adds the placement in a file, published two hours ago, as intake would, but with the file's
    /// name as its id.
    private void add(String name) {
        Instant now = product.timeline().now();
        String file = name + ".json";
        Map<String, Object> body =
                publishedAgo(
                        SampleLists.read(lists.folder().resolve(file)), now, Duration.ofHours(2));
        AwsApplication application = product.application("PlacementIntake");
        app.prtosales.history.Person person = app.prtosales.history.Person.withEmail(PR);
        String by = person.id();
        Submission submission = submission(body);
        switch (SubmissionReader.read(submission, application.directory().segmentIds(), now)) {
            case Reading.Invalid(var errors) ->
                    throw new Usage("events/sample-company/%s: %s".formatted(file, errors));
            case Reading.Valid valid -> {
                PlacementId id = new PlacementId(name);
                application.people().remember(person);
                application
                        .placements()
                        .add(
                                Placement.accepted(valid.draft(), by, now).named(id),
                                new Placements.Request(by, submission.digest(), null),
                                new HistoryEntry(id.value(), now, by, "accepted", null));
            }
        }
    }

    private static Submission submission(Map<String, Object> body) {
        return new Submission(
                Json.string(body.get("url")),
                Json.string(body.get("outlet")),
                Json.string(body.get("headline")),
                Json.string(body.get("format")),
                Json.string(body.get("publishedAt")),
                Json.string(body.get("zone")),
                Json.list(body.get("segments")).stream().map(Json::string).toList(),
                Json.string(body.get("note")),
                Json.string(body.get("topic")),
                Json.list(body.get("personas")).stream().map(Json::string).toList(),
                null,
                null,
                null,
                null,
                Json.string(body.get("tone")),
                Json.string(body.get("forwardability")),
                false);
    }

    /// The placement as if published this long before `now`, in the local time of its zone.
    static Map<String, Object> publishedAgo(
            Map<String, Object> placement, Instant now, Duration ago) {
        Map<String, Object> dated = new LinkedHashMap<>(placement);
        LocalDateTime published =
                now.minus(ago)
                        .atZone(ZoneId.of(Json.string(placement.get("zone"))))
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES);
        dated.put("publishedAt", published.toString());
        return dated;
    }
}
