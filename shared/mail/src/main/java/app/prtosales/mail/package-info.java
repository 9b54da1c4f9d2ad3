/// What people read: the mails, and the pages behind the links in them.
@NullMarked
package app.prtosales.mail;

import org.jspecify.annotations.NullMarked;
