package app.prtosales.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The jars in a function's package.
///
/// @param function the name of the function's folder
/// @param bytes the size of all jars together
/// @param jars the number of jars
/// @param unwelcome the names of jars that contain an HTTP client of their own
record Libraries(String function, long bytes, int jars, List<String> unwelcome) {

    private static final Pattern HTTP_CLIENT =
            Pattern.compile("netty.*|apache-client.*|apache5-client.*|httpclient.*|httpcore.*");

    Libraries {
        unwelcome = List.copyOf(unwelcome);
    }

    static List<Libraries> ofEach(Path functions) throws IOException {
        try (Stream<Path> folders = Files.list(functions)) {
            return folders.filter(Files::isDirectory).sorted().map(Libraries::of).toList();
        }
    }

    private static Libraries of(Path function) {
        try (Stream<Path> files = Files.list(function.resolve("target/lambda/lib"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
            return new Libraries(
                    function.getFileName().toString(),
                    jars.stream().mapToLong(jar -> jar.toFile().length()).sum(),
                    jars.size(),
                    jars.stream()
                            .map(jar -> jar.getFileName().toString())
                            .filter(name -> HTTP_CLIENT.matcher(name).matches())
                            .toList());
        } catch (IOException notBuilt) {
            throw new UncheckedIOException(notBuilt);
        }
    }

    double megabytes() {
        return bytes / 1_000_000.0;
    }
}
