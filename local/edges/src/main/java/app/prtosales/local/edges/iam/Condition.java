package app.prtosales.local.edges.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/// One line of a `Condition`: an operator, a key of the request's context, and values.
///
/// @param written the operator as written in the policy, such as `ForAllValues:StringLikeIfExists`
/// @param values the values to compare with: any one must match; with a negated operator, none may
record Condition(
        String written,
        Quantity quantity,
        Operator operator,
        boolean ifExists,
        String key,
        List<String> values) {

    private static final String IF_EXISTS = "IfExists";

    /// The condition keys that the edges set, in lower case.
    private static final Set<String> KNOWN =
            Set.of(
                    "dynamodb:leadingkeys",
                    "ses:fromaddress",
                    "aws:securetransport",
                    "aws:sourceaccount",
                    "aws:sourcearn");

    /// The keys that can have several values.
    private static final Set<String> OF_MANY_VALUES = Set.of("dynamodb:leadingkeys");

    Condition {
        values = List.copyOf(values);
    }

    /// How many of the key's values must match.
    enum Quantity {
        THE_ONE,
        ALL,
        ANY
    }

    /// @throws UnreadablePolicy when the operator or the key is not supported here
    static Condition read(String written, String key, List<String> values) {
        String rest = written;
        Quantity quantity = Quantity.THE_ONE;
        if (rest.startsWith("ForAllValues:")) {
            quantity = Quantity.ALL;
        } else if (rest.startsWith("ForAnyValue:")) {
            quantity = Quantity.ANY;
        }
        rest = rest.substring(rest.indexOf(':') + 1);
        boolean ifExists = rest.endsWith(IF_EXISTS);
        if (ifExists) {
            rest = rest.substring(0, rest.length() - IF_EXISTS.length());
        }
        Operator operator = Operator.named(rest);
        String known = key.toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(known)) {
            throw new UnreadablePolicy("the condition key " + key + " is not supported here");
        }
        if (OF_MANY_VALUES.contains(known) && quantity == Quantity.THE_ONE) {
            throw new UnreadablePolicy(
                    "%s can have several values; %s must begin with ForAllValues or ForAnyValue"
                            .formatted(key, written));
        }
        for (String value : values) {
            if (value.contains("${")) {
                throw new UnreadablePolicy(
                        "the policy variable in " + value + " is not supported here");
            }
        }
        return new Condition(written, quantity, operator, ifExists, key, values);
    }

    boolean holds(AccessRequest request) {
        List<String> given = request.valuesOf(key);
        if (given.isEmpty()) {
            return switch (quantity) {
                case ALL -> true;
                case ANY -> ifExists;
                case THE_ONE -> ifExists || operator.isNegated();
            };
        }
        Stream<String> each = given.stream();
        return quantity == Quantity.ANY ? each.anyMatch(this::fits) : each.allMatch(this::fits);
    }

    private boolean fits(String given) {
        return values.stream().anyMatch(wanted -> operator.equal(wanted, given))
                != operator.isNegated();
    }

    /// This condition without one of its values.
    Condition without(String value) {
        List<String> left = new ArrayList<>(values);
        left.remove(value);
        return new Condition(written, quantity, operator, ifExists, key, left);
    }
}
