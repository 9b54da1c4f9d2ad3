package app.prtosales.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A file has at most 400 lines, and a method of the product at most 40, unless
/// `longer-than-usual.txt` gives a reason. An entry that is no longer needed must be removed from
/// that list.
class SizeTest {

    private static final int LINES_OF_A_FILE = 400;
    private static final int LINES_OF_A_METHOD = 40;

    @Test
    void everything_longer_than_usual_has_a_reason() throws IOException {
        Map<String, String> reasons = reasons();

        assertThat(longer()).containsExactlyInAnyOrderElementsOf(reasons.keySet());
        assertThat(reasons.values()).noneMatch(String::isBlank);
    }

    /// Each line: `Class` or `Class.method`, a colon and the reason.
    private static Map<String, String> reasons() throws IOException {
        Map<String, String> reasons = new LinkedHashMap<>();
        try (BufferedReader list =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        SizeTest.class.getResourceAsStream(
                                                "/longer-than-usual.txt")),
                                UTF_8))) {
            list.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> {
                        int colon = line.indexOf(':');
                        reasons.put(line.substring(0, colon), line.substring(colon + 1).strip());
                    });
        }
        return reasons;
    }

    private static Set<String> longer() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Set<String> longer = new TreeSet<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
            JavacTask parse =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    files,
                                    null,
                                    null,
                                    null,
                                    files.getJavaFileObjectsFromPaths(sources()));
            SourcePositions positions = Trees.instance(parse).getSourcePositions();
            for (CompilationUnitTree file : parse.parse()) {
                longer.addAll(longer(file, positions));
            }
        }
        return longer;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> all = Files.walk(Repository.root())) {
            return all.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> each.toString().contains("/src/"))
                    .filter(each -> !each.toString().contains("/target/"))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> longer(CompilationUnitTree file, SourcePositions positions) {
        String path = file.getSourceFile().getName();
        String name = path.substring(path.lastIndexOf('/') + 1, path.length() - ".java".length());
        List<String> longer = new ArrayList<>();
        if (lines(file, file, positions) > LINES_OF_A_FILE) {
            longer.add(name);
        }
        if (path.contains("/src/test/")) {
            return longer;
        }
        file.accept(
                new TreeScanner<@Nullable Void, @Nullable Void>() {
                    @Override
                    public @Nullable Void visitMethod(MethodTree method, @Nullable Void nothing) {
                        if (lines(file, method, positions) > LINES_OF_A_METHOD) {
                            longer.add(name + "." + method.getName());
                        }
                        return super.visitMethod(method, null);
                    }
                },
                null);
        return longer;
    }

    /// Counts from the first to the last line of a declaration; for a file, from its first line.
    private static long lines(CompilationUnitTree file, Tree tree, SourcePositions positions) {
        long first =
                tree.equals(file)
                        ? 1
                        : file.getLineMap().getLineNumber(positions.getStartPosition(file, tree));
        return file.getLineMap().getLineNumber(positions.getEndPosition(file, tree)) - first + 1;
    }
}
