package app.prtosales.local.edges;

/// One AWS service, as far as the functions call it.
interface EdgeService {

    EdgeReply answer(EdgeRequest request) throws Json.MalformedJson;
}
