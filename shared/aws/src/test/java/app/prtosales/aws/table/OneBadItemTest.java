package app.prtosales.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import app.prtosales.aside.Aside;
import app.prtosales.aside.UnreadableException;
import app.prtosales.audit.AuditWeek;
import app.prtosales.change.ChangeOutcome;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryState;
import app.prtosales.directory.ListName;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.inmemory.Company;
import app.prtosales.intake.SubmitOutcome;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.WebAddress;
import app.prtosales.response.How;
import app.prtosales.response.Response;
import app.prtosales.samples.Samples;
import app.prtosales.text.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// I12: an item that cannot be read stops nothing but itself, and someone is notified. Each item
/// here is actually damaged in the table, as a rolled-back release would leave it.
@Tag("long")
class OneBadItemTest {

    private static final Instant NOW = Samples.WEDNESDAY.plus(Duration.ofHours(1));

    private final Database database = Database.empty();
    private final OnTheTable table = new OnTheTable(database.dynamo(), database.table());
    private final Company company = new Company(NOW, table, Company.Edges.SOUND);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "status=S:SHELVED",
                "forwardability=S:BLUE",
                "timers=M:NUDGE",
                "acceptedAt=S:yesterday",
                "publication=-",
                "version=S:one",
                "story=S:a text",
                "submittedBy=S:nobody",
                "layout=N:2"
            })
    void the_tick_handles_other_due_placements_and_sets_the_bad_item_aside(String damage) {
        company.reps(2);
        Placement bad = accepted(1);
        Placement good = accepted(2);
        company.queue.messages.clear();
        damage(bad, damage);

        company.goTo(minute(1));
        company.tick();

        assertThat(company.queue.messages)
                .extracting(message -> message.placement())
                .contains(good.id())
                .doesNotContain(bad.id());
        assertThat(company.asides.open())
                .extracting(Aside::partition)
                .containsExactly("PLACEMENT#" + bad.id());
        assertThat(company.placements.due(minute(60), 100)).doesNotContain(bad.id());
    }

    @Test
    void ops_is_told_once_and_the_item_is_picked_up_once_fixed() {
        company.reps(2);
        Placement bad = accepted(1);
        company.queue.messages.clear();
        Map<String, AttributeValue> sound = raw(bad);
        damage(bad, "status=S:SHELVED");
        company.goTo(minute(1));
        company.tick();

        company.goTo(minute(5));
        company.watchAsides.tick();
        company.work();
        company.goTo(minute(10));
        company.watchAsides.tick();
        company.work();

        assertThat(company.toldOps()).containsExactly("PLACEMENT#" + bad.id() + " / PLACEMENT");
        damage(bad, "status=S:" + Objects.requireNonNull(sound.get("status")).s());
        company.goTo(minute(15));
        company.watchAsides.tick();
        assertThat(company.asides.open()).isEmpty();
        company.tick();
        company.work();
        assertThat(company.pings(bad.id()))
                .hasSize(2)
                .allMatch(ping -> ping.state() == DeliveryState.ACCEPTED);
    }

    @Test
    void an_item_that_breaks_again_is_reported_again() {
        Placement bad = accepted(1);
        damage(bad, "status=S:SHELVED");
        company.queue.messages.clear();
        company.goTo(minute(5));
        company.tick();
        company.watchAsides.tick();
        company.work();
        damage(bad, "status=S:SCHEDULED");
        company.goTo(minute(10));
        company.watchAsides.tick();
        damage(bad, "status=S:SHELVED");

        company.tick();

        assertThat(company.asides.open()).hasSize(1).noneMatch(Aside::told);
    }

    @Test
    void lists_weeks_quarters_exports_and_the_search_for_duplicates_still_work() {
        company.reps(1);
        Placement bad = company.distribute(Samples.submission(Samples.numbered(1)));
        Placement good = company.distribute(Samples.submission(Samples.numbered(2)));
        company.runUntil(good.publication().deadline().plusSeconds(60));
        damage(bad, "status=S:SHELVED");
        AuditWeek week = AuditWeek.of(good.publication().deadline(), ZoneOffset.UTC);

        assertThat(ids(company.placements.newest(10, null).placements()))
                .containsExactly(good.id());
        assertThat(ids(company.placements.acceptedIn(NOW.minusSeconds(60), minute(60))))
                .containsExactly(good.id());
        assertThat(company.reportWeek.report(week).now().judged())
                .extracting(each -> each.id())
                .containsExactly(good.id());
        assertThat(company.reportWeek.quarter(week).judged()).hasSize(1);
        assertThat(company.exportWeek.export(week, null)).isNotNull();
        assertThat(company.submit(Samples.submission(Samples.numbered(3))))
                .isInstanceOf(SubmitOutcome.Accepted.class);
        assertThatThrownBy(() -> company.placements.find(bad.id()))
                .isInstanceOf(UnreadableException.class);
    }

    @Test
    void an_unreadable_deadline_entry_hides_no_other_placement() {
        Placement bad = accepted(1);
        Placement good = accepted(2);
        Map<String, AttributeValue> entry = PlacementIndexItem.deadlineItem(bad);
        entry.put("publishedAt", AttributeValue.fromS("soon"));
        put(entry);

        assertThat(company.placements.storiesWithDeadlineIn(NOW, NOW.plus(Duration.ofDays(2))))
                .extracting(story -> story.id())
                .containsExactly(good.id());
    }

    @Test
    void an_unreadable_ledger_row_delays_only_its_own_email_until_it_is_fixed() {
        company.reps(3);
        Placement placement = accepted(1);
        company.plan(placement.id());
        company.queue.messages.removeIf(message -> message.reps().isEmpty());
        Map<String, AttributeValue> row = row(placement, "rep-002");
        Map<String, AttributeValue> broken = new HashMap<>(row);
        broken.put("plannedAt", AttributeValue.fromBool(true));
        put(broken);

        company.work();

        assertThat(company.pings(placement.id()))
                .extracting(ping -> ping.id().recipient(), Delivery::state)
                .containsExactly(
                        tuple("rep-001", DeliveryState.ACCEPTED),
                        tuple("rep-003", DeliveryState.ACCEPTED));
        put(row);
        company.goTo(minute(5));
        company.watchAsides.tick();
        company.work();
        assertThat(company.pings(placement.id()))
                .hasSize(3)
                .allMatch(ping -> ping.state() == DeliveryState.ACCEPTED);
    }

    @Test
    void an_unreadable_ledger_row_does_not_prevent_a_verdict() {
        company.reps(2);
        Placement placement = company.distribute(Samples.submission(Samples.numbered(1)));
        company.deliverAll(placement.id());
        Map<String, AttributeValue> broken = new HashMap<>(row(placement, "rep-002"));
        broken.put("sending", AttributeValue.fromS("TELEPORTED"));
        put(broken);

        company.goTo(placement.publication().deadline());
        company.tick();

        Placement judged = company.placements.find(placement.id()).orElseThrow();
        assertThat(judged.judgment()).isNotNull();
        assertThat(judged.judgment().reached().count()).isEqualTo(1);
    }

    @Test
    void feedback_about_another_email_is_recorded() {
        company.reps(2);
        Placement placement = company.distribute(Samples.submission(Samples.numbered(1)));
        Map<String, AttributeValue> broken = new HashMap<>(row(placement, "rep-001"));
        broken.remove("version");
        put(broken);

        assertThatThrownBy(() -> company.deliver(Samples.ping(placement, "rep-001"), company.now()))
                .isInstanceOf(UnreadableException.class);
        company.deliver(Samples.ping(placement, "rep-002"), company.now());

        assertThat(company.pings(placement.id()))
                .extracting(Delivery::state)
                .containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void a_rep_whose_row_cannot_be_read_is_left_out_until_it_is_fixed() {
        company.reps(3);
        damageRow(ListName.REPS, "rep-002", "employment", AttributeValue.fromS("freelancer"));
        Company another = onTheTable(NOW);
        another.placements.newest(1, null);
        Placement placement = another.distribute(Samples.submission(Samples.numbered(1)));

        assertThat(another.pings(placement.id())).hasSize(2);
        assertThat(another.asides.open())
                .extracting(Aside::where)
                .containsExactly("DIRECTORY#reps / ROW#rep-002");
        damageRow(ListName.REPS, "rep-002", "employment", AttributeValue.fromS("employee"));
        Company later = onTheTable(minute(5));
        later.watchAsides.tick();
        later.work();
        assertThat(later.asides.open()).isEmpty();
        assertThat(later.pings(placement.id()))
                .hasSize(3)
                .allMatch(ping -> ping.state() == DeliveryState.ACCEPTED);
    }

    @Test
    void a_cell_that_is_not_text_affects_only_its_row() {
        company.reps(3);
        damageRow(ListName.REPS, "rep-002", "name", AttributeValue.fromN("7"));

        Company another = onTheTable(NOW);

        assertThat(another.directory.roster().everybody())
                .extracting(rep -> rep.id())
                .containsExactly(new RepId("rep-001"), new RepId("rep-003"));
        assertThat(another.asides.open()).hasSize(1);
    }

    @Test
    void an_unreadable_response_hides_no_other_response_and_no_placement() {
        Placement placement = accepted(1);
        company.stored.add(placement, used(1), Samples.accepted(placement));
        Map<String, AttributeValue> item = new HashMap<>(ResponseItem.toItem(placement, used(2)));
        item.put("how", AttributeValue.fromS("BY_PIGEON"));
        put(item);

        assertThat(company.stored.about(placement).responses()).hasSize(1);
        assertThat(
                        Objects.requireNonNull(
                                        company.stored
                                                .aboutAll(List.of(placement))
                                                .get(placement.id()))
                                .responses())
                .hasSize(1);
        assertThat(company.showPlacement.show(placement.id())).isPresent();
    }

    @Test
    void an_unreadable_merged_copy_hides_no_response_about_its_original() {
        Placement placement = accepted(1);
        Placement copy = accepted(2);
        company.stored.add(placement, used(1), Samples.accepted(placement));
        company.changePlacement.attachCopy(
                placement.id(),
                Objects.requireNonNull(copy.story().url()).value(),
                "Wire",
                "the same story",
                Company.PR);
        damage(copy, "status=S:SHELVED");

        Placement merged = company.find(placement.id());
        assertThat(merged.changes().copies()).hasSize(1);
        assertThat(company.stored.about(merged).responses()).hasSize(1);
        assertThat(company.stored.aboutAll(List.of(merged))).containsKey(merged.id());
    }

    @Test
    void an_unreadable_frozen_week_is_recomputed_and_delays_no_email() {
        accepted(1);
        Instant monday = Instant.parse("2026-06-29T13:00:00Z");
        company.goTo(monday);
        company.runWeeklyAudit.run();
        AuditWeek week = AuditWeek.of(monday, ZoneOffset.UTC).previous();
        Map<String, AttributeValue> head =
                new HashMap<>(
                        new Reads(database.dynamo(), database.table())
                                .item("AUDIT#" + week, "WEEK")
                                .orElseThrow()
                                .attributes());
        head.put("zone", AttributeValue.fromS("Mars/Olympus"));
        head.put("totals", AttributeValue.fromS("many"));
        head.put("computedAt", AttributeValue.fromN("3"));
        put(head);
        Company another = onTheTable(monday);

        assertThat(another.reportWeek.report(week).sent()).isNull();
        assertThat(another.reportWeek.trend(week)).allMatch(each -> each.totals() == null);
        another.goTo(monday.plus(Duration.ofDays(7)));
        assertThat(another.runWeeklyAudit.run().sent()).isEqualTo(1);
        assertThat(another.asides.open())
                .extracting(Aside::where)
                .containsExactly("AUDIT#" + week + " / WEEK");
    }

    @Test
    void an_unreadable_history_entry_hides_no_other() {
        Placement placement = accepted(1);
        put(
                new HashMap<>(
                        ItemWriter.item("HISTORY#" + placement.id(), "2026-06-24T12:00:00.000Z#x")
                                .attributes()));

        assertThat(company.history.of(placement.id().value())).hasSize(1);
    }

    @Test
    void a_full_placement_refuses_a_persons_change_and_is_still_judged() {
        company.reps(2);
        Placement placement = company.distribute(Samples.submission(Samples.numbered(1)));
        Placement full = placement;
        for (int i = 0; i < 110; i++) {
            WebAddress url =
                    Samples.address("https://copies.example/" + i + "?story=" + "x".repeat(1_900));
            Placement before = company.placements.find(placement.id()).orElseThrow();
            full = before.withCopy(new Copy(url, "Outlet", null, NOW, "u-1", "Syndicated."));
            assertThat(company.placements.replace(before, full, List.of())).isTrue();
        }

        assertThat(company.placements.hasRoom(placement)).isTrue();
        assertThat(company.placements.hasRoom(full)).isFalse();
        assertThat(
                        company.changePlacement.exempt(
                                placement.id(), "referencedInDeal", "No deals.", null, Company.PR))
                .isInstanceOfSatisfying(
                        ChangeOutcome.Invalid.class,
                        invalid ->
                                assertThat(invalid.errors())
                                        .extracting(FieldError::field)
                                        .containsExactly("reason"));
        company.goTo(placement.publication().deadline());
        company.tick();
        assertThat(company.placements.find(placement.id()).orElseThrow().judgment()).isNotNull();
    }

    /// The company as seen by another instance of a function.
    private Company onTheTable(Instant now) {
        return new Company(
                now, new OnTheTable(database.dynamo(), database.table()), Company.Edges.SOUND);
    }

    private static Instant minute(int minutes) {
        Instant hour = NOW.truncatedTo(ChronoUnit.HOURS);
        return hour.plus(Duration.ofHours(1)).plus(Duration.ofMinutes(minutes));
    }

    private static Response used(int number) {
        return new Response.Referenced(
                Samples.repId(1),
                NOW,
                new AccountId("account-" + number),
                "Sample Hospital",
                false,
                How.IN_A_MEETING,
                null,
                number);
    }

    private Placement accepted(int number) {
        return ((SubmitOutcome.Accepted)
                        company.submit(Samples.submission(Samples.numbered(number))))
                .placement();
    }

    private static List<PlacementId> ids(List<Placement> placements) {
        return placements.stream().map(Placement::id).toList();
    }

    private Map<String, AttributeValue> raw(Placement placement) {
        return new Reads(database.dynamo(), database.table())
                .item(PlacementItem.key(placement.id()))
                .orElseThrow()
                .attributes();
    }

    private Map<String, AttributeValue> row(Placement placement, String rep) {
        return new Reads(database.dynamo(), database.table())
                .item("LEDGER#" + placement.id(), "PING#" + rep)
                .orElseThrow()
                .attributes();
    }

    /// @param damage `attribute=TYPE:value`, or `attribute=-` to remove it
    private void damage(Placement placement, String damage) {
        Map<String, AttributeValue> item = new HashMap<>(raw(placement));
        String name = damage.substring(0, damage.indexOf('='));
        String value = damage.substring(damage.indexOf('=') + 1);
        switch (value.charAt(0)) {
            case 'S' -> item.put(name, AttributeValue.fromS(value.substring(2)));
            case 'N' -> item.put(name, AttributeValue.fromN(value.substring(2)));
            case 'M' ->
                    item.put(
                            name,
                            AttributeValue.fromM(
                                    Map.of(
                                            value.substring(2),
                                            AttributeValue.fromS(NOW.toString()))));
            default -> item.remove(name);
        }
        put(item);
    }

    private void damageRow(ListName list, String key, String column, AttributeValue cell) {
        for (ItemReader page :
                new Reads(database.dynamo(), database.table())
                        .beginningWith(DirectoryItem.partition(list), DirectoryItem.PAGE)) {
            Map<String, AttributeValue> item = new HashMap<>(page.attributes());
            item.put(
                    "rows",
                    AttributeValue.fromL(
                            page.list("rows").stream()
                                    .map(row -> damaged(row, key, column, cell))
                                    .toList()));
            put(item);
        }
    }

    private static AttributeValue damaged(
            AttributeValue row, String key, String column, AttributeValue cell) {
        Map<String, AttributeValue> cells = new HashMap<>(row.m());
        if (key.equals(Objects.requireNonNull(cells.get("id")).s())) {
            cells.put(column, cell);
        }
        return AttributeValue.fromM(cells);
    }

    private void put(Map<String, AttributeValue> item) {
        database.dynamo().putItem(put -> put.tableName(database.table()).item(item));
    }
}
