package app.prtosales.local.edges;

import app.prtosales.local.edges.iam.AccessRequest;
import java.util.List;

/// What a service asks IAM before it does what a call wants; all of it must be allowed.
///
/// Where it is not known which of two things AWS asks, both are in the list: what passes here
/// passes either way.
interface NeededAccess {

    List<AccessRequest> of(EdgeRequest call) throws Json.MalformedJson;
}
