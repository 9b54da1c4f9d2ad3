/// Works through the ping queue: plans a placement's pings, and sends them and all other queued
/// emails.
@NullMarked
package app.prtosales.functions.repnotification;

import org.jspecify.annotations.NullMarked;
