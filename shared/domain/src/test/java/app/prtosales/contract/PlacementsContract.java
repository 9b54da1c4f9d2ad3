package app.prtosales.contract;

import static app.prtosales.samples.Samples.ADA;
import static app.prtosales.samples.Samples.GRACE;
import static app.prtosales.samples.Samples.WEDNESDAY;
import static app.prtosales.samples.Samples.accepted;
import static app.prtosales.samples.Samples.numbered;
import static app.prtosales.samples.Samples.placement;
import static app.prtosales.samples.Samples.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.CanonicalUrl;
import app.prtosales.placement.Copy;
import app.prtosales.placement.Correction;
import app.prtosales.placement.Draft;
import app.prtosales.placement.InvalidCursorException;
import app.prtosales.placement.Placement;
import app.prtosales.placement.Placements;
import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Page;
import app.prtosales.placement.Publication;
import app.prtosales.placement.Status;
import app.prtosales.placement.Story;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.placement.StoryKey;
import app.prtosales.placement.TakenBack;
import app.prtosales.placement.Timer;
import app.prtosales.placement.WebAddress;
import app.prtosales.samples.Samples;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The contract of [Placements].
public abstract class PlacementsContract {

    private Placements placements;
    private History history;

    /// Empty placements, and the history they write to.
    protected abstract Stores emptyStores();

    /// Both use the same storage.
    public record Stores(Placements placements, History history) {}

    @BeforeEach
    void emptyTheStores() {
        Stores stores = emptyStores();
        placements = stores.placements();
        history = stores.history();
    }

    @Test
    void an_added_placement_reads_back_with_its_history() {
        Placement placement = placement();

        Admission admission = placements.add(placement, request(ADA, "d1"), accepted(placement));

        assertThat(admission).isEqualTo(new Admission.Added());
        assertThat(placements.find(placement.id())).contains(placement);
        assertThat(history.of(placement.id().value())).containsExactly(accepted(placement));
    }

    @Test
    void every_field_reads_back_whether_set_or_absent() {
        Placement full = Samples.placementWithEverything();
        Placement bare = Samples.placementWithNothingOptional();

        add(full);
        add(bare);

        assertThat(placements.find(full.id())).contains(full);
        assertThat(placements.find(bare.id())).contains(bare);
    }

    @Test
    void hostile_text_reads_back_unchanged() {
        Placement hostile = placement(Samples.hostile(), WEDNESDAY);

        add(hostile);

        assertThat(placements.find(hostile.id())).contains(hostile);
    }

    @Test
    void the_placement_that_a_story_belongs_to_is_found_by_its_key() {
        Placement placement = placement();
        add(placement);

        assertThat(placements.holderOf(placement.story().key())).contains(placement.id());
        assertThat(placements.holderOf(Samples.medCrypt().key())).isEmpty();
    }

    @Test
    void r1_13_a_withdrawn_story_can_move_to_a_new_placement_only_once() {
        Placement first = placement(numbered(1), WEDNESDAY);
        placements.add(first, request(ADA, "one"), accepted(first));
        Placement again = first.named(first.id().next());

        assertThat(
                        placements.addInPlaceOf(
                                first.id(), again, request(GRACE, "two"), accepted(again)))
                .isEqualTo(new Admission.Added());

        assertThat(placements.holderOf(first.story().key())).contains(again.id());
        assertThat(placements.find(first.id())).contains(first);
        assertThat(
                        placements.addInPlaceOf(
                                first.id(), again, request(GRACE, "two"), accepted(again)))
                .isEqualTo(new Admission.SameRequest(again.id()));
        assertThat(placements.addInPlaceOf(first.id(), again, request(ADA, "one"), accepted(again)))
                .isEqualTo(new Admission.StoryTaken(again.id()));
    }

