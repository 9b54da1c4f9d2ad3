package app.prtosales.audit;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Agreement;
import java.time.Instant;

/// Writes the weekly email.
public interface AuditMailWriter {

    /// @param address one of the agreement's leadership addresses
    OutgoingMail weekly(WeeklyReport week, Agreement agreement, String address);

    /// To ops: the mail about a week has not gone out (R4.7).
    ///
    /// @param dueAt when it should have
    OutgoingMail late(
            DeliveryId id, AuditWeek week, Instant dueAt, Agreement agreement, String opsAddress);
}
