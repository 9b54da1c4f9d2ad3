package app.prtosales.aws.table;

import app.prtosales.history.HistoryEntry;
import app.prtosales.placement.Placement;
import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements;
import app.prtosales.placement.StoryInBrief;
import app.prtosales.placement.StoryKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/// Placements in the table, with the items that lock and index them.
public final class DynamoPlacements implements Placements {

    /// The limit in bytes for a placement, of the 409,600 allowed in an item; a verdict on 10,000
    /// reps fits into the rest.
    private static final int ROOM = 200_000;

    private final String table;
    private final Reads reads;
    private final Transactions transactions;
    private final DueIndex due;

    public DynamoPlacements(DynamoDbClient dynamo, String table) {
        this.table = table;
        this.reads = new Reads(dynamo, table);
        this.transactions = new Transactions(dynamo, table);
        this.due = new DueIndex(dynamo, table);
    }

    @Override
    public Admission add(Placement placement, Request request, HistoryEntry entry) {
        return add(
                placement,
                request,
                entry,
                putNew(SubmissionLocks.story(placement.story().key(), placement.id(), request)));
    }

    @Override
    public Admission addInPlaceOf(
            PlacementId before, Placement placement, Request request, HistoryEntry entry) {
        Map<String, AttributeValue> lock =
                SubmissionLocks.story(placement.story().key(), placement.id(), request);
        return add(placement, request, entry, putOver(before, lock));
    }

    private Admission add(
            Placement placement, Request request, HistoryEntry entry, TransactWriteItem story) {
        List<TransactWriteItem> all = new ArrayList<>();
        all.add(putNew(PlacementItem.toItem(placement)));
        all.add(story);
        all.add(putNew(PlacementIndexItem.acceptedItem(placement)));
        all.add(putNew(PlacementIndexItem.deadlineItem(placement)));
        if (request.idempotencyKey() != null) {
            all.add(
                    putNew(
                            SubmissionLocks.request(
                                    request.idempotencyKey(), placement.id(), request)));
        }
        return transactions.write(all, List.of(entry))
                ? new Admission.Added()
                : conflictFor(placement.story().key(), request)
                        .orElseGet(() -> new Admission.StoryTaken(placement.id()));
    }

    @Override
    public Optional<Admission> conflictFor(StoryKey key, Request request) {
        Optional<ItemReader> sameKey =
                request.idempotencyKey() == null
                        ? Optional.empty()
                        : reads.item(
                                SubmissionLocks.requestPartition(
                                        request.person(), request.idempotencyKey()),
                                SubmissionLocks.REQUEST);
        return sameKey.map(lock -> SubmissionLocks.byRequest(lock, request))
                .or(() ->
                        reads.item(SubmissionLocks.storyPartition(key), SubmissionLocks.STORY)
                                .map(lock -> SubmissionLocks.byStory(lock, request)));
    }

    @Override
    public Optional<Placement> find(PlacementId id) {
        return item(id).map(item -> reads.unreadable().read(item, PlacementItem::fromItem));
    }

    @Override
    public Optional<PlacementId> holderOf(StoryKey key) {
        return reads.item(SubmissionLocks.storyPartition(key), SubmissionLocks.STORY)
                .map(SubmissionLocks::placement);
    }

    @Override
    public boolean replace(Placement changed, List<HistoryEntry> entries) {
        return find(changed.id()).filter(before -> replace(before, changed, entries)).isPresent();
    }

    @Override
    public boolean replace(Placement before, Placement changed, List<HistoryEntry> entries) {
        return isNext(before, changed)
                && transactions.write(replacing(before, changed, null), entries);
    }

    @Override
    public boolean replaceInPlaceOf(
            PlacementId before, Placement changed, List<HistoryEntry> entries) {
        Optional<Placement> stored = find(changed.id()).filter(current -> isNext(current, changed));
        return stored.isPresent()
                && transactions.write(replacing(stored.get(), changed, before), entries);
    }

    @Override
    public boolean replaceBoth(Placement changed, Placement other, List<HistoryEntry> entries) {
        List<TransactWriteItem> all = new ArrayList<>();
        for (Placement each : List.of(changed, other)) {
            Optional<Placement> before = find(each.id()).filter(stored -> isNext(stored, each));
            if (before.isEmpty()) {
                return false;
            }
            all.addAll(replacing(before.get(), each, null));
        }
        return transactions.write(all, entries);
    }

    private static boolean isNext(Placement before, Placement changed) {
        return before.version() == changed.version() - 1;
    }

    /// @param holder the placement that new keys can be taken from; null if none
    private List<TransactWriteItem> replacing(
            Placement before, Placement changed, @Nullable PlacementId holder) {
        List<TransactWriteItem> all = new ArrayList<>();
        all.add(putOver(before.version(), PlacementItem.toItem(changed)));
        Map<String, AttributeValue> oldEntry = PlacementIndexItem.deadlineItem(before);
        Map<String, AttributeValue> newEntry = PlacementIndexItem.deadlineItem(changed);
        if (!Keys.key(oldEntry).equals(Keys.key(newEntry))) {
            all.add(put(PlacementIndexItem.leftDeadlineItem(before)));
        }
        if (!oldEntry.equals(newEntry)) {
            all.add(put(newEntry));
        }
        Set<StoryKey> claimed = new LinkedHashSet<>(changed.storyKeys());
        claimed.removeAll(before.storyKeys());
        for (StoryKey key : claimed) {
            Map<String, AttributeValue> claim = SubmissionLocks.claim(key, changed.id());
            all.add(holder == null ? putNew(claim) : putOver(holder, claim));
        }
        return all;
    }

