/// The actions people take from an email: acknowledge a ping, record a reference, confirm a
/// sequence.
@NullMarked
package app.prtosales.response;

import org.jspecify.annotations.NullMarked;
