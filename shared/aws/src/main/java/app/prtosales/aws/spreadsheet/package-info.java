/// Reads a person's file, an Excel workbook or CSV, into rows of cells. The file is treated as
/// hostile: its decompressed size and the size of its tables are limited.
@NullMarked
package app.prtosales.aws.spreadsheet;

import org.jspecify.annotations.NullMarked;
