package app.prtosales.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Resource files in this package.
final class Resources {

    private Resources() {}

    static byte[] bytes(String name) {
        try (InputStream resource = Resources.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException(name + " is missing from the jar");
            }
            return resource.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
