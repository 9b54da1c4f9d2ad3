package app.prtosales.directory;

import static app.prtosales.directory.Column.Kind.FLAG;
import static app.prtosales.directory.Column.Kind.LIST;
import static app.prtosales.directory.Column.Kind.TEXT;

/// The roster's columns, in the order of an export. [Rows] reads them and [RowChecks] checks them.
public final class RosterColumns {

    /// Set by us: which of a rep's addresses are on hold, and why. In an upload, only `ok` has a
    /// meaning: the addresses work again.
    public static final String MAIL_HEALTH = "mailHealth";

    static final String SECOND_EMAIL = "secondEmail";

    private RosterColumns() {}

    static Column[] all() {
        return new Column[] {
            new Column("id", TEXT, true),
            new Column("name", TEXT, true),
            new Column("email", TEXT, true),
            new Column(SECOND_EMAIL, TEXT, false),
            new Column("zone", TEXT, true),
            new Column("segments", LIST, false),
            new Column("manager", TEXT, false),
            new Column("employment", TEXT, false),
            new Column("active", FLAG, false),
            new Column(MAIL_HEALTH, TEXT, false)
        };
    }
}
