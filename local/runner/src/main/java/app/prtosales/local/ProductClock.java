package app.prtosales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The product's clock: real time and a shift, which only grows and outlives the process.
final class ProductClock implements InstantSource {

    private final InstantSource real;
    private final @Nullable Path file;
    private volatile Duration shift;

    /// @param file keeps the shift, or nothing to forget it
    ProductClock(InstantSource real, @Nullable Path file) {
        this.real = real;
        this.file = file;
        this.shift = read(file);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift);
    }

    /// Moves forward to an instant; one that has passed changes nothing.
    synchronized void moveTo(Instant instant) {
        Instant now = instant();
        if (instant.isAfter(now)) {
            shift = shift.plus(Duration.between(now, instant));
            save();
        }
    }

    private static Duration read(@Nullable Path file) {
        try {
            return file == null || !Files.exists(file)
                    ? Duration.ZERO
                    : Duration.parse(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void save() {
        if (file == null) {
            return;
        }
        try {
            Files.writeString(file, shift.toString());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
