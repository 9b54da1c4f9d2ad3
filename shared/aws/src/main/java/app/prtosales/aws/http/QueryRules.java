package app.prtosales.aws.http;

import app.prtosales.text.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The query parameters that each route behind the sign-in accepts. Any other is refused, because
/// somebody who misspells `dryRun` does not want a write. Routes not listed here accept none.
public final class QueryRules {

    /// @param switches the flags
    /// @param others the parameters with a value
    private record Known(Set<String> switches, Set<String> others) {}

    private static final Known NONE = new Known(Set.of(), Set.of());

    private static final Map<String, Known> ROUTES =
            Map.of(
                    "GET /placements",
                    new Known(
                            Set.of(),
                            Set.of(
                                    "limit",
                                    "cursor",
                                    "search",
                                    "state",
                                    "forwardability",
                                    "format")),
                    "PUT /placements/import",
                    new Known(Set.of("dryRun", "skipBad", "allRows"), Set.of()),
                    "GET /placements/{id}/kit",
                    new Known(Set.of(), Set.of("persona")),
                    "PUT /directory/{list}",
                    new Known(
                            Set.of("dryRun", "confirm", "allRows", "keptSecondEmail"),
                            Set.of("newPeople", "version")),
                    "GET /audit/export",
                    new Known(Set.of(), Set.of("week", "cursor")));

    private QueryRules() {}

    /// @param route such as `GET /placements`
    /// @return the names of all accepted parameters
    public static Set<String> of(String route) {
        Known known = ROUTES.getOrDefault(route, NONE);
        List<String> names = new ArrayList<>(known.switches());
        names.addAll(known.others());
        return Set.copyOf(names);
    }

    /// @return the names of the flags
    public static Set<String> switchesOf(String route) {
        return ROUTES.getOrDefault(route, NONE).switches();
    }

    /// A 400 if the query has a parameter or value that the route does not accept.
    static Optional<HttpResponse> refusal(String route, Query query) {
        Set<String> known = of(route);
        List<FieldError> errors = new ArrayList<>();
        for (String name : query.names()) {
            List<String> values = query.values(name);
            if (!known.contains(name)) {
                errors.add(new FieldError(name, "is not known here; " + list(known)));
            } else if (switchesOf(route).contains(name)) {
                checkSwitch(name, values, errors);
            } else if (!query.isReadable(name)) {
                errors.add(new FieldError(name, "has a % that is not followed by two hex digits"));
            } else if (values.size() > 1) {
                errors.add(new FieldError(name, "appears twice, with different values"));
            }
        }
        return errors.isEmpty()
                ? Optional.empty()
                : Optional.of(ProblemJson.badQuery(ProblemJson.first(errors)).response());
    }

    private static void checkSwitch(String name, List<String> values, List<FieldError> errors) {
        List<Optional<Boolean>> meant = values.stream().map(Query::switched).distinct().toList();
        if (meant.contains(Optional.<Boolean>empty())) {
            errors.add(
                    new FieldError(
                            name,
                            "must be true, 1 or yes, or false, 0 or no; it is “%s”"
                                    .formatted(shortened(String.join("”, “", values)))));
        } else if (meant.size() > 1) {
            errors.add(new FieldError(name, "appears twice, with different values"));
        }
    }

    private static String list(Set<String> known) {
        return known.isEmpty()
                ? "there are no parameters"
                : "the known parameters are " + String.join(", ", known.stream().sorted().toList());
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, text.offsetByCodePoints(0, 20)) + "…";
    }
}
