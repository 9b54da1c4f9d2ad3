package app.prtosales.aws.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads a part of a workbook element by element. Names are compared without their namespace,
/// because strict and transitional workbooks have different ones.
final class XmlPart {

    private static final int MAXIMUM_DIGITS = 7;

    /// A formula is kept up to here; Excel allows 255 characters for a text in it.
    private static final int MAXIMUM_FORMULA = 2_000;

    private final XMLStreamReader reader;
    private final StringBuilder formula = new StringBuilder();

    private XmlPart(XMLStreamReader reader) {
        this.reader = reader;
    }

    /// Receives an element.
    @FunctionalInterface
    interface Elements {

        void take(XmlPart element) throws IOException, XMLStreamException;
    }

    /// Calls back at the start of each element.
    ///
    /// @throws UnreadableFileException when the part is missing, not XML, or too large
    static void read(ZipParts zip, String name, Elements elements) throws IOException {
        try (InputStream bytes = zip.open(name)) {
            XMLStreamReader reader = PlainXml.read(bytes);
            XmlPart part = new XmlPart(reader);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    elements.take(part);
                }
            }
            reader.close();
        } catch (XMLStreamException notXml) {
            if (notXml.getNestedException() instanceof UnreadableFileException why) {
                throw why;
            }
            throw UnreadableFileException.broken();
        } catch (UnreadableFileException why) {
            throw why;
        } catch (IOException brokenZip) {
            throw UnreadableFileException.broken();
        }
    }

    boolean is(String name) {
        return reader.getLocalName().equals(name);
    }

    /// An attribute by its name without namespace; empty if absent.
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /// An attribute as a whole number; -1 if it is absent or not one of at most seven digits.
    int number(String name) {
        return whole(attribute(name), -1);
    }

    /// Parses a whole number of at most seven digits. It uses no regular expression, because it
    /// runs for each cell.
    ///
    /// @param otherwise the result if the text is not such a number
    static int whole(String text, int otherwise) {
        boolean whole = !text.isEmpty() && text.length() <= MAXIMUM_DIGITS;
        int number = 0;
        for (int i = 0; whole && i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            whole = digit >= 0 && digit <= 9;
            number = number * 10 + digit;
        }
        return whole ? number : otherwise;
    }

    /// The texts of the elements `t` and `v` inside this one, without the phonetic readings of
    /// Japanese words. Afterward, the reader is after the element's end.
    String textInside() throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int reading = 0;
        boolean isText = false;
        boolean isFormula = false;
        formula.setLength(0);
        while (depth > 0) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    if (reading == 0 && is("rPh")) {
                        reading = depth;
                    }
                    isText = reading == 0 && (is("t") || is("v"));
                    isFormula = is("f");
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (reading == depth) {
                        reading = 0;
                    }
                    isText = false;
                    isFormula = false;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE -> {
                    if (isText) {
                        text.append(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                reader.getTextLength());
                    } else if (isFormula) {
                        addToFormula();
                    }
                }
                default -> {}
            }
        }
        return text.toString();
    }

    private void addToFormula() {
        int length = Math.min(reader.getTextLength(), MAXIMUM_FORMULA - formula.length());
        formula.append(reader.getTextCharacters(), reader.getTextStart(), length);
    }

    /// The beginning of the formula inside the last element whose text was read; valid until the
    /// next one is.
    CharSequence formula() {
        return formula;
    }
}
