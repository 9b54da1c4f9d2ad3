package app.prtosales.response;

/// The fields of the forms behind the links in mails, and the answers that a form offers.
public final class FormFields {

    /// The choice that a form asks for, so that a scanner that presses its button records nothing.
    public static final String CHOICE = "choice";

    public static final String READ = "read";

    public static final String NOT_YET = "not-yet";

    public static final String REMOVED = "removed";

    /// In the place of a stage: the owner does not put it into the sequence.
    public static final String NOT_HERE = "~not-here";

    /// The field with the key of what is to be taken back.
    public static final String UNDO = "undo";

    public static final String ACCOUNT = "account";

    public static final String CHAMPION = "champion";

    /// In characters.
    static final int MAXIMUM_CHAMPION = 120;

    private FormFields() {}
}
