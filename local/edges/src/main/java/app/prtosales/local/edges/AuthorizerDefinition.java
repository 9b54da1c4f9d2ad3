package app.prtosales.local.edges;

import java.util.List;

/// The HTTP API's JWT authorizer: the issuer and the audiences whose tokens it accepts.
public record AuthorizerDefinition(String issuer, List<String> audience) {

    public AuthorizerDefinition {
        audience = List.copyOf(audience);
    }
}
