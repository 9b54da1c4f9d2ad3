package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// The IAM checks that SES makes for an email: on the sender's identity and on the configuration
/// set, and in the sandbox on each recipient's identity too.
///
/// The identity is the address or its domain, whichever the account has verified, so both are
/// checked. AWS does not document whether `ses:FromAddress` is set when the configuration set is
/// checked, nor whether an email with attachments counts as a raw one; here too, both possibilities
/// are checked.
final class SesAccess implements NeededAccess {

    private static final String FROM_ADDRESS = "ses:FromAddress";

    private final BooleanSupplier sandbox;

    SesAccess(BooleanSupplier sandbox) {
        this.sandbox = sandbox;
    }

    @Override
    public List<AccessRequest> of(EdgeRequest call) throws Json.MalformedJson {
        if (!call.operation().equals("SendEmail")) {
            return List.of(AccessRequest.of("ses:" + call.operation(), "*"));
        }
        Map<String, Object> body = Json.object(call.body());
        Map<String, Object> content = Json.map(body.get("Content"));
        Set<AccessRequest> needed = new LinkedHashSet<>();
        if (!content.containsKey("Raw")) {
            send("ses:SendEmail", body, needed);
        }
        boolean attached = Json.map(content.get("Simple")).containsKey("Attachments");
        if (content.containsKey("Raw") || attached) {
            send("ses:SendRawEmail", body, needed);
        }
        return List.copyOf(needed);
    }

    private void send(String action, Map<String, Object> body, Set<AccessRequest> needed) {
        String from = Addresses.bare(Json.string(body.get("FromEmailAddress")));
        List<String> fromAddress = List.of(from);
        for (String identity : List.of(from, Addresses.domain(from))) {
            needed.add(identity(action, identity).with(FROM_ADDRESS, fromAddress));
        }
        String set = Json.string(body.get("ConfigurationSetName"));
        if (!set.isEmpty()) {
            AccessRequest request =
                    AccessRequest.of(action, LocalStack.arn("ses", "configuration-set/" + set));
            needed.add(request.with(FROM_ADDRESS, fromAddress));
            needed.add(request);
        }
        if (sandbox.getAsBoolean()) {
            Json.map(body.get("Destination")).values().stream()
                    .flatMap(addresses -> Json.list(addresses).stream())
                    .map(address -> Addresses.bare(Json.string(address)))
                    .forEach(address ->
                            needed.add(identity(action, address).with(FROM_ADDRESS, fromAddress)));
        }
    }

    private static AccessRequest identity(String action, String name) {
        return AccessRequest.of(action, LocalStack.arn("ses", "identity/" + name));
    }
}
