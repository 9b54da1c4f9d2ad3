package app.prtosales.history;

import java.time.InstantSource;

/// Keeps who downloaded what: what leaves as a file is out of the product's hands (R5.10).
public final class NoteDownload {

    /// What an entry about a download says.
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
