package app.prtosales.local.edges;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/// The MD5 checksums in SQS's responses.
final class QueueChecksums {

    private QueueChecksums() {}

    /// SQS's checksum of message attributes: sorted by name, each name, type and value preceded by
    /// its length.
    static String md5(Map<String, Object> attributes) {
        MessageDigest digest = digest();
        new TreeMap<>(attributes)
                .forEach((name, each) -> {
                    Map<String, Object> value = Json.map(each);
                    String type = Json.string(value.get("DataType"));
                    add(digest, name.getBytes(StandardCharsets.UTF_8));
                    add(digest, type.getBytes(StandardCharsets.UTF_8));
                    boolean binary = type.startsWith("Binary");
                    digest.update((byte) (binary ? 2 : 1));
                    add(
                            digest,
                            binary
                                    ? Base64.getDecoder()
                                            .decode(Json.string(value.get("BinaryValue")))
                                    : Json.string(value.get("StringValue"))
                                            .getBytes(StandardCharsets.UTF_8));
                });
        return HexFormat.of().formatHex(digest.digest());
    }

    static String md5(byte[] bytes) {
        return HexFormat.of().formatHex(digest().digest(bytes));
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("MD5");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
