package app.prtosales.functions.pagereader;

import java.net.UnknownHostException;

/// The name resolves to an address outside the public internet.
final class NotPublicException extends UnknownHostException {

    private static final long serialVersionUID = 1L;

    NotPublicException(String host) {
        super(host);
    }
}
