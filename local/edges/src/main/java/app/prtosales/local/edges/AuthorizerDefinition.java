package app.prtosales.local.edges;

import java.util.List;

/// The HTTP API's JWT authorizer: whose tokens it takes, and for whom they must be.
public record AuthorizerDefinition(String issuer, List<String> audience) {

    public AuthorizerDefinition {
        audience = List.copyOf(audience);
    }
}
