package app.prtosales.placement;

/// A submission that passed every check and can become a placement.
public record Draft(
        Story story,
        Note note,
        Publication publication,
        Forwardability forwardability,
        boolean backfill) {}
