package app.prtosales.change;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.ListName;
import app.prtosales.directory.Row;
import app.prtosales.history.HistoryEntry;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.Submission;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// A company one hour after the publication of the sample placement, and the steps that tests of
/// changes have in common.
final class ChangeScenario {

    /// `P` of the sample placement, and its deadline `D`.
    static final Instant P = Samples.WEDNESDAY;

    static final Instant D = P.plus(Duration.ofHours(24));

    final Company company;
    final ChangePlacement change;

    ChangeScenario() {
        this(Company.Edges.SOUND);
    }

    /// @param edges what happens while a change is made
    ChangeScenario(Company.Edges edges) {
        company = new Company(P.plus(Duration.ofHours(1)), edges);
        change = company.changePlacement;
    }

    /// The sample placement, sent and delivered to three reps.
    PlacementId delivered() {
        company.reps(3);
        PlacementId id = company.distribute(Samples.submission()).id();
        company.deliverAll(id);
        return id;
    }

    /// The sample placement in Green, delivered to the first rep; a second one joins after its
    /// deadline.
    PlacementId deliveredBeforeSecondRep() {
        return deliveredBeforeSecondRep(() -> {});
    }

    /// @param meanwhile what happens before the second rep joins
    PlacementId deliveredBeforeSecondRep(Runnable meanwhile) {
        company.reps(1);
        PlacementId id = company.distribute(Samples.green()).id();
        company.deliverAll(id);
        company.runUntil(P.plus(Duration.ofHours(30)));
        meanwhile.run();
        company.reps(2);
        company.work();
        return id;
    }

    /// Opens a deal at the account of this rep.
    void openDeal(String rep) {
        company.openDeal();
        company.put(
                ListName.ACCOUNTS,
                company.replaceList.read(ListName.ACCOUNTS).getFirst().with("rep", rep));
    }

    /// The sample placement, with the values that a test needs to be different.
    static Submission submission(
            String publishedAt, String topic, String tone, String forwardability) {
        return new SubmissionBuilder(Samples.submission())
                .format("byline")
                .publishedAt(publishedAt)
                .topic(topic)
                .tone(tone)
                .holdingLine(tone.equals("negative") ? "We know of the report." : null)
                .forwardability(forwardability)
                .backfill(false)
                .build();
    }

    /// A byline that a mapping rule matches.
    static Submission mapped(String forwardability) {
        return submission("2026-06-24T09:00", "care coordination", "positive", forwardability);
    }

    static Placement changed(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Changed.class);
        return ((ChangeOutcome.Changed) outcome).placement();
    }

    static List<FieldError> errors(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Invalid.class);
        return ((ChangeOutcome.Invalid) outcome).errors();
    }

    static String conflict(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Conflict.class);
        return ((ChangeOutcome.Conflict) outcome).why();
    }

    static void assertUnchanged(ChangeOutcome outcome) {
        assertThat(outcome).isInstanceOf(ChangeOutcome.Unchanged.class);
    }

    /// The three reps of [#delivered], with other values for the second one.
    static List<Row> team(Row second) {
        return List.of(Company.rep("rep-001"), second, Company.rep("rep-003"));
    }

    /// Changes the color and sends the emails about it.
    void turn(PlacementId id, String color) {
        changed(change.turn(id, color, null, "turned " + color, Company.PR));
        later();
    }

    /// A copy of the sample placement in Green, submitted separately, sent and delivered.
    PlacementId deliveredCopy(String url) {
        company.advance(Duration.ofSeconds(1));
        PlacementId copy = company.distribute(copy(Samples.green(), url)).id();
        company.deliverAll(copy);
        return copy;
    }

    /// The same story in another outlet.
    static Submission copy(Submission story, String url) {
        return new SubmissionBuilder(story).url(url).outlet("Syndicated").build();
    }

    /// Merges a copy that was submitted separately into the story.
    void attach(PlacementId id, String url) {
        company.advance(Duration.ofSeconds(1));
        changed(change.attachCopy(id, url, "Syndicated", "the same story", Company.PR));
        company.work();
    }

    /// Corrects the headline and sends the emails about it.
    void correct(PlacementId id, String headline) {
        changed(
                change.correct(
                        id,
                        new CorrectionRequest(
                                Map.of("headline", headline), null, null, "not " + headline),
                        Company.PR));
        later();
    }

    /// An hour passes, and everything due by then is done.
    void later() {
        company.work();
        company.tick();
        company.work();
        company.runUntil(company.now().plus(Duration.ofHours(1)));
    }

    List<String> history(PlacementId id) {
        return company.history.of(id.value()).stream().map(HistoryEntry::what).toList();
    }

    List<String> reasons(PlacementId id) {
        return company.history.of(id.value()).stream()
                .flatMap(entry -> Optional.ofNullable(entry.reason()).stream())
                .toList();
    }

    /// The recipients who have a row of this kind in the ledger.
    List<String> recipients(PlacementId id, MailKind kind, int number) {
        return company.ledger.about(id.value()).stream()
                .map(row -> row.id())
                .filter(row -> row.kind() == kind && row.number() == number)
                .map(DeliveryId::recipient)
                .sorted()
                .toList();
    }

    /// The emails of a kind that went out, by the recipient's address.
    List<String> mailed(MailKind kind) {
        return company.mailbox.mails.stream()
                .filter(mail -> mail.id().kind() == kind)
                .map(mail -> mail.to())
                .sorted()
                .toList();
    }

    /// Three reps and two distributors, one of whom is inactive.
    void withDistributors() {
        withDistributors(false);
    }

    /// @param both whether the second one is active too
    void withDistributors(boolean both) {
        List<Row> rows =
                new ArrayList<>(
                        IntStream.rangeClosed(1, 3)
                                .mapToObj(i -> Company.rep("rep-%03d".formatted(i)))
                                .toList());
        rows.add(distributor("partner-1", "true"));
        rows.add(distributor("partner-2", String.valueOf(both)));
        company.putReps(rows);
    }

    private static Row distributor(String id, String active) {
        return Company.row(
                "id",
                id,
                "name",
                "Sample " + id,
                "email",
                id + "@sample-distributor.example",
                "zone",
                "Europe/Berlin",
                "segments",
                "payers",
                "employment",
                "distributor",
                "active",
                active);
    }
}
