package app.prtosales.aws.spreadsheet;

import java.io.IOException;
import java.io.InputStream;

/// An input stream whose bytes are checked as they are read, and may be refused.
abstract class WatchedInput extends InputStream {

    private final InputStream bytes;

    WatchedInput(InputStream bytes) {
        this.bytes = bytes;
    }

    /// @param length the number of bytes read; less than 1 if there were none
    /// @throws UnreadableFileException when no more may be read
    abstract void look(byte[] bytes, int offset, int length) throws UnreadableFileException;

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = bytes.read(into, offset, length);
        look(into, offset, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
