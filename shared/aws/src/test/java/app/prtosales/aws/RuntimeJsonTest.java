package app.prtosales.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RuntimeJsonTest {

    private static final String EVENT =
            """
            {"version": "2.0", "routeKey": "GET /", "rawPath": "/", "isBase64Encoded": false}
            """;

    @Test
    void an_event_is_read_as_lambda_reads_it() {
        APIGatewayV2HTTPEvent event = RuntimeJson.read(EVENT, APIGatewayV2HTTPEvent.class);

        assertThat(event.getRouteKey()).isEqualTo("GET /");
    }

    /// A rehearsal then prepares the handler alone, and does not stop the function from starting.
    @Test
    void a_runtime_without_these_classes_reads_events_all_the_same() throws Exception {
        try (URLClassLoader other = withoutTheRuntimesClasses()) {
            Class<?> json = other.loadClass(RuntimeJson.class.getName());
            Class<?> type = other.loadClass(APIGatewayV2HTTPEvent.class.getName());
            Object event =
                    json.getMethod("read", String.class, Class.class).invoke(null, EVENT, type);
            Method write = json.getMethod("write", Object.class);
            write.invoke(null, event);

            assertThat(type.getMethod("getRouteKey").invoke(event)).isEqualTo("GET /");
        }
    }

    private static URLClassLoader withoutTheRuntimesClasses() throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (!each.contains("aws-lambda-java-serialization")
                    && !each.contains("aws-lambda-java-runtime-interface-client")) {
                urls.add(Path.of(each).toUri().toURL());
            }
        }
        return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }
}