    @Override
    public Page newest(int limit, @Nullable String after) {
        Optional<String> before = Optional.ofNullable(after).map(PlacementIndexItem::sortKeyFrom);
        List<ItemReader> found =
                reads.lastBeginningWith(
                        PlacementIndexItem.PARTITION,
                        PlacementIndexItem.ACCEPTED,
                        before,
                        limit + 1);
        boolean more = found.size() > limit;
        List<ItemReader> page = more ? found.subList(0, limit) : found;
        return new Page(load(page), more ? PlacementIndexItem.cursor(page.getLast()) : null);
    }

    @Override
    public List<Placement> withDeadlineIn(Instant from, Instant to) {
        return load(indexed(PlacementIndexItem.DEADLINE, from, to)).stream()
                .filter(placement -> isIn(placement.publication().deadline(), from, to))
                .toList();
    }

    @Override
    public List<StoryInBrief> storiesWithDeadlineIn(Instant from, Instant to) {
        return reads
                .unreadable()
                .readable(
                        indexed(PlacementIndexItem.DEADLINE, from, to),
                        PlacementIndexItem::storyFrom)
                .stream()
                .flatMap(Optional::stream)
                .filter(story -> isIn(story.deadline(), from, to))
                .toList();
    }

    @Override
    public List<Placement> acceptedIn(Instant from, Instant to) {
        return load(indexed(PlacementIndexItem.ACCEPTED, from, to)).stream()
                .filter(placement -> isIn(placement.acceptedAt(), from, to))
                .toList();
    }

    @Override
    public List<PlacementId> due(Instant now, int limit) {
        QueryRequest query =
                dueQuery(limit)
                        .keyConditionExpression("duePK = :due AND dueSK < :after")
                        .expressionAttributeValues(
                                Map.of(
                                        ":due",
                                        AttributeValue.fromS(PlacementItem.DUE),
                                        ":after",
                                        AttributeValue.fromS(Keys.through("", now))))
                        .build();
        return reads.unreadable()
                .readable(
                        reads.atMost(limit, query),
                        item -> PlacementItem.idFrom(item.text(Keys.PK)));
    }

    @Override
    public void putAside(PlacementId id) {
        due.putAside(PlacementItem.partition(id), PlacementItem.SORT_KEY);
    }

    @Override
    public boolean hasRoom(Placement placement) {
        return ItemSize.of(PlacementItem.toItem(placement)) <= ROOM;
    }

    @Override
    public Optional<Instant> nextDue() {
        QueryRequest query =
                dueQuery(1)
                        .keyConditionExpression("duePK = :due")
                        .expressionAttributeValues(
                                Map.of(":due", AttributeValue.fromS(PlacementItem.DUE)))
                        .build();
        return reads
                .unreadable()
                .readable(reads.atMost(1, query), item -> instantOf(item.text(Keys.DUE_SK)))
                .stream()
                .findFirst();
    }

    private static Instant instantOf(String dueSortKey) {
        return Instant.parse(dueSortKey.substring(0, dueSortKey.indexOf('#')));
    }

    private QueryRequest.Builder dueQuery(int limit) {
        return QueryRequest.builder().tableName(table).indexName(Keys.DUE_INDEX).limit(limit);
    }

    /// Keys are truncated to milliseconds; the caller compares the loaded instants exactly.
    private List<ItemReader> indexed(String prefix, Instant from, Instant to) {
        return to.isAfter(from)
                ? reads.between(
                        PlacementIndexItem.PARTITION,
                        prefix + Keys.instant(from),
                        Keys.through(prefix, to))
                : List.of();
    }

    private List<Placement> load(List<ItemReader> indexItems) {
        return all(
                reads
                        .unreadable()
                        .readable(
                                indexItems,
                                item ->
                                        PlacementIndexItem.isLeft(item)
                                                ? Optional.<PlacementId>empty()
                                                : Optional.of(PlacementIndexItem.idFrom(item)))
                        .stream()
                        .flatMap(Optional::stream)
                        .toList());
    }

    @Override
    public List<Placement> all(List<PlacementId> ids) {
        Map<String, ItemReader> found =
                reads.byPartition(ids.stream().map(PlacementItem::key).toList());
        List<ItemReader> inOrder =
                ids.stream()
                        .flatMap(id ->
                                Optional.ofNullable(found.get(PlacementItem.partition(id)))
                                        .stream())
                        .toList();
        return List.copyOf(reads.unreadable().readable(inOrder, PlacementItem::fromItem));
    }

    private Optional<ItemReader> item(PlacementId id) {
        return reads.item(PlacementItem.partition(id), PlacementItem.SORT_KEY);
    }

    private static boolean isIn(Instant at, Instant from, Instant to) {
        return !at.isBefore(from) && at.isBefore(to);
    }

    private TransactWriteItem putNew(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table).item(item).conditionExpression(Keys.NOT_STORED_YET))
                .build();
    }

    private TransactWriteItem put(Map<String, AttributeValue> item) {
        return TransactWriteItem.builder().put(put -> put.tableName(table).item(item)).build();
    }

    /// Puts a story's lock, unless a placement other than the holder has it.
    private TransactWriteItem putOver(PlacementId holder, Map<String, AttributeValue> lock) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(lock)
                                .conditionExpression(
                                        Keys.NOT_STORED_YET + " OR placementId = :holder")
                                .expressionAttributeValues(
                                        Map.of(":holder", AttributeValue.fromS(holder.value()))))
                .build();
    }

    private TransactWriteItem putOver(long version, Map<String, AttributeValue> item) {
        return TransactWriteItem.builder()
                .put(put ->
                        put.tableName(table)
                                .item(item)
                                .conditionExpression("version = :before")
                                .expressionAttributeValues(
                                        Map.of(
                                                ":before",
                                                AttributeValue.fromN(Long.toString(version)))))
                .build();
    }
}
