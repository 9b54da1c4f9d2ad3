package app.prtosales.directory;

/// What is kept in a row beside the columns that people see and send: when things became so. No
/// upload can set it, and no export shows it.
enum HiddenColumn {
    /// Of a rep: when they were on the team, as intervals.
    TEAM("_team"),

    /// Set on what is left of a row that was taken off its list.
    GONE("_gone"),

    /// Set beside [#GONE] on what is left of a rep who was deleted: when.
    DELETED("_deleted"),

    /// Of such a rep: the ids of their mailboxes, by which they are recognized.
    MAILBOXES("_mailboxes"),

    /// Of a rep: the ids that they had before, latest first.
    EARLIER_IDS("_earlierIds"),

    /// Of the agreement: when the first one took effect.
    AGREED_SINCE("_agreedSince"),

    /// Of a sequence: since when it has its status or, once it is off the list, since when it is
    /// gone.
    STATUS_SINCE("_statusSince"),

    /// Of a sequence: since when it has its owner, if it had another one before.
    OWNER_SINCE("_ownerSince"),

    /// Of a sequence: the stages that it had, each with when it was removed.
    STAGES_GONE("_stagesGone"),

    /// Of a rep in rows of earlier versions, instead of [#TEAM]: when they joined.
    SINCE("_since"),

    /// Beside [#SINCE]: when they left.
    UNTIL("_until");

    private static final String PREFIX = "_";

    private final String stored;

    HiddenColumn(String stored) {
        this.stored = stored;
    }

    /// Its name in the table.
    String stored() {
        return stored;
    }

    /// Whether a column is hidden, or would pass for one.
    static boolean isOne(String column) {
        return column.startsWith(PREFIX);
    }
}
