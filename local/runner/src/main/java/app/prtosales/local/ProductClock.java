package app.prtosales.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// The product's clock: the real time plus an offset, which only grows and survives a restart.
final class ProductClock implements InstantSource {

    private final InstantSource real;
    private final @Nullable Path file;
    private volatile Duration shift;

    /// @param file the file that stores the offset, or null to store it nowhere
    ProductClock(InstantSource real, @Nullable Path file) {
        this.real = real;
        this.file = file;
        this.shift = read(file);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(shift);
    }

    /// Moves the clock forward to an instant; does nothing if that instant has passed.
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
