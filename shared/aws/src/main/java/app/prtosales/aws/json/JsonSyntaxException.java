package app.prtosales.aws.json;

/// Text is not the expected JSON. The message says why and, if known, where, without quoting the
/// text.
public final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JsonSyntaxException(String message) {
        super(message);
    }
}
