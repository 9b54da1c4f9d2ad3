package app.prtosales.inmemory;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Stands before the twins of the ports: counts what they are asked, answers in their place where a
/// test says so, and lets something else happen first.
public final class Ports implements Company.Edges {

    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, Consumer<Object[]>> before = new HashMap<>();
    private final Map<String, Consumer<Object[]>> after = new HashMap<>();

    /// @param call as `Ledger.add`
    public synchronized int calls(String call) {
        return calls.getOrDefault(call, 0);
    }

    /// From now on, whatever it is asked.
    public synchronized void answer(String call, Object answer) {
        answers.put(call, answer);
    }

    /// Once, right before the next such call.
    ///
    /// @param what told what the call is about
    public synchronized void before(String call, Consumer<Object[]> what) {
        before.put(call, what);
    }

    /// Once, right after the next such call.
    public synchronized void after(String call, Consumer<Object[]> what) {
        after.put(call, what);
    }

    @Override
    public <T> T edge(Class<T> port, T twin) {
        return port.cast(
                Proxy.newProxyInstance(
                        port.getClassLoader(),
                        new Class<?>[] {port},
                        (proxy, method, arguments) -> call(port, twin, method, arguments)));
    }

    private @Nullable Object call(
            Class<?> port, Object twin, Method method, Object @Nullable [] arguments)
            throws Throwable {
        String call = "%s.%s".formatted(port.getSimpleName(), method.getName());
        Object[] asked = arguments == null ? new Object[0] : arguments;
        taken(before, call).accept(asked);
        @Nullable Object answer = counted(call);
        if (answer != null) {
            return answer;
        }
        try {
            return method.invoke(twin, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause();
        } finally {
            taken(after, call).accept(asked);
        }
    }

    private synchronized @Nullable Object counted(String call) {
        calls.merge(call, 1, Integer::sum);
        return answers.get(call);
    }

    private synchronized Consumer<Object[]> taken(
            Map<String, Consumer<Object[]>> from, String call) {
        Consumer<Object[]> what = from.remove(call);
        return what == null ? nothing -> {} : what;
    }
}
