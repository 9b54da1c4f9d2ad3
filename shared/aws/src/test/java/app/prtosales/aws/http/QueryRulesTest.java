package app.prtosales.aws.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A request that may be meant as a dry run is read as one or refused, so that it never writes.
class QueryRulesTest {

    private static final String ROUTE = "PUT /directory/{list}";

    @ParameterizedTest
    @CsvSource({
        "dryRun=true, true",
        "dryRun=True, true",
        "dryRun=1, true",
        "dryRun=YES, true",
        "dryRun, true",
        "dryRun=, true",
        "dry%52un=true, true",
        "dryRun=1&dryRun=true, true",
        "confirm=true&dryRun, true",
        "dryRun=FALSE, false",
        "dryRun=0, false",
        "dryRun=no, false",
        "confirm=true, false",
        "'', false",
    })
    void a_switch_may_be_written_in_upper_or_lower_case_and_in_several_ways(
            String query, boolean on) {
        assertThat(QueryRules.refusal(ROUTE, new Query(query))).isEmpty();
        assertThat(new Query(query).first("dryRun").flatMap(Query::switched).orElse(false))
                .isEqualTo(on);
    }

    @ParameterizedTest
    @CsvSource({
        "dryRun=maybe, dryRun",
        "dryRun=2, dryRun",
        "dryRun=%zz, dryRun",
        "dryRun=true%20, dryRun",
        "dryRun=on, dryRun",
        "dryRun=true&dryRun=false, dryRun",
        "dryRun=true&dryRun=x, dryRun",
        "dryrun=true, dryrun",
        "DryRun=true, DryRun",
        "dry_run=true, dry_run",
        "dry%zzRun=true, dry%zzRun",
        "skipBad=true, skipBad",
        "=true, ''",
        "dryRun[]=true, dryRun[]",
        "version=%zz, version",
        "newPeople=rep-1%2, newPeople",
    })
    void an_invalid_or_unknown_parameter_is_refused_and_named(String query, String name) {
        assertThat(QueryRules.refusal(ROUTE, new Query(query)))
                .hasValueSatisfying(refused -> {
                    assertThat(refused.status()).isEqualTo(400);
                    assertThat(refused.body()).contains("\"field\":\"%s\"".formatted(name));
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /placements/{id}", "POST /placements", "GET /audit/last"})
    void a_route_without_parameters_refuses_any_parameter(String route) {
        assertThat(QueryRules.refusal(route, new Query("dryRun=true"))).isPresent();
        assertThat(QueryRules.refusal(route, new Query("utm_source=x"))).isPresent();
        assertThat(QueryRules.refusal(route, new Query(""))).isEmpty();
        assertThat(QueryRules.refusal(route, new Query("&"))).isEmpty();
    }

    @Test
    void repeated_values_of_a_parameter_must_agree() {
        assertThat(QueryRules.refusal("GET /placements", new Query("limit=1&limit=2"))).isPresent();
        assertThat(QueryRules.refusal("GET /placements", new Query("limit=1&limit=1"))).isEmpty();
    }
}
