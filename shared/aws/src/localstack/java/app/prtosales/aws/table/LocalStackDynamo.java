package app.prtosales.aws.table;

import cloud.localstack.Localstack;
import cloud.localstack.docker.annotation.LocalstackDockerConfiguration;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/// DynamoDB in LocalStack's container, started once in a test run with `-Plocalstack`. Where the
/// token or Docker is missing, one line says so, and each test is skipped.
public final class LocalStackDynamo implements AnotherDynamo {

    private static final String TOKEN = "LOCALSTACK_AUTH_TOKEN";

    private static @Nullable String missing;
    private static boolean started;

    @Override
    public String endpoint() {
        synchronized (LocalStackDynamo.class) {
            if (!started) {
                started = true;
                start();
            }
        }
        Assumptions.assumeTrue(missing == null, missing);
        return Localstack.INSTANCE.getEndpointDynamoDB();
    }

    private static void start() {
        String token = System.getenv(TOKEN);
        missing = missing(token);
        if (token == null || missing != null) {
            System.out.println("-Plocalstack: every test is skipped, because " + missing);
            return;
        }
        Localstack.INSTANCE.startup(
                LocalstackDockerConfiguration.builder()
                        .randomizePorts(true)
                        .environmentVariables(Map.of(TOKEN, token, "SERVICES", "dynamodb"))
                        .build());
    }

    private static @Nullable String missing(@Nullable String token) {
        if (token == null || token.isBlank()) {
            return TOKEN + " is not set (LocalStack's image needs a token)";
        }
        return dockerAnswers() ? null : "Docker does not answer";
    }

    private static boolean dockerAnswers() {
        try {
            return new ProcessBuilder("docker", "info")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
