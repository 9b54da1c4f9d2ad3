/// What people read: the emails, and the pages behind the links in them.
@NullMarked
package app.prtosales.mail;

import org.jspecify.annotations.NullMarked;
