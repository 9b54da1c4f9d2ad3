package app.prtosales.directory;

/// What a row stores in addition to the visible columns, mostly dates. No upload can set these
/// columns, and no export shows them.
enum HiddenColumn {
    /// For a rep: the times on the team, as intervals.
    TEAM("_team"),

    /// Marks the remainder of a row that was removed from its list; for a rep or an account, with
    /// the time of the removal.
    GONE("_gone"),

    /// In addition to [#GONE], for a rep who was deleted: when.
    DELETED("_deleted"),

    /// For a removed rep: the ids of the rep's mailboxes, used for a while to recognize the rep.
    MAILBOXES("_mailboxes"),

    /// For a rep or an account: earlier ids, latest first.
    EARLIER_IDS("_earlierIds"),

    /// For a rep who is stored under a different id than the uploaded list has: the id in that
    /// list.
    SENT_AS("_sentAs"),

    /// For the agreement: when the first one took effect.
    AGREED_SINCE("_agreedSince"),

    /// For a sequence: since when it has had its status or, if it was removed from the list, when
    /// that happened.
    STATUS_SINCE("_statusSince"),

    /// For a sequence: since when it has had its owner, if there was another one before.
    OWNER_SINCE("_ownerSince"),

    /// For a sequence: its former stages, each with when it was removed.
    STAGES_GONE("_stagesGone"),

    /// For a rep in rows of older versions, instead of [#TEAM]: when the rep joined.
    SINCE("_since"),

    /// In addition to [#SINCE]: when the rep left.
    UNTIL("_until");

    private static final String PREFIX = "_";

    private final String stored;

    HiddenColumn(String stored) {
        this.stored = stored;
    }

    /// The column's name in the table.
    String stored() {
        return stored;
    }

    /// Whether a column is hidden, or could be mistaken for a hidden one.
    static boolean isOne(String column) {
        return column.startsWith(PREFIX);
    }
}
