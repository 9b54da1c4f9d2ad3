package app.prtosales.notice;

/// Tells ops that a weekly email has not gone out; the audit decides whether one is late, and which
/// (R4.7).
@FunctionalInterface
public interface LateAudit {

    void tell();
}
