package app.prtosales.local.edges.iam;

/// How a condition compares a value of the request with a value of the policy.
enum Operator {
    STRING_EQUALS("StringEquals", Comparison.EXACTLY, false),
    STRING_NOT_EQUALS("StringNotEquals", Comparison.EXACTLY, true),
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Comparison.IN_ANY_CASE, false),
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Comparison.IN_ANY_CASE, true),
    STRING_LIKE("StringLike", Comparison.BY_WILDCARDS, false),
    STRING_NOT_LIKE("StringNotLike", Comparison.BY_WILDCARDS, true),
    // IAM treats ArnEquals as ArnLike.
    ARN_EQUALS("ArnEquals", Comparison.AS_ARN, false),
    ARN_NOT_EQUALS("ArnNotEquals", Comparison.AS_ARN, true),
    ARN_LIKE("ArnLike", Comparison.AS_ARN, false),
    ARN_NOT_LIKE("ArnNotLike", Comparison.AS_ARN, true),
    BOOL("Bool", Comparison.IN_ANY_CASE, false);

    private final String word;
    private final Comparison comparison;
    private final boolean negated;

    Operator(String word, Comparison comparison, boolean negated) {
        this.word = word;
        this.comparison = comparison;
        this.negated = negated;
    }

    private enum Comparison {
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
        return switch (comparison) {
            case EXACTLY -> wanted.equals(given);
            case IN_ANY_CASE -> wanted.equalsIgnoreCase(given);
            case BY_WILDCARDS -> Glob.of(wanted).matches(given);
            case AS_ARN -> ArnPattern.of(wanted).matches(given);
        };
    }
}
