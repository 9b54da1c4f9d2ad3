package app.prtosales.local;

import app.prtosales.functions.pagereader.PageReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `./run read-pages`: extracts what saved pages say about themselves, one JSON line each.
@Command(
        name = "read-pages",
        description = "Reads lines of path<TAB>url; prints what each page says about itself.",
        mixinStandardHelpOptions = true)
final class ReadPagesCommand implements Callable<Integer> {

    @ParentCommand private @Nullable Run run;

    @Override
    public Integer call() throws IOException {
        Run parent = Objects.requireNonNull(run);
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            return new SavedPages(
                            parent.place().caller(),
                            new PageReader(LocalProduct.realTime())::read,
                            parent.place().out(),
                            parent.place().err())
                    .read(lines);
        }
    }
}
