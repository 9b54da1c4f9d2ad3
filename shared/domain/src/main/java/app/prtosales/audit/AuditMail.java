package app.prtosales.audit;

import app.prtosales.delivery.DeliveryId;
import app.prtosales.delivery.MailKind;
import app.prtosales.directory.Agreement;
import app.prtosales.history.Person;
import java.time.Instant;

/// A request to write one of the audit's emails.
public sealed interface AuditMail {

    DeliveryId id();

    /// The recipient's address.
    String to();

    /// The weekly email (R4.3).
    ///
    /// @param to one of the agreement's leadership addresses
    record Weekly(WeeklyReport week, Agreement agreement, String to) implements AuditMail {

        @Override
        public DeliveryId id() {
            return id(week.week(), to);
        }

        static DeliveryId id(AuditWeek week, String to) {
            return new DeliveryId("audit-" + week, Person.idOf(to), MailKind.AUDIT);
        }
    }

    /// Tells ops that a week's email has not gone out (R4.7).
    ///
    /// @param dueAt when it should have gone out
    record Late(AuditWeek week, Instant dueAt, Agreement agreement, String to)
            implements AuditMail {

        @Override
        public DeliveryId id() {
            return new DeliveryId("audit-" + week, Person.idOf(to), MailKind.AUDIT_LATE);
        }
    }
}
