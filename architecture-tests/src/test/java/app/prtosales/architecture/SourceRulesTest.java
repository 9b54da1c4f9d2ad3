package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Rules about the source that compiled classes cannot show.
class SourceRulesTest {

    private static final Path ROOT = Repository.root();

    @Test
    void nothing_catches_exception_or_throwable() {
        assertThat(sources("shared", "functions", "local").filter(catching("Exception|Throwable")))
                .isEmpty();
    }

    /// Allowed there because a message that fails for any reason must not cause SQS to redeliver
    /// the rest of its batch, and because a priming step that fails must not fail a deployment.
    @Test
    void only_queue_batches_and_priming_catch_runtime_exception() {
        assertThat(
                        sources("shared", "functions")
                                .filter(catching("RuntimeException|Error"))
                                .map(each -> each.path().getFileName().toString()))
                .containsExactlyInAnyOrder("QueueBatch.java", "Priming.java");
    }

    @Test
    void only_the_history_writer_contains_the_historys_partition_keys() {
        assertThat(
                        sources("shared", "functions")
                                .filter(each -> each.code().contains("\"HISTORY"))
                                .map(each -> each.path().getFileName().toString()))
                .containsExactly("HistoryWriter.java");
    }

    /// In the listed files, the `String` is what somebody typed, or a name.
    @Test
    void a_rep_a_sequence_or_an_account_has_an_id_of_its_own_type() {
        Pattern text = Pattern.compile("String (?:rep|sequence|account)(?:Id)?\\s*[,;=):]");
        assertThat(
                        sources("shared/domain")
                                .filter(each -> text.matcher(each.code()).find())
                                .map(each -> each.path().getFileName().toString()))
                .containsExactlyInAnyOrder(
                        "AskForTestPing.java",
                        "ChangePlacement.java",
                        "ChooseSequence.java",
                        "ImportPlacements.java",
                        "NextStep.java",
                        "PreviewPing.java");
    }

    /// A virtual thread that blocks while it loads a class pins its carrier thread, and there are
    /// only as many carriers as processors. If all of them are pinned, the thread that holds the
    /// lock they wait for may never run again (JEP 491, "remaining cases").
    @Test
    void neither_the_functions_nor_the_local_stack_use_virtual_threads() {
        assertThat(
                        sources("shared", "functions", "local")
                                .filter(each ->
                                        each.code().contains("ofVirtual")
                                                || each.code().contains("VirtualThread")))
                .isEmpty();
    }

    @Test
    void nothing_uses_lombok() {
        assertThat(
                        Stream.concat(
                                        sources("shared", "functions", "local"),
                                        files("pom.xml")
                                                .filter(each -> !isBuilt(each))
                                                .map(Source::read))
                                .filter(each -> each.text().contains("lombok")))
                .isEmpty();
    }

    @Test
    void a_function_contains_only_its_own_package() {
        for (Path function : Repository.folders("functions")) {
            String own = function.getFileName().toString().replace("-", "");
            Set<String> packages =
                    sources("functions/" + function.getFileName())
                            .map(Source::packageName)
                            .collect(Collectors.toSet());

            assertThat(packages).containsExactly("app.prtosales.functions." + own);
        }
    }

    /// Without the file, the runtime loads its own copy of Jackson on each cold start (decision
    /// 342); in a function with other events, `GatewayJson` could not read them.
    @Test
    void a_function_declares_gateway_json_if_and_only_if_it_handles_the_gateways_events()
            throws IOException {
        for (Path function : Repository.folders("functions")) {
            Path file =
                    function.resolve(
                            "src/main/resources/META-INF/services/com.amazonaws.services.lambda.runtime.CustomPojoSerializer");
            boolean isBehindTheGateway =
                    sources("functions/" + function.getFileName())
                            .anyMatch(each ->
                                    each.code().contains("RequestHandler<APIGatewayV2HTTPEvent,"));

            assertThat(Files.exists(file)).as(function.toString()).isEqualTo(isBehindTheGateway);
            if (isBehindTheGateway) {
                assertThat(file).hasContent("app.prtosales.aws.http.GatewayJson");
            }
        }
    }

    private static Predicate<Source> catching(String types) {
        Pattern clause =
                Pattern.compile(
                        "catch\\s*\\([^)]*(?<![A-Za-z0-9_])(?:%s)\\b[^)]*\\)".formatted(types));
        return source -> clause.matcher(source.code()).find();
    }

    private static Stream<Source> sources(String... folders) {
        List<Path> within = Stream.of(folders).map(ROOT::resolve).toList();
        return files(".java")
                .filter(each -> within.stream().anyMatch(each::startsWith))
                .filter(each -> each.toString().contains("/src/main/java/"))
                .map(Source::read);
    }

    private static Stream<Path> files(String ending) {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(each -> each.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean isBuilt(Path file) {
        return file.toString().contains("/target/");
    }

    private record Source(Path path, String text) {

        private static final Pattern COMMENT =
                Pattern.compile("//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
        private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([a-z0-9.]+);");

        static Source read(Path path) {
            try {
                return new Source(path, Files.readString(path));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        String code() {
            return COMMENT.matcher(text).replaceAll("");
        }

        String packageName() {
            return PACKAGE.matcher(text)
                    .results()
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public String toString() {
            return ROOT.relativize(path).toString();
        }
    }
}
