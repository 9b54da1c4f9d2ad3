package app.prtosales.directory;

/// Somebody on a new list of reps who looks like one on the list in force under another id.
///
/// @param before the id until now
/// @param after the id on the new list
/// @param name as the new list has it
public record SamePerson(String before, String after, String name, Why why) {

    /// What the two have in common.
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
