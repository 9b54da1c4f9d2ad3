package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.prtosales.aws.AwsApplication;
import app.prtosales.aws.Config;
import app.prtosales.aws.ConfigurationException;
import app.prtosales.local.edges.FunctionDefinition;
import app.prtosales.local.edges.LocalStack;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.lang.reflect.InvocationTargetException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `template.yaml` sets exactly the environment variables that each function reads. A handler reads
/// all of them in its constructor, so constructing it shows which ones it needs.
class TemplateEnvironmentTest {

    private static final InstantSource CLOCK =
            InstantSource.fixed(Instant.parse("2026-06-24T13:00:00Z"));

    /// Variables that Lambda sets, that only an emulator needs, that the JVM itself reads, and that
    /// nothing reads (docs/decisions/0105).
    private static final Set<String> NOT_OURS =
            Set.of("AWS_REGION", "AWS_ENDPOINT_URL", "JAVA_TOOL_OPTIONS", "SETTINGS");

    /// Set only if a parameter requests it; `template-tests` says for which functions.
    private static final Set<String> ONLY_WHEN_GIVEN =
            Set.of(Config.ROLE_GROUPS, Config.RECIPIENT_DOMAINS);

    static List<FunctionDefinition> functions() {
        return Repository.template("http://localhost:1").functions();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void each_variable_that_a_function_reads_is_set(FunctionDefinition function)
            throws ReflectiveOperationException {
        assertThat(handler(function, environment(function))).isNotNull();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void each_variable_that_is_set_is_read_and_named_when_missing(FunctionDefinition function) {
        Map<String, String> environment = environment(function);
        for (String name : ours(environment)) {
            Map<String, String> without = new HashMap<>(environment);
            without.remove(name);

            assertThatThrownBy(() -> handler(function, without))
                    .as("%s without %s", function.id(), name)
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessage("environment variable %s is not set", name);
        }
    }

    @Test
    void every_variable_belongs_to_a_function() {
        Set<String> set = new HashSet<>();
        functions().forEach(function -> set.addAll(ours(environment(function))));

        set.addAll(ONLY_WHEN_GIVEN);
        assertThat(set).containsExactlyInAnyOrderElementsOf(Config.names());
    }

    private static Set<String> ours(Map<String, String> environment) {
        Set<String> names = new HashSet<>(environment.keySet());
        names.removeAll(NOT_OURS);
        return names;
    }

    private static Map<String, String> environment(FunctionDefinition function) {
        Map<String, String> environment = new HashMap<>(function.environment());
        environment.put("AWS_REGION", LocalStack.REGION);
        return environment;
    }

    private static RequestHandler<?, ?> handler(
            FunctionDefinition function, Map<String, String> environment)
            throws ReflectiveOperationException {
        AwsApplication application;
        try {
            application = AwsApplication.from(environment, CLOCK);
        } catch (ConfigurationException missing) {
            throw new InvocationTargetException(missing);
        }
        return Class.forName(function.handlerClass())
                .asSubclass(RequestHandler.class)
                .getConstructor(AwsApplication.class)
                .newInstance(application);
    }
}
