/// The ping queue: plans the pings of a placement and sends them.
@NullMarked
package app.prtosales.functions.repnotification;

import org.jspecify.annotations.NullMarked;
