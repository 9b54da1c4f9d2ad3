package app.prtosales.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value created once, by the first thread that needs it. If that fails, the next call tries
/// again.
public final class Lazy<T> implements Supplier<T> {

    private final Supplier<T> create;
    private @Nullable T value;

    public Lazy(Supplier<T> create) {
        this.create = create;
    }

    @Override
    public synchronized T get() {
        T created = value == null ? create.get() : value;
        value = created;
        return created;
    }
}
