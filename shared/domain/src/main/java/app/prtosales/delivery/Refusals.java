package app.prtosales.delivery;

/// Hears of each single email that the mail system did not accept, so that somebody is told (R1.12,
/// I13). It may hear of the same email several times.
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
