package app.prtosales.notice;

/// Tells ops that a weekly mail has not gone out; which one, and whether, the audit knows (R4.7).
@FunctionalInterface
public interface LateAudit {

    void tell();
}
