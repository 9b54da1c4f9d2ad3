/// The HTTP API of the audit.
@NullMarked
package app.prtosales.functions.auditpages;

import org.jspecify.annotations.NullMarked;
