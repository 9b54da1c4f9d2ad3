/// The mails that tell the people in charge what goes wrong while they can still act: a mail that
/// failed, a deadline in danger, a quota too small, a record to fix.
@NullMarked
package app.prtosales.notice;

import org.jspecify.annotations.NullMarked;