    @Test
    void r1_13_a_withdrawn_story_cannot_move_to_an_id_in_use() {
        Placement first = add(placement(numbered(1), WEDNESDAY));
        Placement used = add(placement(numbered(2), WEDNESDAY));
        Placement again = first.named(used.id());

        assertThat(
                        placements.addInPlaceOf(
                                first.id(), again, request(GRACE, "two"), accepted(again)))
                .isEqualTo(new Admission.StoryTaken(first.id()));

        assertThat(placements.holderOf(first.story().key())).contains(first.id());
        assertThat(placements.find(used.id())).contains(used);
    }

    @Test
    void r5_4_a_copys_address_belongs_to_the_placement_from_then_on() {
        Placement placement = placement();
        add(placement);
        StoryKey elsewhere = new StoryKey("https://syndicated.example/story");

        assertThat(placements.replace(placement.withCopy(copy(elsewhere)), List.of())).isTrue();

        assertThat(placements.holderOf(elsewhere)).contains(placement.id());
    }

    @Test
    void r5_4_a_copy_whose_address_belongs_to_another_placement_is_not_written() {
        Placement placement = placement();
        Placement other = placement(Samples.medCrypt(), WEDNESDAY);
        add(placement);
        add(other);

        assertThat(placements.replace(placement.withCopy(copy(other.story().key())), List.of()))
                .isFalse();

        assertThat(placements.find(placement.id())).contains(placement);
        assertThat(placements.holderOf(other.story().key())).contains(other.id());
    }

    @Test
    void r1_13_a_link_of_a_withdrawn_story_can_move_to_another_placement() {
        Placement withdrawn = add(placement(numbered(1), WEDNESDAY));
        Placement other = add(placement(numbered(2), WEDNESDAY));
        StoryKey link = withdrawn.story().key();
        HistoryEntry entry = entry(other, other.acceptedAt().plusSeconds(1), "copy attached");

        assertThat(
                        placements.replaceInPlaceOf(
                                withdrawn.id(), other.withCopy(copy(link)), List.of(entry)))
                .isTrue();

        assertThat(placements.holderOf(link)).contains(other.id());
        assertThat(placements.find(withdrawn.id())).contains(withdrawn);
        assertThat(history.of(other.id().value())).containsExactly(accepted(other), entry);
    }

    @Test
    void r1_13_a_link_that_another_placement_took_first_does_not_move() {
        Placement withdrawn = add(placement(numbered(1), WEDNESDAY));
        Placement first = add(placement(numbered(2), WEDNESDAY));
        Placement second = add(placement(numbered(3), WEDNESDAY));
        StoryKey link = withdrawn.story().key();
        placements.replaceInPlaceOf(withdrawn.id(), first.withCopy(copy(link)), List.of());

        assertThat(
                        placements.replaceInPlaceOf(
                                withdrawn.id(), second.withCopy(copy(link)), List.of()))
                .isFalse();

        assertThat(placements.holderOf(link)).contains(first.id());
        assertThat(placements.find(second.id())).contains(second);
    }

    @Test
    void a_placement_based_on_an_older_version_takes_no_link() {
        Placement withdrawn = add(placement(numbered(1), WEDNESDAY));
        Placement other = add(placement(numbered(2), WEDNESDAY));
        placements.replace(other.alsoSubmittedBy(GRACE.id()), List.of());
        StoryKey link = withdrawn.story().key();

        assertThat(
                        placements.replaceInPlaceOf(
                                withdrawn.id(), other.withCopy(copy(link)), List.of()))
                .isFalse();

        assertThat(placements.holderOf(link)).contains(withdrawn.id());
    }

    private static Copy copy(StoryKey key) {
        return new Copy(
                new WebAddress(key.value(), new CanonicalUrl(key.value())),
                "Elsewhere",
                null,
                WEDNESDAY,
                ADA.id(),
                "copied");
    }

    @Test
    void a_missing_placement_is_not_found() {
        assertThat(placements.find(placement().id())).isEmpty();
    }

