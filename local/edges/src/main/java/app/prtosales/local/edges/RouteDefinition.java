package app.prtosales.local.edges;

/// A route of the HTTP API.
///
/// @param method in capitals, or `ANY`
/// @param path with `{name}` and `{name+}` for path parameters, or `$default`
/// @param authorized whether the route requires a token
public record RouteDefinition(String function, String method, String path, boolean authorized) {

    /// The route as the HTTP API names it: `GET /placements/{id}`.
    public String key() {
        return path.equals("$default") ? path : method + " " + path;
    }
}
