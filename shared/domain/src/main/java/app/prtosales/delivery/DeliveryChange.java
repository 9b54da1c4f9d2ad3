package app.prtosales.delivery;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Builds the next version of a row of the ledger.
final class DeliveryChange {

    private final Delivery from;
    private Delivery.Sending sending;
    private int attempt;
    private @Nullable Instant leaseUntil;
    private @Nullable Instant acceptedAt;
    private @Nullable Instant refusedAt;
    private @Nullable String sesId;
    private List<SesMessage> messages;
    private @Nullable String reason;
    private @Nullable String mailbox;
    private long placementVersion;
    private boolean possibleDuplicate;
    private long version;

    DeliveryChange(Delivery from) {
        this.from = from;
        sending = from.sending();
        attempt = from.attempt();
        leaseUntil = from.leaseUntil();
        acceptedAt = from.acceptedAt();
        refusedAt = from.refusedAt();
        sesId = from.sesId();
        messages = from.messages();
        reason = from.reason();
        mailbox = from.mailbox();
        placementVersion = from.placementVersion();
        possibleDuplicate = from.possibleDuplicate();
        version = from.version() + 1;
    }

    DeliveryChange sending(Delivery.Sending value) {
        sending = value;
        return this;
    }

    DeliveryChange attempt(int value) {
        attempt = value;
        return this;
    }

    DeliveryChange leaseUntil(@Nullable Instant value) {
        leaseUntil = value;
        return this;
    }

    DeliveryChange acceptedAt(@Nullable Instant value) {
        acceptedAt = value;
        return this;
    }

    DeliveryChange refusedAt(@Nullable Instant value) {
        refusedAt = value;
        return this;
    }

    DeliveryChange sesId(@Nullable String value) {
        sesId = value;
        return this;
    }

    DeliveryChange messages(List<SesMessage> value) {
        messages = value;
        return this;
    }

    DeliveryChange mailbox(String value) {
        mailbox = value;
        return this;
    }

    DeliveryChange reason(@Nullable String value) {
        reason = value;
        return this;
    }

    DeliveryChange placementVersion(long value) {
        placementVersion = value;
        return this;
    }

    DeliveryChange possibleDuplicate(boolean value) {
        possibleDuplicate = value;
        return this;
    }

    DeliveryChange version(long value) {
        version = value;
        return this;
    }

    Delivery build() {
        return new Delivery(
                from.id(),
                sending,
                attempt,
                from.plannedAt(),
                leaseUntil,
                acceptedAt,
                refusedAt,
                sesId,
                messages,
                reason,
                mailbox,
                placementVersion,
                possibleDuplicate,
                version);
    }
}
