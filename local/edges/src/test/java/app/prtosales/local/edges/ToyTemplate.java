package app.prtosales.local.edges;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/// A small template of a made-up product.
final class ToyTemplate {

    static final String TEXT = read();

    private ToyTemplate() {}

    static CloudTemplate at(String url) {
        return CloudTemplate.of(
                TEXT, new LocalStack(url, Map.of("Sender", "toy@toys.example", "Workers", "4")));
    }

    private static String read() {
        try (InputStream resource =
                Objects.requireNonNull(
                        ToyTemplate.class.getResourceAsStream("/toy-template.yaml"))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
