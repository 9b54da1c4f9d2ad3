package app.prtosales.aws.table;

import static app.prtosales.samples.Samples.WEDNESDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.delivery.SesMessage;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Cause;
import app.prtosales.placement.Judgment;
import app.prtosales.placement.MailFate;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Reached;
import app.prtosales.placement.Reached.Missing;
import app.prtosales.placement.Verdict;
import app.prtosales.response.BetterPlace;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.Undone;
import app.prtosales.samples.Samples;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class ItemRoundTripTest {

    private static final MailFate NOT_SENT =
            new MailFate(MailFate.Kind.NOT_SENT, "the address bounced before");

    @Test
    void a_placement_reads_back_from_its_item_whether_fields_are_set_or_absent() {
        for (Placement placement :
                List.of(
                        Samples.placement(),
                        Samples.placementWithEverything(),
                        Samples.placementWithNothingOptional())) {
            Map<String, AttributeValue> item = PlacementItem.toItem(placement);

            assertThat(PlacementItem.fromItem(new ItemReader(item))).isEqualTo(placement);
        }
    }

    /// Otherwise, a field missing from the item would go unnoticed, because it would read back as
    /// absent.
    @Test
    void the_sample_placement_sets_every_field_of_a_submission()
            throws ReflectiveOperationException {
        Placement placement = Samples.placementWithEverything();

        for (Record part : List.of(placement.story(), placement.note(), placement.publication())) {
            for (RecordComponent field : part.getClass().getRecordComponents()) {
                assertThat(field.getAccessor().invoke(part))
                        .as(field.getName())
                        .isNotNull()
                        .isNotEqualTo(List.of());
            }
        }
    }

    @Test
    void a_placement_stored_without_a_shelf_life_or_changes_is_still_read() {
        Placement placement = Samples.placement();
        Map<String, AttributeValue> item = new HashMap<>(PlacementItem.toItem(placement));
        item.remove("shelfLifeEndsAt");

        assertThat(item).doesNotContainKey("changes");
        assertThat(PlacementItem.fromItem(new ItemReader(item))).isEqualTo(placement);
    }

    @Test
    void a_shelf_life_is_not_stored_in_the_attribute_that_triggers_deletion() {
        assertThat(PlacementItem.toItem(Samples.placement())).doesNotContainKey("expiresAt");
    }

    @Test
    void a_second_email_of_a_kind_is_stored_next_to_the_first() {
        DeliveryId second = new DeliveryId("p1", "rep-01", MailKind.CORRECTION, 2);
        Map<String, AttributeValue> item = DeliveryItem.toItem(Delivery.planned(second, WEDNESDAY));

        assertThat(item).containsEntry("SK", AttributeValue.fromS("CORRECTION-2#rep-01"));
        assertThat(DeliveryItem.fromItem(new ItemReader(item)).id()).isEqualTo(second);
    }

    @Test
    void only_a_placement_with_a_timer_is_in_the_due_index() {
        assertThat(PlacementItem.toItem(Samples.placement()))
                .containsEntry("duePK", AttributeValue.fromS("DUE"))
                .containsEntry(
                        "dueSK",
                        AttributeValue.fromS(
                                "2026-06-24T14:00:00.000Z#" + Samples.placement().id()));
        assertThat(PlacementItem.toItem(Samples.placementWithNothingOptional()))
                .doesNotContainKeys("duePK", "dueSK");
    }

    @Test
    void a_ledger_row_reads_back_from_its_item_whether_fields_are_set_or_absent() {
        Delivery full = Samples.deliveryWithEverything();
        Delivery bare = Delivery.planned(full.id(), WEDNESDAY);

        for (Delivery delivery : List.of(full, bare)) {
            Map<String, AttributeValue> item = DeliveryItem.toItem(delivery);

            assertThat(DeliveryItem.fromItem(new ItemReader(item))).isEqualTo(delivery);
        }
    }

    @Test
    void a_ledger_row_written_by_an_earlier_version_is_read() {
        Delivery planned = Delivery.planned(Samples.deliveryWithEverything().id(), WEDNESDAY);
        Map<String, AttributeValue> item = new HashMap<>(DeliveryItem.toItem(planned));
        item.put("deliveredAt", AttributeValue.fromS("2026-06-24T13:00:09.000Z"));
        item.put("bouncedAt", AttributeValue.fromS("2026-06-24T13:00:05.000Z"));
        item.put("reason", AttributeValue.fromS("Permanent: General, status 5.1.1"));

        Delivery read = DeliveryItem.fromItem(new ItemReader(item));

        assertThat(read.messages())
                .containsExactly(
                        new SesMessage(
                                SesMessage.UNKNOWN,
                                WEDNESDAY.plusSeconds(9),
                                new SesMessage.Failed(
                                        WEDNESDAY.plusSeconds(5), "mailbox does not exist"),
                                null,
                                null,
                                null,
                                null));
        assertThat(read.isReached()).as("unchanged").isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"~press-page", "~social-media", "cfo"})
    void a_better_place_is_stored_in_the_words_of_earlier_versions(String word) {
        Declined declined =
                new Declined(
                        new SequenceId("it"), WEDNESDAY, "not ours", BetterPlace.read(word), 1);

        Map<String, AttributeValue> item = ResponseItem.toItem(Samples.placement(), declined);

        assertThat(item).containsEntry("elsewhere", AttributeValue.fromS(word));
        assertThat(ResponseItem.fromItem(new ItemReader(item))).isEqualTo(declined);
    }

    @Test
    void an_undo_stored_by_an_earlier_version_undoes_every_answer_before_it() {
        Undone undone = new Undone("rep-07", WEDNESDAY, "referenced#rep-07#lakeside", 1, 2, 3);
        Map<String, AttributeValue> item =
                new HashMap<>(ResponseItem.toItem(Samples.placement(), undone));
        item.remove("undone");

        assertThat(ResponseItem.fromItem(new ItemReader(item))).isEqualTo(undone);
    }

    @Test
    void the_wording_of_earlier_versions_for_a_held_address_is_shown_in_todays_words() {
        Delivery withheld =
                Delivery.planned(Samples.deliveryWithEverything().id(), WEDNESDAY)
                        .withheld(
                                "the address is dead, bounced 2026-06-24T13:00:05Z: mailbox is full",
                                WEDNESDAY);

        assertThat(DeliveryItem.fromItem(new ItemReader(DeliveryItem.toItem(withheld))).reason())
                .isEqualTo("the address is bouncing (mailbox is full)");
    }

    @Test
    void a_full_ledger_row_costs_one_write_unit() {
        assertThat(ItemSize.of(DeliveryItem.toItem(Samples.deliveryWithEverything())))
                .isLessThan(1_024);
    }

    @Test
    void a_placement_that_reached_nobody_of_a_team_of_10_000_fits_into_an_item() {
        List<Missing> everybody =
                IntStream.range(0, 10_000)
                        .mapToObj(i ->
                                new Missing(
                                        new RepId(
                                                "rep-of-the-northeast-%05d"
                                                        .formatted(i)
                                                        .substring(6)),
                                        i % 2 == 0
                                                ? new MailFate(MailFate.Kind.WAITING)
                                                : NOT_SENT))
                        .toList();
        Reached nobody =
                new Reached(Verdict.MISSED, Cause.SYSTEM, 0, 0, 10_000, everybody, List.of(), null);
        Placement placement = Samples.placement().judged(Judgment.of(nobody, WEDNESDAY));

        Map<String, AttributeValue> item = PlacementItem.toItem(placement);

        assertThat(ItemSize.of(item)).isLessThan(400 * 1_024);
        assertThat(PlacementItem.fromItem(new ItemReader(item))).isEqualTo(placement);
    }

    @Test
    void history_reads_back_to_the_nanosecond_with_and_without_a_reason() {
        Instant exact = WEDNESDAY.plusNanos(123_456_789);
        HistoryEntry with = new HistoryEntry("p1", exact, "u-1", "judged", "late event");
        HistoryEntry without = new HistoryEntry("p1", exact, "u-1", "judged", null);
        Database database = Database.empty();
        Transactions transactions = new Transactions(database.dynamo(), database.table());

        transactions.write(List.of(), List.of(with, without));

        assertThat(new DynamoHistory(database.dynamo(), database.table()).of("p1"))
                .containsExactlyInAnyOrder(with, without);
    }

    @Test
    void the_error_for_an_incomplete_item_names_the_missing_attribute() {
        Map<String, AttributeValue> item = new HashMap<>(PlacementItem.toItem(Samples.placement()));
        item.remove("acceptedAt");

        assertThatIllegalStateException()
                .isThrownBy(() -> PlacementItem.fromItem(new ItemReader(item)))
                .withMessageContaining("acceptedAt");
    }
}
