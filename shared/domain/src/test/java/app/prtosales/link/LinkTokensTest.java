package app.prtosales.link;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.placement.PlacementId;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LinkTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final LinkKey FIRST = key("key-1");
    private static final LinkKey SECOND = key("key-2");
    private static final Link LINK =
            new Link(
                    Purpose.ACKNOWLEDGE,
                    new PlacementId("sample-placement"),
                    "rep-01",
                    NOW.plusSeconds(60));

    private final LinkTokens tokens = new LinkTokens(ring(FIRST));

    @Test
    void a_signed_link_reads_back_unchanged() {
        assertThat(tokens.read(tokens.sign(LINK), NOW)).contains(LINK);
    }

    @Test
    void a_link_still_works_at_the_instant_of_its_expiration() {
        String token = tokens.sign(LINK);

        assertThat(tokens.read(token, LINK.expiresAt())).contains(LINK);
        assertThat(tokens.read(token, LINK.expiresAt().plusSeconds(1))).isEmpty();
    }

    @Test
    void a_token_with_any_bit_flipped_is_refused() {
        String token = tokens.sign(LINK);
        byte[] bytes = token.getBytes(UTF_8);
        for (int i = 0; i < bytes.length * 8; i++) {
            byte[] changed = bytes.clone();
            changed[i / 8] ^= (byte) (1 << i % 8);
            assertThat(tokens.read(new String(changed, UTF_8), NOW)).as("bit %d", i).isEmpty();
        }
    }

    @Test
    void the_claims_of_one_link_with_the_signature_of_another_are_refused() {
        String mine = tokens.sign(LINK);
        for (Link other :
                List.of(
                        new Link(
                                Purpose.REFERENCE,
                                LINK.placement(),
                                LINK.person(),
                                LINK.expiresAt()),
                        new Link(LINK.purpose(), LINK.placement(), "rep-02", LINK.expiresAt()),
                        new Link(
                                LINK.purpose(),
                                new PlacementId("another"),
                                LINK.person(),
                                LINK.expiresAt()))) {
            String[] theirs = tokens.sign(other).split("\\.", -1);
            theirs[3] = mine.split("\\.", -1)[3];
            assertThat(tokens.read(String.join(".", theirs), NOW)).isEmpty();
        }
    }

    @Test
    void links_signed_with_the_previous_key_still_work_and_older_ones_do_not() {
        String old = tokens.sign(LINK);

        assertThat(new LinkTokens(ring(SECOND, FIRST)).read(old, NOW)).contains(LINK);
        assertThat(new LinkTokens(ring(SECOND)).read(old, NOW)).isEmpty();
    }

    @Test
    void text_that_is_not_a_token_reads_as_empty() {
        for (String token :
                List.of(
                        "",
                        ".",
                        "...",
                        "1.key-1..",
                        "2" + tokens.sign(LINK).substring(1),
                        "é.é.é.é",
                        "x".repeat(10_000))) {
            assertThat(tokens.read(token, NOW)).isEmpty();
        }
    }

    @Test
    void a_token_of_more_than_512_characters_is_refused() {
        int others = tokens.sign(LINK).length() - FIRST.id().length();
        LinkKey longest = key("k".repeat(512 - others));
        LinkKey longer = key("k".repeat(513 - others));
        LinkTokens either = new LinkTokens(ring(longest, longer));

        assertThat(either.read(new LinkTokens(ring(longest)).sign(LINK), NOW)).contains(LINK);
        assertThat(either.read(new LinkTokens(ring(longer)).sign(LINK), NOW)).isEmpty();
    }

    private static LinkKey key(String id) {
        return new LinkKey(
                id, ("secret of " + id + " in a test, 32 bytes or more").getBytes(UTF_8));
    }

    private static LinkKeys ring(LinkKey... keys) {
        return new LinkKeys() {
            @Override
            public LinkKey current() {
                return keys[0];
            }

            @Override
            public Optional<LinkKey> find(String keyId) {
                return Arrays.stream(keys).filter(key -> key.id().equals(keyId)).findFirst();
            }
        };
    }
}
