package app.prtosales.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.SesEvent;
import app.prtosales.directory.Row;
import app.prtosales.inmemory.Company;
import app.prtosales.ping.Dispatch;
import app.prtosales.placement.InvalidCursorException;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Story;
import app.prtosales.placement.Verdict;
import app.prtosales.samples.Samples;
import app.prtosales.samples.SubmissionBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// R4.6: the rows of the export about each recipient's ping, and its pages.
class ExportPingsTest {

    private static final AuditWeek WEEK_26 = new AuditWeek(2026, 26);
    private static final Instant MONDAY = Instant.parse("2026-06-29T12:00:00Z");
    private static final PlacementId ID = PlacementId.of(Samples.numbered(1).key());

    private final Instant sent = Samples.WEDNESDAY.plus(Duration.ofHours(1));
    private final Company company = new Company(sent);

    @Test
    void everything_ses_reported_about_a_ping_is_in_its_row() {
        company.reps(6);
        company.distribute(Samples.submission(Samples.numbered(1)));
        record("rep-001", new SesEvent.Delivered("m1", sent.plusSeconds(5)));
        record("rep-002", new SesEvent.Bounced("m2", sent.plusSeconds(6), true, "gone", null));
        record("rep-003", new SesEvent.Suppressed("m3", sent.plusSeconds(7), "held", null));
        record("rep-004", new SesEvent.Bounced("m4", sent.plusSeconds(8), false, "late", null));
        record("rep-005", new SesEvent.Complained("m5", sent.plusSeconds(9), null));
        company.goTo(MONDAY);
        company.tick();

        assertThat(pings())
                .containsExactly(
                        ping("rep-001", "message", "m1", "deliveredAt", "2026-06-24T14:00:05Z"),
                        ping("rep-002", "message", "m2", "bouncedAt", "2026-06-24T14:00:06Z"),
                        ping("rep-003", "message", "m3", "suppressedAt", "2026-06-24T14:00:07Z"),
                        ping("rep-004", "message", "m4", "givenUpAt", "2026-06-24T14:00:08Z"),
                        ping("rep-005", "message", "m5", "complainedAt", "2026-06-24T14:00:09Z"),
                        ping("rep-006"));
    }

    @Test
    void a_refused_ping_has_the_time_of_its_refusal() {
        company.reps(1);
        company.mailbox.refused.add(Company.rep("rep-001").cells().get("email"));
        company.distribute(Samples.submission(Samples.numbered(1)));

        assertThat(pings())
                .singleElement()
                .satisfies(row ->
                        assertThat(row)
                                .containsEntry("state", "rejected")
                                .containsEntry("refusedAt", "2026-06-24T14:00:00Z")
                                .doesNotContainKey("mailAcceptedAt"));
    }

    @Test
    void a_ping_that_was_sent_twice_has_a_row_for_each_message() {
        company.reps(1);
        company.distribute(Samples.submission(Samples.numbered(1)));
        record("rep-001", new SesEvent.Delivered("m1", sent.plusSeconds(5)));
        record("rep-001", new SesEvent.Delivered("m2", sent.plusSeconds(6)));

        assertThat(pings())
                .containsExactly(
                        ping("rep-001", "message", "m1", "deliveredAt", "2026-06-24T14:00:05Z"),
                        ping("rep-001", "message", "m2", "deliveredAt", "2026-06-24T14:00:06Z"));
    }

    @Test
    void r1_11_leavers_are_marked_and_joiners_not_counted_before_and_after_the_verdict() {
        company.reps(2);
        company.submit(Samples.submission(Samples.numbered(1)));
        company.queue.messages.clear();
        company.plan(ID);
        company.advance(Duration.ofSeconds(1));
        company.putReps(List.of(Company.rep("rep-001"), Company.rep("rep-009")));
        company.work();

        assertThat(pings())
                .extracting(row -> row.get("person"), row -> row.get("counted"))
                .containsExactly(
                        tuple("rep-001", "true"),
                        tuple("rep-002", "true"),
                        tuple("rep-009", "false"));

        company.runUntil(MONDAY);
        assertThat(pings())
                .extracting(
                        row -> row.get("person"),
                        row -> row.get("counted"),
                        row -> row.get("left"),
                        row -> row.get("state"))
                .containsExactly(
                        tuple("rep-001", "true", "false", "accepted"),
                        tuple("rep-002", "true", "true", "cancelled"),
                        tuple("rep-009", "false", "false", "accepted"));
    }

