package app.prtosales.aws.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML as programs write workbooks: elements, attributes and text. Whatever else XML can hold is
/// refused before a parser sees it: a document type with its entities (ECMA-376 part 2, 9.1.3
/// forbids one), comments, CDATA, and a text or an attribute that is longer than a cell can be.
final class PlainXml extends InputStream {

    /// A cell has at most 32,767 characters of at most six bytes; more stands between no two tags.
    private static final int LONGEST_RUN = 256 * 1_024;

    private static final XMLInputFactory PARSERS = parsers();

    private final InputStream bytes;
    private int run;
    private int before;
    private boolean begun;

    private PlainXml(InputStream bytes) {
        this.bytes = bytes;
    }

    private static XMLInputFactory parsers() {
        XMLInputFactory parsers = XMLInputFactory.newDefaultFactory();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, false);
        return parsers;
    }

    static XMLStreamReader read(InputStream part) throws XMLStreamException {
        synchronized (PARSERS) {
            return PARSERS.createXMLStreamReader(new PlainXml(part));
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = bytes.read(into, offset, length);
        for (int i = offset; i < offset + read; i++) {
            check(into[i]);
        }
        return read;
    }

    private void check(byte each) throws IOException {
        boolean declares = each == '?' && begun;
        if (each == 0 || before == '<' && (each == '!' || declares) || ++run > LONGEST_RUN) {
            throw UnreadableFileException.broken();
        }
        if (each == '<') {
            run = 0;
        }
        begun |= before == '<';
        before = each;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
