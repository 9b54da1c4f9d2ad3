package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import java.util.List;

/// What a service checks with IAM before it serves a call; all of it must be allowed.
///
/// Where AWS does not document which of two checks it makes, the list has both, so that every call
/// allowed here is allowed in AWS.
interface NeededAccess {

    List<AccessRequest> of(EdgeRequest call) throws Json.MalformedJson;
}
