package app.prtosales.placement;

/// What we tell the rest of the company's systems, on our own event bus.
public interface Announcements {

    /// The placement is accepted and public: its distribution begins. The fast path; should it be
    /// lost, the timer starts the distribution.
    ///
    /// @throws NotAnnounced when the bus did not take it
    void accepted(Placement placement);

    /// The placement was changed, and mails about it are due ([Changes#pending]). The fast path, as
    /// above.
    ///
    /// @throws NotAnnounced when the bus did not take it
    void changed(Placement placement);

    /// Somebody asked for a test of a mail. For ourselves only: it is sent by another function.
    ///
    /// @param mail the id of the delivery
    /// @throws NotAnnounced when the bus did not take it
    void testAsked(String mail);

    /// The bus did not take an event. Nothing is lost with it but speed.
    final class NotAnnounced extends RuntimeException {

        private static final long serialVersionUID = 1;

        public NotAnnounced(String message, Throwable cause) {
            super(message, cause);
        }

        public NotAnnounced(String message) {
            super(message);
        }
    }
}
