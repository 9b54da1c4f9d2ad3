package app.prtosales.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import com.amazonaws.services.lambda.runtime.LambdaRuntime;
import java.lang.reflect.Field;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The log of one function.
///
/// While a call or a start runs, it is also what `LambdaRuntime.getLogger()` writes to, on the
/// thread that runs it and on the threads that this one starts. Lambda's runtime puts its logger
/// there in the same way, by reflection.
record FunctionLog(String function, LogFile file) implements LambdaLogger {

    private static final InheritableThreadLocal<@Nullable FunctionLog> CURRENT =
            new InheritableThreadLocal<>();

    static {
        try {
            Field logger = LambdaRuntime.class.getDeclaredField("logger");
            logger.setAccessible(true);
            logger.set(null, new OfTheThread(LambdaRuntime.getLogger()));
        } catch (ReflectiveOperationException renamed) {
            throw new ExceptionInInitializerError(renamed);
        }
    }

    @Override
    public void log(String message) {
        file.write(function, message);
    }

    @Override
    public void log(byte[] message) {
        log(new String(message, UTF_8));
    }

    <T> T during(Supplier<T> work) {
        CURRENT.set(this);
        try {
            return work.get();
        } finally {
            CURRENT.remove();
        }
    }

    /// @param otherwise for threads that belong to no function
    private record OfTheThread(LambdaLogger otherwise) implements LambdaLogger {

        @Override
        public void log(String message) {
            now().log(message);
        }

        @Override
        public void log(byte[] message) {
            now().log(message);
        }

        private LambdaLogger now() {
            FunctionLog current = CURRENT.get();
            return current == null ? otherwise : current;
        }
    }
}
