/** The doctor: checks a database without the server. */
@NullMarked
package dev.parley.bootstrap.diagnosis;

import org.jspecify.annotations.NullMarked;
