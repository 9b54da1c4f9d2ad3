package app.prtosales.response;

import app.prtosales.id.SequenceId;
import java.util.Arrays;

/// Where a placement belongs if the sequence's owner says it does not belong in the sequence.
public sealed interface BetterPlace {

    /// The form value, which is also the stored value.
    String written();

    /// In another sequence, whose owner is then asked.
    record OtherSequence(SequenceId id) implements BetterPlace {

        @Override
        public String written() {
            return id.value();
        }
    }

    /// Only on one of our own pages, which is never a Yes (R2.3).
    enum OwnPage implements BetterPlace {
        PRESS_PAGE("~press-page"),
        SOCIAL_MEDIA("~social-media");

        /// Starts with a character that no sequence's id can start with.
        private final String written;

        OwnPage(String written) {
            this.written = written;
        }

        @Override
        public String written() {
            return written;
        }
    }

    /// @param written not blank
    static BetterPlace read(String written) {
        return Arrays.stream(OwnPage.values())
                .filter(page -> page.written.equals(written))
                .<BetterPlace>map(page -> page)
                .findFirst()
                .orElseGet(() -> new OtherSequence(new SequenceId(written)));
    }
}
