package app.prtosales.local.edges.iam;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One access that IAM is asked about.
///
/// @param action such as `dynamodb:PutItem`
/// @param resource the resource's ARN, or `*` for actions without one
/// @param context the condition keys that the service sets, with their values
public record AccessRequest(String action, String resource, Map<String, List<String>> context) {

    public AccessRequest {
        Map<String, List<String>> copy = new LinkedHashMap<>();
        context.forEach((key, values) -> copy.put(key, List.copyOf(values)));
        context = copy;
    }

    /// A request without a context.
    public static AccessRequest of(String action, String resource) {
        return new AccessRequest(action, resource, Map.of());
    }

    /// This request with one more condition key.
    public AccessRequest with(String key, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(context);
        more.put(key, values);
        return new AccessRequest(action, resource, more);
    }

    /// The values of a condition key, whose name is not case-sensitive; empty if the key is absent.
    List<String> valuesOf(String key) {
        for (Map.Entry<String, List<String>> each : context.entrySet()) {
            if (each.getKey().equalsIgnoreCase(key)) {
                return each.getValue();
            }
        }
        return List.of();
    }
}
