package app.prtosales.inmemory;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Wraps the ports' in-memory twins: counts their calls, answers in their place if a test says so,
/// and runs something just before or after a call.
public final class Ports implements Company.Edges {

    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, Object> answers = new HashMap<>();
    private final Map<String, Consumer<Object[]>> before = new HashMap<>();
    private final Map<String, Consumer<Object[]>> after = new HashMap<>();

    /// @param call as `Ledger.add`
    public synchronized int calls(String call) {
        return calls.getOrDefault(call, 0);
    }

    /// Gives every such call this answer from now on.
    public synchronized void answer(String call, Object answer) {
        answers.put(call, answer);
    }

    /// Runs something once, right before the next such call.
    ///
    /// @param what gets the call's arguments
    public synchronized void before(String call, Consumer<Object[]> what) {
        before.put(call, what);
    }

    /// Runs something once, right after the next such call.
    public synchronized void after(String call, Consumer<Object[]> what) {
        after.put(call, what);
    }

    @Override
    public <T> T edge(Class<T> port, T twin) {
        return PortProxy.of(port, (method, arguments) -> call(port, twin, method, arguments));
    }

    private @Nullable Object call(Class<?> port, Object twin, Method method, Object[] arguments)
            throws Throwable {
        String call = "%s.%s".formatted(port.getSimpleName(), method.getName());
        taken(before, call).accept(arguments);
        @Nullable Object answer = counted(call);
        if (answer != null) {
            return answer;
        }
        try {
            return PortProxy.call(twin, method, arguments);
        } finally {
            taken(after, call).accept(arguments);
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
