package app.prtosales.aws.json;

/// A text is not the expected JSON. The message says where and why, without quoting the text.
public final class JsonSyntaxException extends RuntimeException {

    private static final long serialVersionUID = 1;

    JsonSyntaxException(String message) {
        super(message);
    }
}
