package app.prtosales.aws;

/// The function is misconfigured: an environment variable is missing or invalid.
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConfigurationException(String message) {
        super(message);
    }
}
