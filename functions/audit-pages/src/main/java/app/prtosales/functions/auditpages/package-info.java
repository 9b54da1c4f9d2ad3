/// The HTTP API for the audit.
@NullMarked
package app.prtosales.functions.auditpages;

import org.jspecify.annotations.NullMarked;
