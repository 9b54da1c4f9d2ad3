package app.prtosales.aws.link;

import static java.nio.charset.StandardCharsets.UTF_8;

import app.prtosales.aws.AwsClients;
import app.prtosales.link.LinkKey;
import app.prtosales.link.LinkKeys;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/// The link keys in Secrets Manager: the secret's current and previous versions form the key ring.
/// Rotating the secret rotates the key.
public final class SecretsLinkKeys implements LinkKeys {

    private static final Duration FRESH = Duration.ofMinutes(10);

    /// The minimum time between reads, so that invented key ids do not make us read more often.
    private static final Duration BETWEEN_READS = Duration.ofMinutes(1);

    private static final int ID_LENGTH = 8;

    private final SecretsManagerClient secrets;
    private final String secret;
    private final InstantSource clock;
    private @Nullable Ring ring;

    public SecretsLinkKeys(AwsClients clients, String secret, InstantSource clock) {
        this.secrets =
                clients.client(
                        "SECRETS_MANAGER",
                        SecretsManagerClient.class,
                        SecretsManagerClient::builder);
        this.secret = secret;
        this.clock = clock;
    }

    /// @param keys the current key, then the previous one, if there is one
    private record Ring(List<LinkKey> keys, Instant readAt) {

        boolean isOlderThan(Duration age, Instant now) {
            return !now.isBefore(readAt.plus(age)) || now.isBefore(readAt);
        }

        Optional<LinkKey> find(String id) {
            return keys.stream().filter(key -> key.id().equals(id)).findFirst();
        }
    }

    @Override
    public LinkKey current() {
        return ring(FRESH).keys().getFirst();
    }

    @Override
    public Optional<LinkKey> find(String keyId) {
        Optional<LinkKey> known = ring(FRESH).find(keyId);
        // A key that is unknown here may be new: the secret may have been rotated since the last
        // read.
        return known.isPresent() ? known : ring(BETWEEN_READS).find(keyId);
    }

    private synchronized Ring ring(Duration age) {
        Instant now = clock.instant();
        @Nullable Ring known = ring;
        if (known == null || known.isOlderThan(age, now)) {
            known = new Ring(read(), now);
            ring = known;
        }
        return known;
    }

    private List<LinkKey> read() {
        List<LinkKey> keys = new ArrayList<>();
        keys.add(key(version("AWSCURRENT")));
        try {
            keys.add(key(version("AWSPREVIOUS")));
        } catch (ResourceNotFoundException neverRotated) {
            return keys;
        }
        return keys;
    }

    private GetSecretValueResponse version(String stage) {
        return secrets.getSecretValue(get -> get.secretId(secret).versionStage(stage));
    }

    private static LinkKey key(GetSecretValueResponse version) {
        byte[] bytes =
                version.secretString() == null
                        ? version.secretBinary().asByteArray()
                        : version.secretString().getBytes(UTF_8);
        String id = version.versionId().toLowerCase(Locale.ROOT).replaceAll("[^0-9a-f]", "");
        if (id.length() < ID_LENGTH) {
            throw new IllegalStateException(
                    "the id of the link key secret's version has fewer than 8 hex digits");
        }
        return new LinkKey(id.substring(0, ID_LENGTH), bytes);
    }
}
