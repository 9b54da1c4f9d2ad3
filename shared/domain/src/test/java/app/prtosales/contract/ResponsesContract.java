package app.prtosales.contract;

import static app.prtosales.samples.Samples.WEDNESDAY;
import static app.prtosales.samples.Samples.placement;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import app.prtosales.id.AccountId;
import app.prtosales.id.RepId;
import app.prtosales.id.SequenceId;
import app.prtosales.placement.Placement;
import app.prtosales.response.BetterPlace;
import app.prtosales.response.How;
import app.prtosales.response.Recorded;
import app.prtosales.response.Response;
import app.prtosales.response.Response.Acknowledged;
import app.prtosales.response.Response.Declined;
import app.prtosales.response.Response.InSequence;
import app.prtosales.response.Response.KitSent;
import app.prtosales.response.Response.Referenced;
import app.prtosales.response.Response.Removed;
import app.prtosales.response.Response.Undone;
import app.prtosales.response.Response.WrongRecord;
import app.prtosales.response.Responses;
import app.prtosales.response.SameUse;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The contract of [Responses].
public abstract class ResponsesContract {

    private static final Placement PLACEMENT = placement();

    private Responses responses;
    private History history;

    /// Empty responses, and the history they write to.
    protected abstract Stores emptyStores();

    /// Both use the same storage.
    public record Stores(Responses responses, History history) {}

    @BeforeEach
    void emptyTheStores() {
        Stores stores = emptyStores();
        responses = stores.responses();
        history = stores.history();
    }

    @Test
    void references_and_sequences_count_and_acknowledgements_do_not() {
        Response reference =
                new Referenced(
                        "rep-0001",
                        WEDNESDAY,
                        new AccountId("lakeside"),
                        "Lakeside Health",
                        How.IN_A_PROPOSAL);
        Response typed =
                new Referenced(
                        "rep-0001", WEDNESDAY.plusNanos(1), null, "Ünïcode 病院", How.TALKED_ABOUT);
        Response inSequence = new InSequence(new SequenceId("cfo"), WEDNESDAY, "awareness");
        Response acknowledged = new Acknowledged(new RepId("rep-0002"), WEDNESDAY);

        assertThat(add(reference, 1)).isTrue();
        assertThat(add(typed, 2)).isTrue();
        assertThat(add(inSequence, 3)).isTrue();
        assertThat(add(acknowledged, 4)).isTrue();

        assertThat(thatCount()).containsExactlyInAnyOrder(reference, typed, inSequence);
        assertThat(responses.about(PLACEMENT).acknowledged()).isEqualTo(1);
        assertThat(history.of(PLACEMENT.id().value())).hasSize(4);
    }

    @Test
    void a_recorded_response_stays_and_recording_it_again_leaves_no_trace() {
        Response first = new InSequence(new SequenceId("cfo"), WEDNESDAY, "awareness");
        Response again =
                new InSequence(new SequenceId("cfo"), WEDNESDAY.plusSeconds(60), "decision");

        assertThat(add(first, 1)).isTrue();
        assertThat(add(again, 2)).isFalse();

        assertThat(thatCount()).containsExactly(first);
        assertThat(history.of(PLACEMENT.id().value())).hasSize(1);
    }