    @Test
    void r1_10_nobody_counts_if_no_rep_was_active_at_dispatch() {
        List<Row> team = List.of(Company.rep("rep-001"), Company.rep("rep-002"));
        company.putReps(team.stream().map(rep -> rep.with("active", "false")).toList());
        company.distribute(Samples.submission(Samples.numbered(1)));
        company.advance(Duration.ofHours(1));
        company.putReps(team);
        company.work();
        company.deliverAll(ID);
        company.runUntil(MONDAY);

        assertThat(company.reached(ID).verdict()).isEqualTo(Verdict.VOID);
        assertThat(pings())
                .extracting(row -> row.get("person"), row -> row.get("counted"))
                .containsExactly(tuple("rep-001", "false"), tuple("rep-002", "false"));
    }

    @Test
    void a_recipient_without_a_ping_has_a_row_and_counts() {
        company.reps(1);
        company.submit(Samples.submission(Samples.numbered(1)));
        assertThat(pings()).as("no recipients are frozen yet").isEmpty();
        new Dispatch(company.placements, company.directory).freeze(company.find(ID), company.now());

        assertThat(pings())
                .containsExactly(
                        cells(
                                "record", "ping",
                                "id", ID.value(),
                                "person", "rep-001",
                                "left", "false",
                                "counted", "true"));
    }

    @Test
    void pages_contain_each_ping_once_in_the_order_of_the_placements_and_stay_below_their_limit() {
        company.reps(3);
        List<String> ids =
                IntStream.rangeClosed(1, 4)
                        .mapToObj(i ->
                                new SubmissionBuilder(Samples.submission(Samples.numbered(i)))
                                        .publishedAt("2026-06-2%dT09:00".formatted(i))
                                        .build())
                        .map(submission -> company.distribute(submission).id().value())
                        .sorted()
                        .toList();
        ExportWeek export =
                new ExportWeek(
                        company.reportWeek, company.ledger, company.sendings, company.directory, 6);

        ExportWeek.Page first = export.export(WEEK_26, null);
        assertThat(first.rows()).extracting(row -> row.get("record")).doesNotContain("ping");
        assertThat(first.next()).isEqualTo(ids.getFirst());

        List<List<String>> pages = new ArrayList<>();
        for (String next = first.next(); next != null; ) {
            ExportWeek.Page page = export.export(WEEK_26, next);
            pages.add(page.rows().stream().map(row -> row.get("id")).distinct().toList());
            assertThat(page.rows()).hasSize(6);
            next = page.next();
        }
        assertThat(pages).containsExactly(ids.subList(0, 2), ids.subList(2, 4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zz", "", "0", "2026-W26"})
    void a_cursor_that_no_page_gave_is_refused(String cursor) {
        company.reps(1);
        company.distribute(Samples.submission());

        assertThatExceptionOfType(InvalidCursorException.class)
                .isThrownBy(() -> company.exportWeek.export(WEEK_26, cursor));
    }

    @Test
    void a_cursor_whose_placement_has_moved_to_another_week_still_leads_to_the_rest() {
        company.reps(1);
        Story earlier =
                IntStream.rangeClosed(2, 20)
                        .mapToObj(Samples::numbered)
                        .filter(story ->
                                PlacementId.of(story.key()).value().compareTo(ID.value()) < 0)
                        .findFirst()
                        .orElseThrow();
        company.distribute(
                new SubmissionBuilder(Samples.submission(earlier))
                        .publishedAt("2026-06-17T09:00")
                        .build());
        company.distribute(Samples.submission(Samples.numbered(1)));
        company.goTo(MONDAY);
        company.tick();

        String cursor = PlacementId.of(earlier.key()).value();
        assertThat(company.exportWeek.export(WEEK_26, cursor).rows())
                .extracting(row -> row.get("id"))
                .containsExactly(ID.value());
    }

    private void record(String rep, SesEvent event) {
        DeliveryId ping = Company.ping(ID, rep);
        company.recordFeedback.record(ping, event);
    }

    private List<Map<String, String>> pings() {
        return company.exportWeek.export(WEEK_26, null).rows().stream()
                .filter(row -> "ping".equals(row.get("record")))
                .toList();
    }

    private static Map<String, String> ping(String rep, String... more) {
        Map<String, String> cells =
                cells(
                        "record", "ping",
                        "id", ID.value(),
                        "person", rep,
                        "left", "false",
                        "counted", "true",
                        "number", "1",
                        "mail", "ping",
                        "state", "accepted",
                        "mailAcceptedAt", "2026-06-24T14:00:00Z");
        cells.putAll(cells(more));
        return cells;
    }

    private static Map<String, String> cells(String... namesAndValues) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            cells.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return cells;
    }
}
