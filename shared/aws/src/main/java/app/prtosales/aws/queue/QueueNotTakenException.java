package app.prtosales.aws.queue;

/// SQS did not take all messages of a batch, though it was asked several times.
public final class QueueNotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueueNotTakenException(String message) {
        super(message);
    }

    QueueNotTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
