package app.prtosales.audit;

import app.prtosales.delivery.OutgoingMail;
import app.prtosales.directory.Agreement;

/// Writes the weekly email.
public interface AuditMailWriter {

    /// @param address one of the agreement's leadership addresses
    OutgoingMail weekly(WeekAudit week, Agreement agreement, String address);
}
