/// Where the product meets AWS: its configuration, its clients, and how it logs and starts.
@NullMarked
package app.prtosales.aws;

import org.jspecify.annotations.NullMarked;
