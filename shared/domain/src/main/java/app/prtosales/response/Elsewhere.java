package app.prtosales.response;

import app.prtosales.id.SequenceId;
import java.util.Arrays;

/// Where a placement belongs that is not put into a sequence, as the sequence's owner says.
public sealed interface Elsewhere {

    /// As a form posts it, and as it is stored.
    String written();

    /// In another sequence, whose owner is then asked.
    record OtherSequence(SequenceId id) implements Elsewhere {

        @Override
        public String written() {
            return id.value();
        }
    }

    /// Only on one of our own pages, which is never a Yes (R2.3).
    enum OwnPage implements Elsewhere {
        PRESS_PAGE("~press-page"),
        SOCIAL_MEDIA("~social-media");

        /// Begins like no sequence's id can.
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
    static Elsewhere read(String written) {
        return Arrays.stream(OwnPage.values())
                .filter(page -> page.written.equals(written))
                .<Elsewhere>map(page -> page)
                .findFirst()
                .orElseGet(() -> new OtherSequence(new SequenceId(written)));
    }
}
