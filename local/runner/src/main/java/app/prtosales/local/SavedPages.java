package app.prtosales.local;

import app.prtosales.functions.pagereader.PageReader;
import app.prtosales.local.edges.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads saved pages: for each input line `path<TAB>url` one JSON line, in order.
final class SavedPages {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path folder;
    private final Reads reader;
    private final PrintStream out;
    private final PrintStream err;
    private boolean allReadable = true;

    /// Extracts what a page says about itself.
    @FunctionalInterface
    interface Reads {

        Map<String, @Nullable Object> read(byte[] html, @Nullable String charset, String address);
    }

    /// @param folder the folder that relative paths start from
    SavedPages(Path folder, Reads reader, PrintStream out, PrintStream err) {
        this.folder = folder;
        this.reader = reader;
        this.out = out;
        this.err = err;
    }

    /// @param lines may begin with a byte order mark, as programs on Windows write it
    /// @return the exit code
    int read(BufferedReader lines) throws IOException {
        String mark = BYTE_ORDER_MARK;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            String plain = line.startsWith(mark) ? line.substring(mark.length()) : line;
            mark = "";
            out.println(Json.text(plain.isBlank() ? Map.of() : page(plain)));
        }
        return allReadable ? 0 : Run.BAD_INPUT;
    }

    /// What the page says about itself; empty if it says nothing or the file cannot be read.
    private Map<String, @Nullable Object> page(String line) {
        int tab = line.indexOf('\t');
        String path = tab < 0 ? line : line.substring(0, tab);
        String url = tab < 0 ? "" : line.substring(tab + 1).strip();
        try (InputStream file = Files.newInputStream(folder.resolve(path))) {
            return reader.read(file.readNBytes(PageReader.MAXIMUM_BYTES), null, url);
        } catch (IOException | InvalidPathException unreadable) {
            err.printf("%s cannot be read%n", path);
            allReadable = false;
            return Map.of();
        } catch (RuntimeException broken) {
            // A bug that one page triggers must not stop the pages after it.
            err.printf("%s could not be read because of a bug in this program: %s%n", path, broken);
            allReadable = false;
            return Map.of();
        }
    }
}