    @Test
    void every_kind_of_response_reads_back_unchanged() {
        List<Response> all =
                List.of(
                        new Referenced(
                                "rep-0001",
                                WEDNESDAY,
                                new AccountId("lakeside"),
                                "Lakeside Health",
                                true,
                                How.IN_A_PROPOSAL,
                                "Jo 病院",
                                2),
                        new KitSent(
                                new RepId("rep-0001"),
                                WEDNESDAY,
                                null,
                                "Typed",
                                true,
                                "Jo Sample",
                                1),
                        new Undone("rep-0002", WEDNESDAY, "referenced#rep-0002#lakeside", 2, 3),
                        new InSequence(new SequenceId("cfo"), WEDNESDAY, "decision", 4, "u-1"),
                        new Declined(
                                new SequenceId("clinical"),
                                WEDNESDAY,
                                "not ours",
                                new BetterPlace.OtherSequence(new SequenceId("cfo")),
                                1),
                        new Declined(
                                new SequenceId("press"),
                                WEDNESDAY,
                                "not ours",
                                BetterPlace.OwnPage.PRESS_PAGE,
                                1),
                        new Declined(
                                new SequenceId("social"),
                                WEDNESDAY,
                                "not ours",
                                BetterPlace.OwnPage.SOCIAL_MEDIA,
                                1),
                        new Declined(new SequenceId("it"), WEDNESDAY, "not ours", null, 2, "u-1"),
                        new Removed(new SequenceId("payers"), WEDNESDAY, 2, "u-1"),
                        new Removed(new SequenceId("providers"), WEDNESDAY, 2),
                        new WrongRecord(new RepId("rep-0003"), WEDNESDAY, "My zone is wrong.", 2));
        for (int i = 0; i < all.size(); i++) {
            assertThat(add(all.get(i), i)).isTrue();
        }

        assertThat(responses.recorded(PLACEMENT)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(thatCount()).containsExactlyInAnyOrder(all.get(0), all.get(1), all.get(3));
    }

    @Test
    void the_latest_of_several_answers_to_one_subject_stands() {
        Response placed = new InSequence(new SequenceId("cfo"), WEDNESDAY, "awareness");
        Response removed = new Removed(new SequenceId("cfo"), WEDNESDAY.plusSeconds(60), 2);
        Response again =
                new InSequence(new SequenceId("cfo"), WEDNESDAY.plusSeconds(120), "decision", 3);

        assertThat(add(placed, 1)).isTrue();
        assertThat(add(removed, 2)).isTrue();
        assertThat(thatCount()).isEmpty();
        assertThat(add(again, 3)).isTrue();
        assertThat(thatCount()).containsExactly(again);
    }

    @Test
    void an_acknowledgement_is_recorded_once() {
        assertThat(add(new Acknowledged(new RepId("rep-0002"), WEDNESDAY), 1)).isTrue();
        assertThat(add(new Acknowledged(new RepId("rep-0002"), WEDNESDAY.plusSeconds(9)), 2))
                .isFalse();

        assertThat(responses.about(PLACEMENT).acknowledged()).isEqualTo(1);
        assertThat(responses.acknowledged(PLACEMENT, new RepId("rep-0002")))
                .contains(new Acknowledged(new RepId("rep-0002"), WEDNESDAY));
        assertThat(responses.acknowledged(PLACEMENT, new RepId("rep-0003"))).isEmpty();
    }

    @Test
    @Tag(Simultaneous.TAG)
    void simultaneous_acknowledgements_are_all_counted() {
        List<Boolean> added =
                Concurrently.map(
                        IntStream.range(0, 40).boxed().toList(),
                        8,
                        rep ->
                                add(
                                        new Acknowledged(
                                                new RepId("rep-%04d".formatted(rep)), WEDNESDAY),
                                        rep));

        assertThat(added).hasSize(40).doesNotContain(false);
        assertThat(responses.about(PLACEMENT).acknowledged()).isEqualTo(40);
    }

    @Test
    void references_count_separately_by_rep_and_by_account() {
        assertThat(add(referenced("rep-0001", "lakeside"), 1)).isTrue();
        assertThat(add(referenced("rep-0002", "lakeside"), 2)).isTrue();
        assertThat(add(referenced("rep-0001", "northwind"), 3)).isTrue();

        assertThat(thatCount()).hasSize(3);
    }

    @Test
    void an_account_name_of_any_length_is_recorded_once() {
        Response longName =
                new Referenced("rep-0001", WEDNESDAY, null, "病院".repeat(900), How.IN_A_MEETING);

        assertThat(add(longName, 1)).isTrue();
        assertThat(add(longName, 2)).isFalse();

        assertThat(thatCount()).containsExactly(longName);
    }

    @Test
    void placements_have_separate_responses() {
        add(referenced("rep-0001", "lakeside"), 1);
        add(new Acknowledged(new RepId("rep-0002"), WEDNESDAY), 2);
        Placement other = placement(Samples.medCrypt(), WEDNESDAY);

        assertThat(responses.about(other)).isEqualTo(Recorded.NOTHING);
        assertThat(responses.aboutAll(List.of(other))).isEmpty();
    }

    @Test
    void responses_about_many_placements_come_grouped_by_placement() {
        Placement nextMonth = placement(Samples.medCrypt(), WEDNESDAY.plus(Duration.ofDays(31)));
        Placement unanswered = placement(Samples.numbered(3), WEDNESDAY);
        Response used = referenced("rep-0001", "lakeside");
        Response placed = new InSequence(new SequenceId("cfo"), WEDNESDAY, "awareness");
        add(used, 1);
        add(new Acknowledged(new RepId("rep-0002"), WEDNESDAY), 2);
        add(new Acknowledged(new RepId("rep-0003"), WEDNESDAY), 3);
        add(nextMonth, placed, 4);
        add(placement(Samples.numbered(4), WEDNESDAY), used, 5);

        assertThat(responses.aboutAll(List.of(PLACEMENT, nextMonth, unanswered)))
                .isEqualTo(
                        Map.of(
                                PLACEMENT.id(), new Recorded(List.of(used), 2),
                                nextMonth.id(), new Recorded(List.of(placed), 0)));
    }

    private static Response referenced(String rep, String account) {
        return new Referenced(
                rep, WEDNESDAY, new AccountId(account), account, How.SENT_TO_THE_CUSTOMER);
    }

    private List<Response> thatCount() {
        return SameUse.withoutLists().counting(responses.recorded(PLACEMENT));
    }

    private boolean add(Response response, int second) {
        return add(PLACEMENT, response, second);
    }

    private boolean add(Placement placement, Response response, int second) {
        Instant at = WEDNESDAY.plusSeconds(second);
        return responses.add(
                placement,
                response,
                new HistoryEntry(placement.id().value(), at, response.person(), "responded", null));
    }
}
