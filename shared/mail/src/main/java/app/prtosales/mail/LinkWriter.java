package app.prtosales.mail;

import app.prtosales.link.Link;

/// Turns a link into a URL for an email.
@FunctionalInterface
public interface LinkWriter {

    /// The complete signed URL, `https://…/r/…`.
    String url(Link link);
}
