package app.prtosales.aws.spreadsheet;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML as programs write it in workbooks: elements, attributes and text. Everything else is refused
/// before a parser sees it: document types (forbidden by ECMA-376 part 2, “XML Usage”), comments,
/// CDATA, processing instructions, NUL bytes, and any tag that, with its text, is longer than a
/// cell can be.
final class PlainXml extends WatchedInput {

    /// A cell has at most 32,767 characters of at most six bytes. A run is a tag and the text after
    /// it.
    private static final int LONGEST_RUN = 256 * 1_024;

    private static final XMLInputFactory PARSERS = parsers();

    private int run;
    private int before;
    private boolean begun;

    private PlainXml(InputStream bytes) {
        super(bytes);
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
    void look(byte[] bytes, int offset, int length) throws UnreadableFileException {
        for (int i = offset; i < offset + length; i++) {
            check(bytes[i]);
        }
    }

    private void check(byte each) throws UnreadableFileException {
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
}
