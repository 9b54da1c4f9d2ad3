package app.prtosales.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/// Compares `docs/dependencies.md` with the POMs of the modules that run in Lambda and in `local/`.
class DependenciesTest {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([\\w.-]+:[\\w.-]+)` \\| ([^|]+) \\| ([^|]*\\w[^|]*) \\|");
    private static final Pattern PROPERTY = Pattern.compile("\\$\\{([^}]+)}");

    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> versions = new HashMap<>();
    private Element parent;

    @BeforeEach
    void readTheParent() throws IOException, ParserConfigurationException, SAXException {
        parent = pom(Repository.root());
        children(child(parent, "properties"))
                .forEach(each -> properties.put(each.getTagName(), each.getTextContent()));
        dependencies(child(parent, "dependencyManagement"))
                .forEach(each -> versions.put(name(each), resolved(text(each, "version"))));
    }

    @Test
    void each_runtime_dependency_has_a_row_with_its_version_and_reason()
            throws IOException, ParserConfigurationException, SAXException {
        Set<String> used = new TreeSet<>();
        dependencies(parent).filter(DependenciesTest::runs).map(this::shown).forEach(used::add);
        for (String folder : new String[] {"shared", "functions", "local"}) {
            for (Path module : Repository.folders(folder)) {
                dependencies(pom(module))
                        .filter(DependenciesTest::runs)
                        .map(this::shown)
                        .forEach(used::add);
            }
        }

        assertThat(rows()).isEqualTo(used);
    }

    private static Set<String> rows() throws IOException {
        String page = Files.readString(Repository.root().resolve("docs/dependencies.md"));
        Set<String> rows = new TreeSet<>();
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            assertThat(rows.add(row.group(1) + " " + row.group(2).strip()))
                    .as(row.group())
                    .isTrue();
        }
        return rows;
    }

    private static boolean runs(Element dependency) {
        return !text(dependency, "scope").equals("test")
                && !text(dependency, "groupId").equals("app.prtosales");
    }

    private String shown(Element dependency) {
        String own = resolved(text(dependency, "version"));
        String managed =
                versions.getOrDefault(
                        name(dependency),
                        name(dependency).startsWith("com.fasterxml.jackson")
                                ? properties.getOrDefault("jackson.version", "")
                                : "");
        return name(dependency) + " " + (own.isEmpty() ? managed : own);
    }

    private String resolved(String version) {
        return PROPERTY.matcher(version)
                .replaceAll(property -> properties.getOrDefault(property.group(1), ""));
    }

    private static String name(Element dependency) {
        return text(dependency, "groupId") + ":" + text(dependency, "artifactId");
    }

    private static Element pom(Path module)
            throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(module.resolve("pom.xml").toFile())
                .getDocumentElement();
    }

    private static Stream<Element> dependencies(Element project) {
        return children(project)
                .filter(each -> each.getTagName().equals("dependencies"))
                .flatMap(DependenciesTest::children);
    }

    private static String text(Element parent, String name) {
        return children(parent)
                .filter(each -> each.getTagName().equals(name))
                .map(each -> each.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static Element child(Element parent, String name) {
        return children(parent)
                .filter(each -> each.getTagName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Element> children(Node parent) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(i -> parent.getChildNodes().item(i))
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
