package app.prtosales.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A function includes only the jars of its own services, so it has to start without the others.
class LeanClassPathTest {

    private static final Set<String> OPTIONAL =
            Set.of("sesv2", "sqs", "eventbridge", "secretsmanager", "lambda");

    @ParameterizedTest
    @ValueSource(strings = {"ledger", "replaceList", "access", "placements"})
    void a_use_case_that_needs_only_the_table_starts_with_only_the_table(String useCase)
            throws IOException, ReflectiveOperationException {
        try (URLClassLoader lean = lean()) {
            assertThat(ask(lean, useCase)).isNotNull();
        }
    }

    @Test
    void that_class_path_really_lacks_the_other_services() throws IOException {
        try (URLClassLoader lean = lean()) {
            assertThatThrownBy(() -> ask(lean, "deadLetters"))
                    .isInstanceOf(InvocationTargetException.class)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    private static Object ask(ClassLoader loader, String useCase)
            throws ReflectiveOperationException {
        Class<?> type = Class.forName("app.prtosales.aws.AwsApplication", true, loader);
        Map<String, String> environment =
                Map.of(
                        "AWS_REGION", "eu-west-1",
                        "TABLE_NAME", "table",
                        "ROLES_CLAIM", "roles",
                        "REQUIRE_VERIFIED_EMAIL", "true",
                        "PING_DLQ_URL", "http://localhost/queue");
        Object application =
                type.getMethod("from", Map.class, InstantSource.class)
                        .invoke(null, environment, InstantSource.system());
        return type.getMethod(useCase).invoke(application);
    }

    /// This test's class path without the services that not every function includes.
    private static URLClassLoader lean() {
        String whole =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path", ""));
        URL[] kept =
                Arrays.stream(whole.split(File.pathSeparator, -1))
                        .filter(LeanClassPathTest::isCarriedByAll)
                        .map(LeanClassPathTest::url)
                        .toArray(URL[]::new);
        return new URLClassLoader(kept, ClassLoader.getPlatformClassLoader());
    }

    private static boolean isCarriedByAll(String entry) {
        String name = Path.of(entry).getFileName().toString();
        return OPTIONAL.stream().noneMatch(service -> name.startsWith(service + "-"));
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException noPath) {
            throw new IllegalArgumentException(noPath);
        }
    }
}
