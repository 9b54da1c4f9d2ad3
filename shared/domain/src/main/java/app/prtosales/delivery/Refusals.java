package app.prtosales.delivery;

/// Is called for each email that the mail system did not accept, so that somebody is notified
/// (R1.12, I13). It may be called several times for the same email.
public interface Refusals {

    /// For callers who act on the result themselves.
    Refusals LEFT_TO_THE_CALLER =
            new Refusals() {
                @Override
                public void refused(DeliveryId mail, String why) {}

                @Override
                public void barred(DeliveryId mail, String why) {}
            };

    /// The mail system permanently refused this email.
    void refused(DeliveryId mail, String why);

    /// The mail system accepts nothing from us until a person fixes something; the email waits.
    void barred(DeliveryId mail, String why);
}
