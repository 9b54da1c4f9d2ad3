package app.prtosales.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The libraries for fetching and parsing web pages are used only in `page-reader`. In other
/// functions they would add size and startup time, and those functions have permissions that a
/// hostile page must never be able to use.
class WebLibrariesTest {

    private static final String PAGE_READER = "page-reader";
    private static final List<String> ARTIFACTS =
            List.of(
                    "<artifactId>jsoup</artifactId>",
                    "<artifactId>httpclient5</artifactId>",
                    "<artifactId>apache5-client</artifactId>",
                    "<artifactId>" + PAGE_READER + "</artifactId>");
    private static final List<String> JARS = List.of("jsoup-", "httpclient", "httpcore");

    @Test
    void only_the_page_reader_uses_jsoup_and_the_apache_client() {
        noClasses()
                .that()
                .resideOutsideOfPackage("app.prtosales.functions.pagereader..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.jsoup..", "org.apache.hc..", "org.apache.http..")
                .check(Product.of(Product.DEPLOYED));
        assertThat(
                        Product.of(Product.FUNCTIONS).stream()
                                .filter(each -> each.getPackageName().endsWith(".pagereader"))
                                .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                                .map(each -> each.getTargetClass())
                                .map(JavaClass::getPackageName))
                .as("what the page reader uses, so that the rule above checks something")
                .contains("org.jsoup.nodes", "org.apache.hc.client5.http");
    }

    /// Exclusions name the libraries too, so they are skipped.
    @Test
    void no_other_deployed_module_depends_on_web_libraries() throws IOException {
        Map<String, List<String>> asked = new TreeMap<>();
        for (Path module :
                Stream.of("shared", "functions")
                        .flatMap(each -> Repository.folders(each).stream())
                        .toList()) {
            String pom =
                    Files.readString(module.resolve("pom.xml"))
                            .replaceAll("(?s)<exclusions>.*?</exclusions>|<parent>.*?</parent>", "")
                            .replaceFirst("<artifactId>[^<]*</artifactId>", "");
            List<String> found = ARTIFACTS.stream().filter(pom::contains).toList();
            if (!found.isEmpty()) {
                asked.put(String.valueOf(module.getFileName()), found);
            }
        }

        assertThat(asked)
                .containsOnlyKeys(PAGE_READER)
                .containsEntry(PAGE_READER, ARTIFACTS.subList(0, 2));
    }

    /// Checks the packaged libraries after `package`; before that, there are none.
    @Test
    void no_other_function_is_packaged_with_web_libraries() {
        for (Path function : Repository.folders("functions")) {
            List<String> carried = jars(function.resolve("target/lambda/lib"));

            if (String.valueOf(function.getFileName()).equals(PAGE_READER)) {
                assertThat(
                                carried.isEmpty()
                                        || carried.stream()
                                                .anyMatch(WebLibrariesTest::isWebLibrary))
                        .as("the page reader is packaged with them")
                        .isTrue();
            } else {
                assertThat(carried)
                        .as(String.valueOf(function.getFileName()))
                        .noneMatch(WebLibrariesTest::isWebLibrary);
            }
        }
    }

    private static boolean isWebLibrary(String jar) {
        return JARS.stream().anyMatch(jar::startsWith);
    }

    private static List<String> jars(Path library) {
        String[] names = library.toFile().list();
        return names == null ? List.of() : List.of(names);
    }
}
