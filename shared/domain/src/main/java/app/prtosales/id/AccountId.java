package app.prtosales.id;

/// Names an account, a customer or one to be won: ops' list of accounts says it, as the CRM does or
/// otherwise. What it may be made of is checked when a list comes in, never when something stored
/// is read.
public record AccountId(String value) implements Comparable<AccountId> {

    public AccountId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("not an account's id");
        }
    }

    @Override
    public int compareTo(AccountId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
