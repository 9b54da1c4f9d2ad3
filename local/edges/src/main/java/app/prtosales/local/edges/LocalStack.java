package app.prtosales.local.edges;

import java.util.Map;

/// What CloudFormation would know of the stack that it deploys: here, what the local one is called
/// and where its edges are.
///
/// @param edges the URL of the one endpoint for all of AWS
/// @param parameters values for the template's parameters, over their defaults
public record LocalStack(String edges, Map<String, String> parameters) {

    /// The account of everything local.
    public static final String ACCOUNT = "000000000000";

    /// The region of everything local.
    public static final String REGION = "us-east-1";

    /// The stack's name, with which the names of its resources begin.
    public static final String NAME = "pr-to-sales";

    /// The alias behind which SAM publishes each function.
    public static final String ALIAS = "live";

    /// What the path of a function's own endpoint begins with.
    static final String OF_FUNCTION = "/as/";

    public LocalStack {
        parameters = Map.copyOf(parameters);
    }

    /// The endpoint for all of AWS that a function calls, by which it is known that it is that one.
    String edgesOf(String function) {
        return edges + OF_FUNCTION + function;
    }

    /// An ARN of the local account.
    public static String arn(String service, String resource) {
        return "arn:aws:%s:%s:%s:%s".formatted(service, REGION, ACCOUNT, resource);
    }

    /// An ARN of IAM, which knows no region.
    static String iam(String resource) {
        return "arn:aws:iam::%s:%s".formatted(ACCOUNT, resource);
    }

    /// The last part of an ARN or a queue's URL: the name.
    public static String nameIn(String arnOrUrl) {
        return arnOrUrl.substring(
                Math.max(arnOrUrl.lastIndexOf(':'), arnOrUrl.lastIndexOf('/')) + 1);
    }
}
