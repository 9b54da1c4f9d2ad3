/// Reads the file that somebody has, an Excel workbook or CSV, into rows of cells. All of it is
/// hostile until it is read: how much it may unpack to, and how large its tables are, is bounded.
@NullMarked
package app.prtosales.aws.spreadsheet;

import org.jspecify.annotations.NullMarked;
