package app.prtosales.audit;

import app.prtosales.delivery.OutgoingMail;

/// Writes the emails of the audit.
@FunctionalInterface
public interface AuditMailWriter {

    OutgoingMail write(AuditMail request);
}
