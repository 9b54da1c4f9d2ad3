/// What a web page says about itself: when it was published, by whom, and under which headline
/// (R5.11).
@NullMarked
package app.prtosales.page;

import org.jspecify.annotations.NullMarked;
