/// The champion kit: the text a rep forwards to a champion, adapted to its reader (rule 3).
@NullMarked
package app.prtosales.kit;

import org.jspecify.annotations.NullMarked;
