package app.prtosales.local.edges;

/// A call to one of the endpoints, reduced to what the endpoints look at.
///
/// @param operation the part of `X-Amz-Target` after the dot, or empty
record EdgeRequest(String method, String path, String operation, String body) {}
