package app.prtosales.local.edges;

import java.util.Map;

/// What CloudFormation would know about the stack it deploys: here, the stack's name and the URL of
/// its edges.
///
/// @param edges the URL of the one endpoint for all of AWS
/// @param parameters values for the template's parameters, over their defaults
public record LocalStack(String edges, Map<String, String> parameters) {

    /// The local account id.
    public static final String ACCOUNT = "000000000000";

    /// The local region.
    public static final String REGION = "us-east-1";

    /// The stack's name, which prefixes the names of its resources.
    public static final String NAME = "pr-to-sales";

    /// The alias that SAM publishes for each function.
    public static final String ALIAS = "live";

    /// The path prefix of a function's own endpoint.
    static final String OF_FUNCTION = "/as/";

    public LocalStack {
        parameters = Map.copyOf(parameters);
    }

    /// The AWS endpoint of one function; its path identifies the caller.
    String edgesOf(String function) {
        return edges + OF_FUNCTION + function;
    }

    /// An ARN in the local account.
    public static String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, REGION, ACCOUNT, resource);
    }

    /// An IAM ARN, which has no region.
    static String iam(String resource) {
        return "arn:aws:iam::%s:%s".formatted(ACCOUNT, resource);
    }

    /// The name at the end of an ARN or queue URL.
    public static String nameIn(String arnOrUrl) {
        return arnOrUrl.substring(
                Math.max(arnOrUrl.lastIndexOf(':'), arnOrUrl.lastIndexOf('/')) + 1);
    }
}
