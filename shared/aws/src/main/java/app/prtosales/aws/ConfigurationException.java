package app.prtosales.aws;

/// The function is set up wrongly: an environment variable is missing or means nothing.
public final class ConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ConfigurationException(String message) {
        super(message);
    }
}
