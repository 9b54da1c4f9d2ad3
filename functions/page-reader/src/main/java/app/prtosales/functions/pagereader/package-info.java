/// `page-reader`: fetches a page and extracts what it says about itself.
@NullMarked
package app.prtosales.functions.pagereader;

import org.jspecify.annotations.NullMarked;
