package app.prtosales.local.edges;

/// One AWS service, limited to the operations that the functions call.
interface EdgeService {

    EdgeReply answer(EdgeRequest request) throws Json.MalformedJson;
}
