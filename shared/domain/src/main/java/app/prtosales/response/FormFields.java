package app.prtosales.response;

import app.prtosales.directory.Sequence;

/// The fields and predefined values of the forms behind the links in emails.
public final class FormFields {

    /// [#READ], [#REMOVED] or [#NOT_YET]. Nothing is preselected, so that a scanner that presses
    /// the button records nothing.
    public static final String CHOICE = "choice";

    public static final String READ = "read";
    public static final String NOT_YET = "not-yet";
    public static final String REMOVED = "removed";

    /// An account's id, or [#OTHER]; in that case [#ACCOUNT_NAME] has its name.
    public static final String ACCOUNT = "account";

    /// Starts with a character that no account's id can start with.
    public static final String OTHER = "~other";

    public static final String ACCOUNT_NAME = "accountName";

    /// How the placement was used: one of the words of [How].
    public static final String HOW = "how";

    public static final String CHAMPION = "champion";

    /// A stage of the sequence, or [#NOT_HERE].
    public static final String STAGE = "stage";

    /// Used in place of a stage if the owner does not put the placement into the sequence.
    public static final String NOT_HERE = Sequence.NO_STAGE + "not-here";

    public static final String REASON = "reason";

    /// Where the placement belongs instead, as written by [BetterPlace].
    public static final String ELSEWHERE = "elsewhere";

    /// What is wrong with the rep's record.
    public static final String WHAT = "what";

    /// The key of the response to undo.
    public static final String UNDO = "undo";

    /// The button that requests a new link in place of an expired one.
    public static final String RENEW = "renew";

    /// Maximum length in characters.
    static final int MAXIMUM_CHAMPION = 120;

    /// Maximum length in characters.
    static final int MAXIMUM_REASON = 500;

    /// Maximum length in characters.
    static final int MAXIMUM_ACCOUNT_NAME = 200;

    private FormFields() {}

    /// The maximum length of a text field in characters.
    public static int maximum(String field) {
        return switch (field) {
            case ACCOUNT_NAME -> MAXIMUM_ACCOUNT_NAME;
            case CHAMPION -> MAXIMUM_CHAMPION;
            case REASON, WHAT -> MAXIMUM_REASON;
            default -> throw new IllegalArgumentException(field + " is not a text field");
        };
    }
}
