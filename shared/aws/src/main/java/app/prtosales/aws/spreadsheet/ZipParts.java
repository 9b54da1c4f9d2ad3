package app.prtosales.aws.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// The parts of a zip file in memory. Each is decompressed only when it is opened, and all together
/// only up to a limit. It reads the central directory (APPNOTE.TXT 4.3.12), so that parts nobody
/// opens cost nothing, however large they would be. ZIP64 is not supported: a file of a few
/// megabytes does not need it.
final class ZipParts {

    /// 10,000 rows of 20 columns decompress to about 12 MB.
    static final int MAXIMUM_UNPACKED = 32 * 1_024 * 1_024;

    private static final int MAXIMUM_PARTS = 2_000;

    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 65_535;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int DEFLATED = 8;

    private final ByteBuffer zip;
    private final Map<String, Part> parts = new HashMap<>();
    private int left = MAXIMUM_UNPACKED;

    private record Part(int method, int packed, int at) {}

    /// @throws UnreadableFileException when the file is not a zip file, or a damaged one
    ZipParts(byte[] file) throws UnreadableFileException {
        this.zip = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        try {
            readDirectory();
        } catch (IndexOutOfBoundsException cutOff) {
            throw UnreadableFileException.broken();
        }
    }

    private void readDirectory() throws UnreadableFileException {
        int end = end();
        int number = Short.toUnsignedInt(zip.getShort(end + 10));
        if (number > MAXIMUM_PARTS) {
            throw UnreadableFileException.tooLarge();
        }
        int at = zip.getInt(end + 16);
        for (int i = 0; i < number; i++) {
            if (zip.getInt(at) != ENTRY) {
                throw UnreadableFileException.broken();
            }
            int name = Short.toUnsignedInt(zip.getShort(at + 28));
            int extra = Short.toUnsignedInt(zip.getShort(at + 30));
            int comment = Short.toUnsignedInt(zip.getShort(at + 32));
            byte[] text = new byte[name];
            zip.get(at + ENTRY_LENGTH, text);
            parts.putIfAbsent(
                    new String(text, UTF_8),
                    new Part(zip.getShort(at + 10), zip.getInt(at + 20), zip.getInt(at + 42)));
            at += ENTRY_LENGTH + name + extra + comment;
        }
    }

    /// Finds the directory's end record, which only a comment may follow.
    private int end() throws UnreadableFileException {
        int last = zip.capacity() - END_LENGTH;
        for (int at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        throw UnreadableFileException.broken();
    }

    boolean has(String name) {
        return parts.containsKey(name);
    }

    /// A part, decompressed as it is read; closing the stream is optional, but frees its inflater
    /// at once.
    ///
    /// @throws UnreadableFileException when there is no part with this name
    InputStream open(String name) throws UnreadableFileException {
        Part part = parts.get(name);
        if (part == null) {
            throw UnreadableFileException.broken();
        }
        try {
            if (zip.getInt(part.at()) != LOCAL) {
                throw UnreadableFileException.broken();
            }
            int skipped =
                    LOCAL_LENGTH
                            + Short.toUnsignedInt(zip.getShort(part.at() + 26))
                            + Short.toUnsignedInt(zip.getShort(part.at() + 28));
            InputStream packed =
                    new ByteArrayInputStream(zip.array(), part.at() + skipped, part.packed());
            return new Bounded(
                    part.method() == DEFLATED
                            ? new InflaterInputStream(packed, new Inflater(true), 8_192)
                            : packed);
        } catch (IndexOutOfBoundsException cutOff) {
            throw UnreadableFileException.broken();
        }
    }

    /// Counts each byte against the limit.
    private final class Bounded extends WatchedInput {

        Bounded(InputStream packed) {
            super(packed);
        }

        @Override
        void look(byte[] bytes, int offset, int length) throws UnreadableFileException {
            left -= Math.max(0, length);
            if (left < 0) {
                throw UnreadableFileException.tooLarge();
            }
        }
    }
}
