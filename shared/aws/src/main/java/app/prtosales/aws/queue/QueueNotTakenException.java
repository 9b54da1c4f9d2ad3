package app.prtosales.aws.queue;

/// SQS did not accept all messages of a batch, even after several attempts.
public final class QueueNotTakenException extends RuntimeException {

    private static final long serialVersionUID = 1;

    QueueNotTakenException(String message) {
        super(message);
    }

    QueueNotTakenException(String message, Throwable cause) {
        super(message, cause);
    }
}
