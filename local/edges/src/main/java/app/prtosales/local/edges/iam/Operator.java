package app.prtosales.local.edges.iam;

/// How a condition compares a value of the request with a value of the policy.
enum Operator {
    STRING_EQUALS("StringEquals", Way.EXACTLY, false),
    STRING_NOT_EQUALS("StringNotEquals", Way.EXACTLY, true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Way.IN_ANY_CASE, false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Way.IN_ANY_CASE, true),
    STRING_LIKE("StringLike", Way.BY_WILDCARDS, false),
    STRING_NOT_LIKE("StringNotLike", Way.BY_WILDCARDS, true),
    // IAM treats ArnEquals as ArnLike.
    ARN_EQUALS("ArnEquals", Way.AS_ARN, false),
    ARN_NOT_EQUALS("ArnNotEquals", Way.AS_ARN, true),
    ARN_LIKE("ArnLike", Way.AS_ARN, false),
    ARN_NOT_LIKE("ArnNotLike", Way.AS_ARN, true),
    BOOL("Bool", Way.IN_ANY_CASE, false);

    private final String word;
    private final Way way;
    private final boolean negated;

    Operator(String word, Way way, boolean negated) {
        this.word = word;
        this.way = way;
        this.negated = negated;
    }

    private enum Way {
        EXACTLY,
        IN_ANY_CASE,
        BY_WILDCARDS,
        AS_ARN
    }

    /// @throws UnreadablePolicy when the operator is not supported here
    static Operator named(String word) {
        for (Operator each : values()) {
            if (each.word.equals(word)) {
                return each;
            }
        }
        throw new UnreadablePolicy("the condition operator " + word + " is not supported here");
    }

    /// Whether the operator requires values to differ; a negated operator holds when the key is
    /// absent.
    boolean isNegated() {
        return negated;
    }

    boolean equal(String wanted, String given) {
        return switch (way) {
            case EXACTLY -> wanted.equals(given);
            case IN_ANY_CASE -> wanted.equalsIgnoreCase(given);
            case BY_WILDCARDS -> Glob.of(wanted).matches(given);
            case AS_ARN -> ArnPattern.of(wanted).matches(given);
        };
    }
}
