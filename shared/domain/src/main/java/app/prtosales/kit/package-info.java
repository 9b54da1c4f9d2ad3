/// The champion kit: what a rep forwards to a champion, by who reads it (rule 3).
@NullMarked
package app.prtosales.kit;

import org.jspecify.annotations.NullMarked;
