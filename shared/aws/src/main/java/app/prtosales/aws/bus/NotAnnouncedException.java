package app.prtosales.aws.bus;

/// EventBridge answered, and did not take the event.
public final class NotAnnouncedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotAnnouncedException(String message) {
        super(message);
    }
}
