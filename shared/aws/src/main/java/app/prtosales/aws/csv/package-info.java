/// CSV as spreadsheets write and read it.
@NullMarked
package app.prtosales.aws.csv;

import org.jspecify.annotations.NullMarked;
