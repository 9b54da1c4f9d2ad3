package app.prtosales.aws.queue;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of a ping queue message: our own, or an event from our bus, whose detail has the same
/// fields.
record QueueBody(
        @Nullable String kind,
        @Nullable String placementId,
        @Nullable String mail,
        List<String> reps,
        @Nullable String delivery,
        @Nullable String rep,
        @Nullable String number,
        @Nullable String purpose,
        @Nullable String holder,
        @JsonProperty("detail-type") @Nullable String detailType,
        @Nullable QueueBody detail) {

    static final QueueBody EMPTY =
            new QueueBody(null, null, null, List.of(), null, null, null, null, null, null, null);

    @SuppressWarnings("NullAway") // null where the JSON has no such field
    QueueBody {
        reps = reps == null ? List.of() : reps.stream().map(String::valueOf).toList();
    }
}
