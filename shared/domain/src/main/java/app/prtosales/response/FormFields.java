package app.prtosales.response;

/// The fields of the forms behind the links in mails, and the answers that a form offers.
public final class FormFields {

    /// [#READ], [#REMOVED] or [#NOT_YET]: a choice that nothing makes beforehand, so that a scanner
    /// that presses the button records nothing.
    public static final String CHOICE = "choice";

    public static final String READ = "read";
    public static final String NOT_YET = "not-yet";
    public static final String REMOVED = "removed";

    /// An account's id, or [#OTHER]; then [#ACCOUNT_NAME] has its name.
    public static final String ACCOUNT = "account";

    public static final String OTHER = "other";
    public static final String ACCOUNT_NAME = "accountName";

    /// In which way it was used: a word of [How].
    public static final String HOW = "how";

    public static final String CHAMPION = "champion";

    /// A stage of the sequence, or [#NOT_HERE].
    public static final String STAGE = "stage";

    /// In the place of a stage: the owner does not put it into the sequence. Should a sequence have
    /// a stage of that name, the stage is meant.
    public static final String NOT_HERE = "~not-here";

    public static final String REASON = "reason";

    /// Where it belongs instead, as [Elsewhere] writes it.
    public static final String ELSEWHERE = "elsewhere";

    /// What is wrong about a rep.
    public static final String WHAT = "what";

    /// The key of what is to be taken back.
    public static final String UNDO = "undo";

    /// The button that has a new link mailed in the place of one that has expired.
    public static final String RENEW = "renew";

    /// In characters.
    static final int MAXIMUM_CHAMPION = 120;

    /// In characters.
    static final int MAXIMUM_REASON = 500;

    private FormFields() {}
}