    @Test
    void the_same_request_by_the_same_person_is_one_placement() {
        Placement first = placement();
        Placement again =
                Placement.accepted(
                        Samples.draft(Samples.waystar(), WEDNESDAY),
                        ADA.id(),
                        first.acceptedAt().plusSeconds(1));

        placements.add(first, request(ADA, "d1"), accepted(first));
        Admission admission = placements.add(again, request(ADA, "d1"), accepted(again));

        assertThat(admission).isEqualTo(new Admission.SameRequest(first.id()));
        assertThat(placements.find(first.id())).contains(first);
        assertThat(history.of(first.id().value())).containsExactly(accepted(first));
    }

    @Test
    void the_same_idempotency_key_with_the_same_body_is_one_placement() {
        Placement first = placement();

        placements.add(first, request(ADA, "d1", "k1"), accepted(first));
        Admission admission = placements.add(first, request(ADA, "d1", "k1"), accepted(first));

        assertThat(admission).isEqualTo(new Admission.KeyRepeated(first.id()));
    }

    @Test
    void the_same_idempotency_key_with_another_body_is_refused_whatever_the_story() {
        Placement first = placement();
        Placement other = placement(Samples.medCrypt(), WEDNESDAY);

        placements.add(first, request(ADA, "d1", "k1"), accepted(first));

        assertThat(placements.add(other, request(ADA, "d2", "k1"), accepted(other)))
                .isEqualTo(new Admission.KeyReused());
        assertThat(placements.add(first, request(ADA, "d2", "k1"), accepted(first)))
                .isEqualTo(new Admission.KeyReused());
        assertThat(placements.find(other.id())).isEmpty();
        assertThat(history.of(other.id().value())).isEmpty();
    }

    @Test
    void an_idempotency_key_belongs_to_the_person_who_chose_it() {
        Placement first = placement();
        Placement other = placement(Samples.medCrypt(), WEDNESDAY);

        placements.add(first, request(ADA, "d1", "k1"), accepted(first));

        assertThat(placements.add(other, request(GRACE, "d2", "k1"), accepted(other)))
                .isEqualTo(new Admission.Added());
    }

    @Test
    void a_known_story_in_another_request_is_refused_with_its_placement() {
        Placement first = placement();
        placements.add(first, request(ADA, "d1"), accepted(first));

        assertThat(placements.add(first, request(GRACE, "d1"), accepted(first)))
                .isEqualTo(new Admission.StoryTaken(first.id()));
        assertThat(placements.add(first, request(ADA, "d2"), accepted(first)))
                .isEqualTo(new Admission.StoryTaken(first.id()));
        assertThat(placements.add(first, request(GRACE, "d1", "k9"), accepted(first)))
                .isEqualTo(new Admission.StoryTaken(first.id()));
    }

    @Test
    void another_story_with_an_existing_id_is_refused() {
        Placement original = placement();
        Placement sameIdOtherStory =
                new Placement(
                        original.id(),
                        Samples.medCrypt(),
                        original.note(),
                        original.publication(),
                        original.forwardability(),
                        false,
                        original.submittedBy(),
                        original.acceptedAt(),
                        original.status(),
                        original.timers(),
                        null,
                        null,
                        original.expiresAt(),
                        original.changes(),
                        1);
        placements.add(original, request(ADA, "d1"), accepted(original));

        assertThat(placements.add(sameIdOtherStory, request(ADA, "d2"), accepted(sameIdOtherStory)))
                .isEqualTo(new Admission.StoryTaken(original.id()));
    }

    @Test
    @Tag(Simultaneous.TAG)
    void only_one_of_many_simultaneous_submissions_of_a_story_is_added()
            throws InterruptedException, ExecutionException {
        Placement placement = placement();
        List<Callable<Admission>> rivals = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            String digest = "d" + i;
            rivals.add(() -> placements.add(placement, request(ADA, digest), accepted(placement)));
        }

        List<Admission> outcomes = atOnce(rivals);

        assertThat(outcomes).filteredOn(Admission.Added.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(outcome -> !(outcome instanceof Admission.Added))
                .hasSize(11)
                .containsOnly(new Admission.StoryTaken(placement.id()));
        assertThat(history.of(placement.id().value())).hasSize(1);
    }

