package app.prtosales.aws.spreadsheet;

import java.io.IOException;

/// The file is not a spreadsheet, is damaged, or is larger than a list can be. The message is a
/// sentence for the person who chose it.
public final class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableFileException(String sentence) {
        super(sentence);
    }

    static UnreadableFileException broken() {
        return new UnreadableFileException(
                "This Excel file is damaged. Open it in Excel, save it again, and choose the new file.");
    }

    static UnreadableFileException tooLarge() {
        return new UnreadableFileException(
                "This file is too large to read. Delete the sheets and columns you don’t need, or split it into smaller files.");
    }
}
