package app.prtosales.faults;

import app.prtosales.concurrent.Concurrently;
import app.prtosales.delivery.Delivery;
import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.delivery.Postman;
import app.prtosales.delivery.Postman.Handover;
import app.prtosales.directory.ListName;
import app.prtosales.inmemory.Company;
import app.prtosales.inmemory.PortProxy;
import app.prtosales.mailing.PingQueue;
import app.prtosales.placement.Announcements;
import app.prtosales.placement.Announcements.NotAnnounced;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// Counts every outside call that an operation makes, and makes one of them fail. It wraps whole
/// interfaces, so new methods of a port are covered automatically.
final class FaultPlan implements Company.Edges {

    /// Calls that only read. Whether one fails before or after reading makes no difference, nor
    /// does reading twice.
    private static final Set<String> READS =
            Set.of(
                    "Audits.find",
                    "Audits.frozen",
                    "Audits.frozenAt",
                    "DirectoryStore.load",
                    "Ledger.about",
                    "Ledger.between",
                    "Ledger.find",
                    "Ledger.pingsAbout",
                    "LinkKeys.find",
                    "Mailboxes.all",
                    "People.find",
                    "Placements.all",
                    "Placements.due",
                    "Placements.find",
                    "Placements.findOriginal",
                    "Placements.firstOf",
                    "Placements.hasRoom",
                    "Placements.storiesWithDeadlineIn",
                    "Placements.telling",
                    "Placements.withDeadlineIn",
                    "Postman.account",
                    "Responses.about",
                    "Responses.aboutAll",
                    "Responses.acknowledged",
                    "Sendings.cameBackSince",
                    "Sendings.sent",
                    "Sendings.since",
                    "Sendings.stops",
                    "TestPings.find",
                    "TestPings.of");

    private final @Nullable CallSite target;
    private final FaultKind kind;
    private final Map<CallSite, Integer> counts = new HashMap<>();
    private final Map<CallSite, List<FaultKind>> sites = new LinkedHashMap<>();
    private final Map<CallSite, CallSite> directlyBefore = new HashMap<>();
    private final Set<DeliveryId> onTheWay = ConcurrentHashMap.newKeySet();
    private final Set<DeliveryId> answersLost = new HashSet<>();
    private volatile @Nullable Made last;
    private volatile @Nullable String operation;
    private volatile boolean dead;
    private volatile boolean triggered;

    private FaultPlan(@Nullable CallSite target, FaultKind kind) {
        this.target = target;
        this.kind = kind;
    }

    /// No call fails; calls are only counted.
    static FaultPlan dryRun() {
        return new FaultPlan(null, FaultKind.BEFORE);
    }

    static FaultPlan failing(CallSite site, FaultKind kind) {
        return new FaultPlan(site, kind);
    }

    /// Every call that was made, with the ways in which it can fail.
    Map<CallSite, List<FaultKind>> sites() {
        return sites;
    }

    /// The call that the same run of the operation made directly before; empty if one of the two
    /// was made by [Concurrently], because their order is then a matter of chance. A process that
    /// dies before a call leaves the same state as one that dies after this earlier call.
    Optional<CallSite> directlyBefore(CallSite site) {
        return Optional.ofNullable(directlyBefore.get(site));
    }

    /// Whether the call that was to fail was made and failed.
    boolean triggered() {
        return triggered;
    }

    /// Runs an operation.
    ///
    /// @return false if it failed or died
    boolean within(String name, Runnable action) {
        operation = name;
        last = null;
        dead = false;
        try {
            action.run();
            return true;
        } catch (Fault | Crash failed) {
            return false;
        } finally {
            operation = null;
            answersLost.addAll(onTheWay);
            onTheWay.clear();
        }
    }

    /// Emails that SES accepted although its reply never reached the ledger: the reply was lost,
    /// the process died, or the write to the ledger failed.
    Set<DeliveryId> answersLost() {
        return answersLost;
    }

    @Override
    public <T> T edge(Class<T> port, T twin) {
        return PortProxy.of(port, (method, arguments) -> call(port, twin, method, arguments));
    }

    private @Nullable Object call(Class<?> port, Object twin, Method method, Object[] arguments)
            throws Throwable {
        @Nullable String running = operation;
        if (running == null || method.getDeclaringClass() == Object.class) {
            return really(twin, method, arguments);
        }
        if (dead) {
            throw new Crash();
        }
        CallSite site = count(running, port, method, arguments);
        if (site.equals(target)) {
            triggered = true;
            return fail(port, twin, method, arguments);
        }
        Object answer = really(twin, method, arguments);
        if (dead) {
            throw new Crash();
        }
        return answer;
    }

