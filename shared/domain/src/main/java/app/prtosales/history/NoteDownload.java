package app.prtosales.history;

import java.time.InstantSource;

/// Records who downloaded what, because a downloaded file leaves the product's control (R5.10).
public final class NoteDownload {

    /// The text of a download's history entry.
    public static final String DOWNLOADED = "downloaded as a file";

    private final History history;
    private final People people;
    private final InstantSource clock;

    public NoteDownload(History history, People people, InstantSource clock) {
        this.history = history;
        this.people = people;
        this.clock = clock;
    }

    /// @param subject what was downloaded, such as `directory-reps` or `audit-2026-W48`
    public void note(String subject, Person by) {
        people.remember(by);
        history.note(new HistoryEntry(subject, clock.instant(), by.id(), DOWNLOADED, null));
    }
}
