/// Emails to the people in charge about problems they can still act on: a failed email, a deadline
/// at risk, a quota that is too small, a record to fix.
@NullMarked
package app.prtosales.notice;

import org.jspecify.annotations.NullMarked;
