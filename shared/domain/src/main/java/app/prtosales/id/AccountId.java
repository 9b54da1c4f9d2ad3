package app.prtosales.id;

/// Identifies an account, either a customer or a prospect. The id comes from ops' list of accounts
/// and may or may not match the CRM's. Its format is checked when a list is uploaded, never when
/// stored data is read.
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