    private synchronized CallSite count(
            String running, Class<?> port, Method method, Object[] arguments) {
        String call = "%s.%s".formatted(port.getSimpleName(), method.getName());
        CallSite any = new CallSite(running, call, about(arguments), 0);
        CallSite site =
                new CallSite(running, call, any.about(), counts.merge(any, 1, Integer::sum));
        sites.put(site, kinds(call, port, arguments));
        Made before = last;
        Made made = new Made(site, target == null && isConcurrent());
        if (before != null && !before.concurrent() && !made.concurrent()) {
            directlyBefore.put(site, before.site());
        }
        last = made;
        return site;
    }

    private static String about(Object[] arguments) {
        for (Object each : arguments) {
            switch (each) {
                case Delivery row -> {
                    return row.id().value();
                }
                case DeliveryId id -> {
                    return id.value();
                }
                case OutgoingMail mail -> {
                    return mail.id().value();
                }
                case ListName list -> {
                    return list.name();
                }
                case null, default -> {}
            }
        }
        return "";
    }

    private static List<FaultKind> kinds(String call, Class<?> port, Object[] arguments) {
        if (READS.contains(call)) {
            return List.of(FaultKind.BEFORE, FaultKind.CRASH_BEFORE);
        }
        List<FaultKind> kinds = new ArrayList<>(List.of(FaultKind.values()));
        if (halfOf(port, arguments) == null) {
            kinds.remove(FaultKind.HALF);
        }
        return kinds;
    }

    private @Nullable Object fail(Class<?> port, Object twin, Method method, Object[] arguments)
            throws Throwable {
        return switch (kind) {
            case BEFORE -> turnedAway(port, method);
            case AFTER -> {
                really(twin, method, arguments);
                yield replyLost(port, method);
            }
            case TIMEOUT -> {
                if (isSend(port, method)) {
                    yield new Handover.NoAnswer("no answer in time");
                }
                really(twin, method, arguments);
                yield really(twin, method, arguments);
            }
            case HALF -> {
                Object[] half = halfOf(port, arguments);
                really(twin, method, half == null ? arguments : half);
                throw new Fault("half a batch");
            }
            case CRASH_BEFORE -> {
                dead = true;
                throw new Crash();
            }
            case CRASH_AFTER -> {
                really(twin, method, arguments);
                dead = true;
                throw new Crash();
            }
        };
    }

    /// Fails the way the adapters do: emails and events have failure results of their own.
    private static Object turnedAway(Class<?> port, Method method) {
        if (isSend(port, method)) {
            return new Handover.TryLater("turned away");
        }
        throw port == Announcements.class
                ? new NotAnnounced("turned away")
                : new Fault("turned away");
    }

    private static Object replyLost(Class<?> port, Method method) {
        if (isSend(port, method)) {
            return new Handover.NoAnswer("reply lost");
        }
        throw port == Announcements.class
                ? new NotAnnounced("reply lost")
                : new Fault("reply lost");
    }

    private static boolean isSend(Class<?> port, Method method) {
        return port == Postman.class && method.getReturnType() == Handover.class;
    }

    /// The arguments with half of a batch of queue messages; null if the call is not such a batch.
    private static Object @Nullable [] halfOf(Class<?> port, Object[] arguments) {
        if (port != PingQueue.class) {
            return null;
        }
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof List<?> batch && batch.size() > 1) {
                Object[] half = arguments.clone();
                half[i] = batch.subList(0, batch.size() / 2);
                return half;
            }
        }
        return null;
    }

    private @Nullable Object really(Object twin, Method method, Object[] arguments)
            throws Throwable {
        @Nullable Object answer = PortProxy.call(twin, method, arguments);
        if (arguments.length > 0 && arguments[0] instanceof OutgoingMail mail) {
            onTheWay.add(mail.id());
        }
        if (Boolean.TRUE.equals(answer)
                && arguments.length == 2
                && arguments[1] instanceof Delivery row
                && row.sending() == Delivery.Sending.ACCEPTED) {
            onTheWay.remove(row.id());
        }
        return answer;
    }

    private static boolean isConcurrent() {
        return Thread.currentThread().getName().startsWith("concurrent-")
                || StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                        .walk(frames ->
                                frames.anyMatch(
                                        frame -> frame.getDeclaringClass() == Concurrently.class));
    }

    private record Made(CallSite site, boolean concurrent) {}
}