    @Test
    void a_change_replaces_the_version_it_is_based_on_with_its_history() {
        Placement before = add(placement());
        Placement changed =
                before.dispatched(before.acceptedAt(), before.acceptedAt().plusSeconds(60), null);
        HistoryEntry entry = entry(changed, before.acceptedAt().plusSeconds(1), "dispatched");

        boolean replaced = placements.replace(changed, List.of(entry));

        assertThat(replaced).isTrue();
        assertThat(placements.find(before.id())).contains(changed);
        assertThat(history.of(before.id().value())).containsExactly(accepted(before), entry);
    }

    @Test
    void a_change_without_history_is_stored_too() {
        Placement before = add(placement());
        Placement changed = before.checkingSendsAt(before.acceptedAt().plusSeconds(60));

        assertThat(placements.replace(changed, List.of())).isTrue();

        assertThat(placements.find(before.id())).contains(changed);
    }

    @Test
    void a_change_based_on_an_older_version_is_refused_and_leaves_no_trace() {
        Placement before = add(placement());
        Placement first = before.checkingSendsAt(before.acceptedAt().plusSeconds(60));
        Placement second = before.alsoSubmittedBy(GRACE.id());
        placements.replace(first, List.of());

        boolean replaced =
                placements.replace(second, List.of(entry(second, before.acceptedAt(), "also")));

        assertThat(replaced).isFalse();
        assertThat(placements.find(before.id())).contains(first);
        assertThat(history.of(before.id().value())).containsExactly(accepted(before));
    }

    @Test
    void two_placements_are_replaced_together_with_their_history() {
        Placement story = add(placement(numbered(1), WEDNESDAY));
        Placement copy = add(placement(numbered(2), WEDNESDAY));
        HistoryEntry onStory = entry(story, story.acceptedAt().plusSeconds(1), "copy attached");
        HistoryEntry onCopy = entry(copy, copy.acceptedAt().plusSeconds(1), "is a copy");

        boolean replaced =
                placements.replaceBoth(
                        withCopy(story, copy), copyOf(copy, story), List.of(onStory, onCopy));

        assertThat(replaced).isTrue();
        assertThat(placements.find(story.id())).contains(withCopy(story, copy));
        assertThat(placements.find(copy.id())).contains(copyOf(copy, story));
        assertThat(placements.storiesWithDeadlineIn(WEDNESDAY, Instant.MAX))
                .containsExactly(StoryInBrief.of(story));
        assertThat(history.of(story.id().value())).containsExactly(accepted(story), onStory);
        assertThat(history.of(copy.id().value())).containsExactly(accepted(copy), onCopy);
    }

    @Test
    void neither_of_two_placements_is_replaced_if_one_has_changed() {
        Placement story = add(placement(numbered(1), WEDNESDAY));
        Placement copy = add(placement(numbered(2), WEDNESDAY));
        Placement moved = copy.alsoSubmittedBy(GRACE.id());
        placements.replace(moved, List.of());
        HistoryEntry entry = entry(story, story.acceptedAt(), "copy attached");

        assertThat(
                        placements.replaceBoth(
                                withCopy(story, copy), copyOf(copy, story), List.of(entry)))
                .isFalse();
        assertThat(
                        placements.replaceBoth(
                                copyOf(copy, story), withCopy(story, copy), List.of(entry)))
                .isFalse();

        assertThat(placements.find(story.id())).contains(story);
        assertThat(placements.find(copy.id())).contains(moved);
        assertThat(history.of(story.id().value())).containsExactly(accepted(story));
    }

    @Test
    @Tag(Simultaneous.TAG)
    void r5_4_of_two_placements_that_become_each_others_copy_at_once_only_one_does()
            throws InterruptedException, ExecutionException {
        Placement one = add(placement(numbered(1), WEDNESDAY));
        Placement other = add(placement(numbered(2), WEDNESDAY));

        List<Boolean> outcomes =
                atOnce(
                        List.of(
                                () ->
                                        placements.replaceBoth(
                                                withCopy(one, other),
                                                copyOf(other, one),
                                                List.of()),
                                () ->
                                        placements.replaceBoth(
                                                withCopy(other, one),
                                                copyOf(one, other),
                                                List.of())));

        assertThat(outcomes).containsExactlyInAnyOrder(true, false);
        assertThat(placements.all(List.of(one.id(), other.id())))
                .extracting(Placement::status)
                .containsExactlyInAnyOrder(Status.SCHEDULED, Status.WITHDRAWN);
    }

