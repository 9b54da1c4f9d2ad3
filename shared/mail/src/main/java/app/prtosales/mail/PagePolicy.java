package app.prtosales.mail;

/// The content security policy of the pages behind links: their own style and nothing else, no
/// script, no frame around them.
final class PagePolicy {

    private static final String POLICY =
            "default-src 'none'; style-src '%s'; form-action %s; frame-ancestors 'none'; base-uri 'none'";

    private PagePolicy() {}

    /// @param style the hash of the page's style
    static String withoutForm(String style) {
        return POLICY.formatted(style, "'none'");
    }

    /// A form goes to the page itself.
    ///
    /// @param style the hash of the page's style
    static String withForm(String style) {
        return POLICY.formatted(style, "'self'");
    }
}
