package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import app.prtosales.local.edges.iam.Decision;
import app.prtosales.local.edges.iam.Role;
import app.prtosales.local.edges.iam.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Checks each call against the role of the calling function, returns AWS's denial when the role
/// does not allow it, and records the call.
final class CallGuard {

    private final Map<String, Role> roles;
    private final Map<AwsService, NeededAccess> needed;
    private final Consumer<Refusal> refusals;
    private final Optional<CallRecord> record = CallRecord.asked();

    /// @param roles the role of each function
    CallGuard(
            Map<String, Role> roles,
            Map<AwsService, NeededAccess> needed,
            Consumer<Refusal> refusals) {
        this.roles = Map.copyOf(roles);
        this.needed = Map.copyOf(needed);
        this.refusals = refusals;
    }

    /// A guard that allows everything and reports nothing.
    static CallGuard none() {
        return new CallGuard(Map.of(), Map.of(), refusal -> {});
    }

    /// Whether the template has this function.
    boolean knows(String function) {
        return roles.containsKey(function);
    }

    /// Whether calls that come from no function must be recorded too.
    boolean recordsAll() {
        return record.isPresent();
    }

    /// The denial that AWS would return, or empty if the caller may do this.
    ///
    /// @param function the calling function; null for a call from outside, which may do anything
    Optional<EdgeReply> refuse(@Nullable String function, AwsService service, EdgeRequest call)
            throws Json.MalformedJson {
        NeededAccess wanted = needed.get(service);
        Role role = function == null ? null : roles.get(function);
        List<AccessRequest> asked = wanted == null || role == null ? List.of() : wanted.of(call);
        Map<AccessRequest, Decision> decisions = new LinkedHashMap<>();
        for (AccessRequest each : asked) {
            decisions.put(each, Objects.requireNonNull(role).decide(each));
        }
        Optional<Map.Entry<AccessRequest, Decision>> denied =
                decisions.entrySet().stream()
                        .filter(each -> !(each.getValue() instanceof Decision.Allowed))
                        .findFirst();
        if (record.isPresent()) {
            record.get().add(line(function, service, call, decisions, denied.isEmpty()));
        }
        if (denied.isEmpty() || role == null || function == null) {
            return Optional.empty();
        }
        AccessRequest request = denied.get().getKey();
        String message = service.denial(caller(role, function), request, denied.get().getValue());
        refusals.accept(new Refusal(Refusal.Kind.DENIED, function, request.action(), message));
        return Optional.of(service.denied(message));
    }

    /// Reports that the service rejected what the function sent.
    void reportRefused(@Nullable String function, String action, String why) {
        if (function != null) {
            refusals.accept(new Refusal(Refusal.Kind.REFUSED, function, action, why));
        }
    }

    /// The ARN by which AWS names the caller: the function's assumed role.
    private static String caller(Role role, String function) {
        return "arn:aws:sts::%s:assumed-role/%s/%s"
                .formatted(LocalStack.ACCOUNT, role.name(), function);
    }

    private static Map<String, Object> line(
            @Nullable String function,
            AwsService service,
            EdgeRequest call,
            Map<AccessRequest, Decision> decisions,
            boolean allowed)
            throws Json.MalformedJson {
        List<Object> access = new ArrayList<>();
        List<Object> statements = new ArrayList<>();
        decisions.forEach((request, decision) -> {
            Map<String, Object> asked = new LinkedHashMap<>();
            asked.put("action", request.action());
            asked.put("resource", request.resource());
            asked.put("context", request.context());
            access.add(asked);
            if (decision instanceof Decision.Allowed by) {
                for (Statement statement : by.by()) {
                    Map<String, Object> allowing = new LinkedHashMap<>();
                    allowing.put("sid", statement.sid());
                    allowing.put("action", request.action());
                    allowing.put("resource", request.resource());
                    if (!statements.contains(allowing)) {
                        statements.add(allowing);
                    }
                }
            }
        });
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("function", function);
        line.put("service", service.name().toLowerCase(Locale.ROOT));
        line.put("operation", call.operation());
        line.put("allowed", allowed);
        line.put("statements", statements);
        line.put("access", access);
        line.put("input", service.input(call));
        return line;
    }
}
