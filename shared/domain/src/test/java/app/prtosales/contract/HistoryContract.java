package app.prtosales.contract;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.history.History;
import app.prtosales.history.HistoryEntry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/// The contract of [History].
public abstract class HistoryContract {

    private static final Instant AT = Instant.parse("2026-06-24T12:00:00Z");

    protected abstract History emptyHistory();

    @Test
    void entries_about_a_subject_are_found_oldest_first() {
        History history = emptyHistory();
        HistoryEntry first = downloaded("directory-reps", AT);
        HistoryEntry second = downloaded("directory-reps", AT.plusSeconds(1));

        history.note(second);
        history.note(first);
        history.note(downloaded("directory-accounts", AT));

        assertThat(history.of("directory-reps")).containsExactly(first, second);
        assertThat(history.of("directory-rules")).isEmpty();
    }

    @Test
    void i3_the_same_entry_written_twice_is_stored_once() {
        History history = emptyHistory();

        history.note(downloaded("directory-reps", AT));
        history.note(downloaded("directory-reps", AT));

        assertThat(history.of("directory-reps")).hasSize(1);
    }

    private static HistoryEntry downloaded(String subject, Instant at) {
        return new HistoryEntry(subject, at, "u-1", "downloaded as a file", null);
    }
}
