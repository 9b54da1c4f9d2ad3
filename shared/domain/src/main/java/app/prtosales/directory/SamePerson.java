package app.prtosales.directory;

/// A person on a new list of reps, or an account on a new list of accounts, known under another id.
///
/// @param before the id on the current list
/// @param after the id on the new list
/// @param name the name on the new list
public record SamePerson(String before, String after, String name, Why why) {

    /// What the two rows have in common.
    public enum Why {
        ADDRESS("same address"),
        NAME("same name");

        private final String words;

        Why(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }
}
