/// `page-reader`: fetches a page and reads what it says of itself.
@NullMarked
package app.prtosales.functions.pagereader;

import org.jspecify.annotations.NullMarked;
