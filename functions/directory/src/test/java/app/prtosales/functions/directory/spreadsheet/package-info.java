@NullMarked
package app.prtosales.functions.directory.spreadsheet;

import org.jspecify.annotations.NullMarked;
