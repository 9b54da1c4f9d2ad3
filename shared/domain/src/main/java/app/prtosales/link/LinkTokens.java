package app.prtosales.link;

import static java.nio.charset.StandardCharsets.US_ASCII;

import app.prtosales.placement.PlacementId;
import app.prtosales.text.Words;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Signs links and reads them back. A token is `1.<key id>.<claims>.<HMAC-SHA-256>`; everything
/// before the last dot is signed (RFC 2104), and signatures are compared in constant time. An
/// invalid token of any kind reads as empty, without revealing what is wrong with it.
public final class LinkTokens {

    private static final String VERSION = "1";
    private static final int MAXIMUM_LENGTH = 512;
    private static final Pattern PERSON = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final LinkKeys keys;

    public LinkTokens(LinkKeys keys) {
        this.keys = keys;
    }

    public String sign(Link link) {
        LinkKey key = keys.current();
        String claims =
                "%s|%s|%s|%d%s"
                        .formatted(
                                link.purpose().word(),
                                link.placement(),
                                link.person(),
                                link.expiresAt().getEpochSecond(),
                                link.holder() == null ? "" : "|" + link.holder());
        String signed =
                "%s.%s.%s"
                        .formatted(
                                VERSION,
                                key.id(),
                                ENCODER.encodeToString(claims.getBytes(US_ASCII)));
        return signed + "." + ENCODER.encodeToString(mac(key, signed));
    }

    /// @param now a link still works at the instant of its expiration, and not after
    /// @return empty if we did not sign the token, or it has expired
    public Optional<Link> read(String token, Instant now) {
        return signed(token).filter(link -> !link.isExpiredAt(now));
    }

    /// Reads a token that we signed, even an expired one. All an expired link can still do is lead
    /// its holder to a new one.
    public Optional<Link> signed(String token) {
        String[] parts = token.split("\\.", -1);
        if (token.length() > MAXIMUM_LENGTH || parts.length != 4 || !parts[0].equals(VERSION)) {
            return Optional.empty();
        }
        String signed = token.substring(0, token.lastIndexOf('.'));
        return keys.find(parts[1])
                .filter(key -> isSignature(mac(key, signed), parts[3]))
                .flatMap(key -> link(parts[2]));
    }

    /// Compares the encoded text: base64 can spell the same bytes in several ways, and only our
    /// spelling is valid.
    private static boolean isSignature(byte[] expected, String given) {
        byte[] spelled = ENCODER.encode(expected);
        return MessageDigest.isEqual(spelled, given.getBytes(US_ASCII));
    }

    private static Optional<Link> link(String claims) {
        try {
            String[] parts = new String(DECODER.decode(claims), US_ASCII).split("\\|", -1);
            @Nullable String holder = parts.length == 5 ? parts[4] : null;
            if (parts.length < 4
                    || parts.length > 5
                    || !PlacementId.isValid(parts[1])
                    || !PERSON.matcher(parts[2]).matches()
                    || holder != null && !PERSON.matcher(holder).matches()) {
                return Optional.empty();
            }
            Instant expiresAt = Instant.ofEpochSecond(Long.parseLong(parts[3]));
            return Words.read(Purpose.class, parts[0])
                    .map(purpose ->
                            new Link(
                                    purpose,
                                    new PlacementId(parts[1]),
                                    parts[2],
                                    holder,
                                    expiresAt));
        } catch (IllegalArgumentException | DateTimeException signedByUsButUnreadable) {
            return Optional.empty();
        }
    }

    private static byte[] mac(LinkKey key, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secret(), "HmacSHA256"));
            return mac.doFinal(signed.getBytes(US_ASCII));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
