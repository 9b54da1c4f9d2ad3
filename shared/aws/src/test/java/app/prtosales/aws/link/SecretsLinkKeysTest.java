package app.prtosales.aws.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.MovableClock;
import app.prtosales.aws.PretendAws;
import app.prtosales.aws.PretendAws.Reply;
import app.prtosales.link.LinkKey;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.secretsmanager.model.SecretsManagerException;

class SecretsLinkKeysTest {

    private static final Reply NONE = PretendAws.error(400, "ResourceNotFoundException");

    private final PretendAws aws;
    private final MovableClock clock = new MovableClock();
    private final SecretsLinkKeys keys;

    SecretsLinkKeysTest() throws IOException {
        aws = new PretendAws();
        keys = new SecretsLinkKeys(aws.clients(), "link-key", clock);
    }

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void the_two_versions_of_the_secret_are_the_key_ring() {
        aws.then(version("A1B2C3D4-0000-4000-8000-000000000000"))
                .then(version("00ff00ff-0000-4000-8000-000000000000"));

        assertThat(keys.current().id()).isEqualTo("a1b2c3d4");
        assertThat(keys.find("a1b2c3d4")).map(LinkKey::id).contains("a1b2c3d4");
        assertThat(keys.find("00ff00ff")).map(LinkKey::id).contains("00ff00ff");
        assertThat(aws.requests())
                .extracting(request -> request.body().path("VersionStage").asText())
                .containsExactly("AWSCURRENT", "AWSPREVIOUS");
    }

    @Test
    void a_secret_that_was_never_rotated_has_one_key() {
        aws.then(version("a1b2c3d4-0000-4000-8000-000000000000")).then(NONE);

        assertThat(keys.find("a1b2c3d4")).isPresent();
        assertThat(keys.find("00ff00ff")).isEmpty();
    }

    @Test
    void a_missing_secret_is_an_error() {
        aws.then(NONE);

        assertThatThrownBy(keys::current).isInstanceOf(SecretsManagerException.class);
    }

    @Test
    void the_key_ring_is_read_again_after_ten_minutes() {
        aws.then(version("a1b2c3d4-0000-4000-8000-000000000000")).then(NONE);
        keys.current();

        clock.advance(Duration.ofSeconds(599));
        keys.current();
        assertThat(aws.requests()).hasSize(2);

        aws.then(version("0badcafe-0000-4000-8000-000000000000")).then(NONE);
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.current().id()).isEqualTo("0badcafe");
    }

    @Test
    void an_unknown_key_is_looked_up_at_most_once_a_minute() {
        aws.then(version("a1b2c3d4-0000-4000-8000-000000000000")).then(NONE);
        keys.current();

        clock.advance(Duration.ofSeconds(59));
        assertThat(keys.find("0badcafe")).isEmpty();
        assertThat(aws.requests()).hasSize(2);

        aws.then(version("0badcafe-0000-4000-8000-000000000000"))
                .then(version("a1b2c3d4-0000-4000-8000-000000000000"));
        clock.advance(Duration.ofSeconds(1));
        assertThat(keys.find("0badcafe")).isPresent();
        assertThat(keys.find("11111111")).isEmpty();
        assertThat(aws.requests()).hasSize(4);
    }

    private static Reply version(String id) {
        return PretendAws.ok(
                Map.of(
                        "Name", "link-key",
                        "VersionId", id,
                        "SecretString", "0123456789abcdef0123456789abcdef"));
    }
}
