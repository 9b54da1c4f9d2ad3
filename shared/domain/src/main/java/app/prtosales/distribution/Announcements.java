package app.prtosales.distribution;

import app.prtosales.placement.Placement;

/// What we tell the rest of the company's systems, on our own event bus.
public interface Announcements {

    /// The placement is accepted and public: its distribution begins. The fast path; should it be
    /// lost, the timer starts the distribution.
    void accepted(Placement placement);
}
