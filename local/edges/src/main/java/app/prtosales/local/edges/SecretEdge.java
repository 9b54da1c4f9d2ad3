package app.prtosales.local.edges;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Secrets Manager: every secret of the stack has the same fixed local value, so that links in
/// sample events stay valid.
final class SecretEdge implements EdgeService {

    /// Not a secret: it signs links on one machine only.
    static final String LOCAL_VALUE = "local-link-key-not-a-secret-0123456789abcdefghijklm";

    static final String LOCAL_VERSION = "00000000-0000-4000-8000-000000000001";

    private final List<String> arns;

    SecretEdge(List<String> arns) {
        this.arns = List.copyOf(arns);
    }

    @Override
    public EdgeReply answer(EdgeRequest request) throws Json.MalformedJson {
        if (!request.operation().equals("GetSecretValue")) {
            return EdgeReply.error(
                    400,
                    "UnknownOperationException",
                    request.operation() + " is not supported here");
        }
        Map<String, Object> body = Json.object(request.body());
        String asked = Json.string(body.get("SecretId"));
        String name = LocalStack.nameIn(asked);
        String arn =
                arns.stream()
                        .filter(each -> LocalStack.nameIn(each).equals(name))
                        .findFirst()
                        .orElse("");
        if (arn.isEmpty()) {
            return notFound("Secrets Manager can't find the specified secret.");
        }
        String stage = Json.string(body.getOrDefault("VersionStage", "AWSCURRENT"));
        String version = Json.string(body.getOrDefault("VersionId", LOCAL_VERSION));
        if (!stage.equals("AWSCURRENT")) {
            return notFound(
                    "Secrets Manager can't find the specified secret value for staging label: "
                            + stage);
        }
        if (!version.equals(LOCAL_VERSION)) {
            return notFound(
                    "Secrets Manager can't find the specified secret value for VersionId: "
                            + version);
        }
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("ARN", arn);
        value.put("Name", name);
        value.put("VersionId", LOCAL_VERSION);
        value.put("SecretString", LOCAL_VALUE);
        value.put("VersionStages", List.of("AWSCURRENT"));
        return EdgeReply.json11(value);
    }

    private static EdgeReply notFound(String message) {
        return EdgeReply.error(400, "ResourceNotFoundException", message);
    }
}
