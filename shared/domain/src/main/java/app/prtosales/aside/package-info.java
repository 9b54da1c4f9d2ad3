/// Stored items that cannot be read: set aside, reported to ops, and picked up again once fixed, so
/// that one bad item stops nothing but itself (I12).
@NullMarked
package app.prtosales.aside;

import org.jspecify.annotations.NullMarked;
