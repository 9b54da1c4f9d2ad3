/// Local stand-ins for the AWS endpoints that the functions call: what `template.yaml` declares,
/// behind one port.
@NullMarked
package app.prtosales.local.edges;

import org.jspecify.annotations.NullMarked;
