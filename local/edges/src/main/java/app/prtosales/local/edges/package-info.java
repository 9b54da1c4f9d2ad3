/// The AWS endpoints that the functions talk to, on this machine: what `template.yaml` declares,
/// behind one port.
@NullMarked
package app.prtosales.local.edges;

import org.jspecify.annotations.NullMarked;
