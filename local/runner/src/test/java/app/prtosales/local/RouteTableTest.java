package app.prtosales.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.prtosales.local.edges.RouteDefinition;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RouteTableTest {

    private final RouteTable routes =
            new RouteTable(
                    List.of(
                            route("ANY", "/{rest+}"),
                            route("GET", "/things/{id}"),
                            route("GET", "/things/new"),
                            route("GET", "/things/{id}/parts/{part}")));

    @Test
    void the_most_specific_route_answers() {
        assertThat(key("GET", "/things/new")).isEqualTo("GET /things/new");
        assertThat(key("GET", "/things/old")).isEqualTo("GET /things/{id}");
        assertThat(key("GET", "/things/1/parts/2")).isEqualTo("GET /things/{id}/parts/{part}");
        assertThat(key("POST", "/things/old")).isEqualTo("ANY /{rest+}");
    }

    @Test
    void path_parameters_are_decoded() {
        assertThat(routes.find("GET", "/things/a%2Fb+c").orElseThrow().parameters())
                .isEqualTo(Map.of("id", "a/b+c"));
        assertThat(routes.find("POST", "/x/y/z").orElseThrow().parameters())
                .isEqualTo(Map.of("rest", "x/y/z"));
    }

    private String key(String method, String path) {
        return routes.find(method, path).orElseThrow().route().key();
    }

    private static RouteDefinition route(String method, String path) {
        return new RouteDefinition("F", method, path, false);
    }
}