    private static Placement withCopy(Placement story, Placement copy) {
        return story.withCopy(
                new Copy(
                        Objects.requireNonNull(copy.story().url()),
                        "Elsewhere",
                        copy.id(),
                        WEDNESDAY,
                        ADA.id(),
                        "copied"));
    }

    private static Placement copyOf(Placement copy, Placement story) {
        return copy.withdrawn(new TakenBack(WEDNESDAY, ADA.id(), "copied", story.id()));
    }

    @Test
    @Tag(Simultaneous.TAG)
    void only_one_of_many_changes_based_on_one_version_is_stored()
            throws InterruptedException, ExecutionException {
        Placement before = add(placement());
        List<Callable<Boolean>> rivals = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Placement changed = before.alsoSubmittedBy("u-" + i);
            HistoryEntry entry = entry(changed, before.acceptedAt(), "also submitted " + i);
            rivals.add(() -> placements.replace(changed, List.of(entry)));
        }

        List<Boolean> outcomes = atOnce(rivals);

        assertThat(outcomes).filteredOn(replaced -> replaced).hasSize(1);
        assertThat(history.of(before.id().value())).hasSize(2);
    }

    @Test
    void a_placement_that_was_never_added_cannot_be_replaced() {
        Placement never = placement();

        assertThat(placements.replace(never.alsoSubmittedBy("u-1"), List.of())).isFalse();

        assertThat(placements.find(never.id())).isEmpty();
    }

    @Test
    void an_existing_history_entry_does_not_prevent_its_change() {
        Placement before = add(placement());
        Placement changed = before.alsoSubmittedBy(GRACE.id());
        HistoryEntry other = entry(before, before.acceptedAt(), "also submitted");

        boolean replaced = placements.replace(changed, List.of(accepted(before), other, other));

        assertThat(replaced).isTrue();
        assertThat(placements.find(before.id())).contains(changed);
        assertThat(history.of(before.id().value()))
                .containsExactlyInAnyOrder(accepted(before), other);
    }

    @Test
    void history_is_ordered_by_time() {
        Placement before = add(placement());
        Instant noon = Instant.parse("2026-06-25T12:00:00Z");
        HistoryEntry whole = entry(before, noon, "at noon");
        HistoryEntry half = entry(before, noon.plusMillis(500), "half a second later");
        HistoryEntry next = entry(before, noon.plusSeconds(1), "a second later");

        placements.replace(before.alsoSubmittedBy("u-1"), List.of(next, half, whole));

        assertThat(history.of(before.id().value()))
                .containsExactly(accepted(before), whole, half, next);
    }

    @Test
    void the_newest_come_first_page_by_page_without_repeats() {
        List<Placement> all = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            all.add(add(placement(numbered(i), WEDNESDAY.plusMillis(i * 500L))));
        }

        List<List<Placement>> pages = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page page = placements.newest(3, cursor);
            pages.add(page.placements());
            cursor = page.next();
        } while (cursor != null);

        assertThat(pages)
                .containsExactly(
                        List.of(all.get(6), all.get(5), all.get(4)),
                        List.of(all.get(3), all.get(2), all.get(1)),
                        List.of(all.get(0)));
    }

    @Test
    void the_last_page_has_no_cursor_even_when_it_is_full() {
        add(placement(numbered(1), WEDNESDAY));
        add(placement(numbered(2), WEDNESDAY));

        Page page = placements.newest(2, null);

        assertThat(page.placements()).hasSize(2);
        assertThat(page.next()).isNull();
        assertThat(placements.newest(3, null).next()).isNull();
    }

    @Test
    void without_placements_the_first_page_is_empty() {
        assertThat(placements.newest(10, null)).isEqualTo(new Page(List.of(), null));
    }

    @Test
    void a_cursor_that_is_not_ours_is_refused() {
        for (String cursor : List.of("", "nonsense!", "REVBRExJTkUjMQ", "bm90IG9uZQ")) {
            assertThatExceptionOfType(InvalidCursorException.class)
                    .isThrownBy(() -> placements.newest(10, cursor));
        }
    }

    @Test
    void more_than_a_hundred_placements_are_read_at_once() {
        for (int i = 0; i < 120; i++) {
            add(placement(numbered(i), WEDNESDAY.plusSeconds(i)));
        }

        assertThat(placements.newest(110, null).placements()).hasSize(110);
        assertThat(placements.acceptedIn(Instant.EPOCH, Instant.MAX)).hasSize(120);
    }

    @Test
    void placements_are_found_by_deadline_in_a_half_open_range_earliest_first() {
        Placement early = add(placement(numbered(1), WEDNESDAY));
        Placement halfASecondLater = add(placement(numbered(2), WEDNESDAY.plusMillis(500)));
        Placement late = add(placement(numbered(3), WEDNESDAY.plusSeconds(1)));
        Instant deadline = WEDNESDAY.plus(Publication.WINDOW);

        assertThat(placements.withDeadlineIn(deadline, deadline.plusSeconds(1)))
                .containsExactly(early, halfASecondLater);
        assertThat(placements.withDeadlineIn(deadline.plusMillis(1), deadline.plusSeconds(2)))
                .containsExactly(halfASecondLater, late);
        assertThat(placements.withDeadlineIn(deadline, deadline)).isEmpty();
    }

    @Test
    void range_boundaries_are_exact_to_the_nanosecond() {
        Instant exact = WEDNESDAY.plusNanos(1_500_000);
        Placement placement = add(placement(numbered(1), exact));
        Instant deadline = placement.publication().deadline();

        assertThat(placements.withDeadlineIn(deadline, deadline.plusNanos(1)))
                .containsExactly(placement);
        assertThat(placements.withDeadlineIn(deadline.plusNanos(1), deadline.plusSeconds(1)))
                .isEmpty();
        assertThat(placements.withDeadlineIn(deadline.minusSeconds(1), deadline)).isEmpty();
    }

    @Test
    void a_moved_deadline_is_found_at_its_new_time() {
        Placement before = add(placement());
        Instant moved = WEDNESDAY.plus(Duration.ofDays(7));
        Placement changed = withPublication(before, moved);

        placements.replace(changed, List.of());

        Instant deadline = WEDNESDAY.plus(Publication.WINDOW);
        assertThat(placements.withDeadlineIn(deadline, deadline.plusSeconds(1))).isEmpty();
        assertThat(placements.withDeadlineIn(WEDNESDAY, Instant.MAX)).containsExactly(changed);
    }

    @Test
    void summaries_are_found_by_deadline_without_placements_taken_back() {
        Placement first = add(placement(numbered(1), WEDNESDAY));
        Placement second = add(placement(numbered(2), WEDNESDAY.plusSeconds(5)));
        Placement third = add(placement(numbered(3), WEDNESDAY.plusSeconds(9)));
        Instant end = third.publication().deadline();

        placements.replace(
                first.withdrawn(new TakenBack(WEDNESDAY, ADA.id(), "by mistake", null)), List.of());

        assertThat(placements.storiesWithDeadlineIn(first.publication().deadline(), end))
                .containsExactly(StoryInBrief.of(second));
        assertThat(placements.storiesWithDeadlineIn(WEDNESDAY, end.plusNanos(1)))
                .containsExactly(StoryInBrief.of(second), StoryInBrief.of(third));
    }

    @Test
    void a_corrected_headline_is_in_the_summary_from_then_on() {
        Placement before = add(placement());
        Story told = before.story();
        Story right =
                new Story(
                        told.url(),
                        told.outlet(),
                        "The right headline",
                        told.format(),
                        told.tone(),
                        told.topic(),
                        told.spokesperson(),
                        told.quote(),
                        told.whyItMatters(),
                        told.holdingLine());
        Correction correction = new Correction(1, List.of(), WEDNESDAY, ADA.id(), "a wrong name");

        placements.replace(before.corrected(right, before.note(), correction), List.of());

        assertThat(placements.storiesWithDeadlineIn(WEDNESDAY, Instant.MAX))
                .extracting(StoryInBrief::headline)
                .containsExactly("The right headline");
    }

    @Test
    void placements_are_found_by_acceptance_in_a_half_open_range_earliest_first() {
        Placement early = add(placement(numbered(1), WEDNESDAY));
        Placement late = add(placement(numbered(2), WEDNESDAY.plusSeconds(5)));

        assertThat(placements.acceptedIn(early.acceptedAt(), late.acceptedAt()))
                .containsExactly(early);
        assertThat(placements.acceptedIn(early.acceptedAt(), late.acceptedAt().plusNanos(1)))
                .containsExactly(early, late);
    }

    @Test
    void the_most_overdue_placement_comes_first_and_none_before_it_is_due() {
        Placement later = add(placement(numbered(1), WEDNESDAY.plusMillis(500)));
        Placement earlier = add(placement(numbered(2), WEDNESDAY));
        Placement notYet = add(placement(numbered(3), WEDNESDAY.plusSeconds(1)));
        Instant now = later.dueAt().orElseThrow();

        assertThat(placements.due(now, 10)).containsExactly(earlier.id(), later.id());
        assertThat(placements.due(now, 1)).containsExactly(earlier.id());
        assertThat(placements.due(earlier.dueAt().orElseThrow().minusMillis(1), 10)).isEmpty();
        assertThat(placements.due(notYet.dueAt().orElseThrow(), 10)).hasSize(3);
        assertThat(placements.nextDue()).isEqualTo(earlier.dueAt());
    }

    @Test
    void a_placement_without_timers_is_never_due() {
        Placement before = add(placement());
        Placement over = withTimers(before, Map.of());

        placements.replace(over, List.of());

        assertThat(placements.due(Instant.parse("2030-01-01T00:00:00Z"), 10)).isEmpty();
        assertThat(placements.nextDue()).isEmpty();
    }

    @Test
    void a_moved_timer_is_due_at_its_new_time() {
        Placement before = add(placement());
        Instant moved = WEDNESDAY.plus(Duration.ofDays(3));
        Placement changed = withTimers(before, Map.of(Timer.VERDICT, moved));

        placements.replace(changed, List.of());

        assertThat(placements.due(moved.minusMillis(1), 10)).isEmpty();
        assertThat(placements.due(moved, 10)).containsExactly(before.id());
        assertThat(placements.nextDue()).contains(moved);
    }

    private Placement add(Placement placement) {
        Admission admission =
                placements.add(
                        placement, request(ADA, placement.id().value()), accepted(placement));
        assertThat(admission).isEqualTo(new Admission.Added());
        return placement;
    }

    private static HistoryEntry entry(Placement placement, Instant at, String what) {
        return new HistoryEntry(placement.id().value(), at, GRACE.id(), what, "because");
    }

    private static Placement withPublication(Placement before, Instant publishedAt) {
        Draft draft = Samples.draft(before.story(), publishedAt);
        return changed(before, draft.publication(), before.timers());
    }

    private static Placement withTimers(Placement before, Map<Timer, Instant> timers) {
        return changed(before, before.publication(), timers);
    }

    private static Placement changed(
            Placement before, Publication publication, Map<Timer, Instant> timers) {
        return new Placement(
                before.id(),
                before.story(),
                before.note(),
                publication,
                before.forwardability(),
                before.backfill(),
                before.submittedBy(),
                before.acceptedAt(),
                before.status(),
                timers,
                before.dispatchedAt(),
                before.judgment(),
                before.expiresAt(),
                before.changes(),
                before.version() + 1);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks)
            throws InterruptedException, ExecutionException {
        List<T> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> task : threads.invokeAll(tasks)) {
                outcomes.add(task.get());
            }
        }
        return outcomes;
    }
}
