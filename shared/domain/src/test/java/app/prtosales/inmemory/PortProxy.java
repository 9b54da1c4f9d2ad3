package app.prtosales.inmemory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/// Puts something between a use case and a port's twin, for every call of the port.
public final class PortProxy {

    private PortProxy() {}

    /// What happens instead of the call; usually ends with [#call].
    @FunctionalInterface
    public interface Between {

        @Nullable Object call(Method method, Object[] arguments) throws Throwable;
    }

    public static <T> T of(Class<T> port, Between between) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) ->
                                between.call(
                                        method, arguments == null ? new Object[0] : arguments)));
    }

    /// Calls the twin, and throws what it throws.
    public static @Nullable Object call(Object twin, Method method, Object[] arguments)
            throws Throwable {
        try {
            return method.invoke(twin, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        }
    }
}
