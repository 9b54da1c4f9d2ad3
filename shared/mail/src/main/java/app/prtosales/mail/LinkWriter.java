package app.prtosales.mail;

import app.prtosales.link.Link;

/// Turns what a link is good for into an address that a mail can carry.
@FunctionalInterface
public interface LinkWriter {

    /// The whole address, `https://…/r/…`, signed.
    String url(Link link);
}
