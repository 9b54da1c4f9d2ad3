package app.prtosales.placement;

/// The events we publish on our own event bus.
public interface Announcements {

    /// Announces that the placement is accepted and public, so that distribution begins. This is
    /// only the fast path: if the event is lost, the timer starts the distribution.
    ///
    /// @throws NotAnnounced if the bus did not accept the event
    void accepted(Placement placement);

    /// Announces that the placement was changed and emails about it are due ([Changes#pending]).
    /// Also only the fast path.
    ///
    /// @throws NotAnnounced if the bus did not accept the event
    void changed(Placement placement);

    /// Announces that someone asked for a test of an email. Only our own sending function listens
    /// for this.
    ///
    /// @param mail the id of the delivery
    /// @throws NotAnnounced if the bus did not accept the event
    void testAsked(String mail);

    /// The bus did not accept an event. Only speed is lost with it.
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
