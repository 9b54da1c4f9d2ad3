package app.prtosales.page;

import java.net.URI;

/// A URL as it appears on a page or in a redirect, which may be relative (RFC 3986, 4.1).
public final class UrlReference {

    private UrlReference() {}

    /// The reference resolved against a URL. [URI#resolve] alone would drop the last segment of the
    /// path before a reference that is only a query (RFC 3986, 5.2.2).
    ///
    /// @throws IllegalArgumentException if it is not a URL reference
    public static URI resolve(URI base, String reference) {
        return reference.startsWith("?")
                ? URI.create(base.toString().split("[?#]", 2)[0] + reference)
                : base.resolve(reference);
    }
}
