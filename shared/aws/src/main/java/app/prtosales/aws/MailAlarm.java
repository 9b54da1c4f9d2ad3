package app.prtosales.aws;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.mailing.NotifyOfRefusals;
import java.util.Map;

/// Logs a refused email that no other email can report. The alarm `MailRefusedAlarm` counts these
/// lines.
public final class MailAlarm implements NotifyOfRefusals.Alarm {

    /// The line that the alarm's metric filter looks for.
    public static final String LINE = "SES refuses our emails";

    private final Log log;

    public MailAlarm(Log log) {
        this.log = log;
    }

    @Override
    public void ring(DeliveryId mail, String why) {
        log.error(LINE, Map.of("placement", mail.subject(), "delivery", mail, "why", why));
    }
}
