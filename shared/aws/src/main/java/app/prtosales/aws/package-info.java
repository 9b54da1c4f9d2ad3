/// The product's connection to AWS: configuration, clients, logging and startup.
@NullMarked
package app.prtosales.aws;

import org.jspecify.annotations.NullMarked;
