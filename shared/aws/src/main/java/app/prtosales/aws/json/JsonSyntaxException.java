package app.prtosales.aws.json;

/// A text is not the JSON we read. The message says where and why, and quotes nothing of it.
public final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JsonSyntaxException(String message) {
        super(message);
    }
}
