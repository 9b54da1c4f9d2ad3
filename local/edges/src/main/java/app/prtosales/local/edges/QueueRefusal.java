package app.prtosales.local.edges;

/// A call that SQS would refuse.
final class QueueRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String type;

    QueueRefusal(String type, String message) {
        super(message);
        this.type = type;
    }

    EdgeReply reply() {
        return EdgeReply.error(400, type, String.valueOf(getMessage()));
    }

    /// The error's name without its namespace.
    String code() {
        return type.substring(type.indexOf('#') + 1);
    }

    static QueueRefusal invalid(String message) {
        return new QueueRefusal("com.amazonaws.sqs#InvalidParameterValue", message);
    }
}
