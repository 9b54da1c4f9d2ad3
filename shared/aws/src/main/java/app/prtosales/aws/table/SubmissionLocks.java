package app.prtosales.aws.table;

import app.prtosales.placement.PlacementId;
import app.prtosales.placement.Placements.Admission;
import app.prtosales.placement.Placements.Request;
import app.prtosales.placement.StoryKey;
import app.prtosales.text.Digest;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/// The two items that make submitting idempotent: one for its story, one for the client's
/// idempotency key. They never expire (invariant I3).
final class SubmissionLocks {

    static final String STORY = "STORY";
    static final String REQUEST = "REQUEST";

    private SubmissionLocks() {}

    static String storyPartition(StoryKey key) {
        return "STORY#" + key.digest();
    }

    static String requestPartition(String person, String idempotencyKey) {
        return "IDEMPOTENCY#%s#%s".formatted(person, Digest.of(idempotencyKey));
    }

    static Map<String, AttributeValue> story(StoryKey key, PlacementId id, Request request) {
        return ItemWriter.item(storyPartition(key), STORY)
                .text("placementId", id.value())
                .text("person", request.person())
                .text("digest", request.digest())
                .attributes();
    }

    /// For a story that comes from a change of the placement instead of a submission, so no request
    /// counts as a repetition of it.
    static Map<String, AttributeValue> claim(StoryKey key, PlacementId id) {
        return ItemWriter.item(storyPartition(key), STORY)
                .text("placementId", id.value())
                .text("person", "")
                .text("digest", "")
                .attributes();
    }

    static Map<String, AttributeValue> request(
            String idempotencyKey, PlacementId id, Request request) {
        return ItemWriter.item(requestPartition(request.person(), idempotencyKey), REQUEST)
                .text("placementId", id.value())
                .text("digest", request.digest())
                .attributes();
    }

    static Admission byRequest(ItemReader lock, Request request) {
        return lock.text("digest").equals(request.digest())
                ? new Admission.KeyRepeated(placement(lock))
                : new Admission.KeyReused();
    }

    static Admission byStory(ItemReader lock, Request request) {
        boolean same =
                lock.text("person").equals(request.person())
                        && lock.text("digest").equals(request.digest());
        return same
                ? new Admission.SameRequest(placement(lock))
                : new Admission.StoryTaken(placement(lock));
    }

    static PlacementId placement(ItemReader lock) {
        return new PlacementId(lock.text("placementId"));
    }
}
