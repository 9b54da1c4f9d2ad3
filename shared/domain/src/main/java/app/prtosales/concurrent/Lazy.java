package app.prtosales.concurrent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is created when it is first needed, once, whichever thread needs it. When creating
/// it fails, the next call tries again.
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
