/** A doctor, who may print. */
@NullMarked
package dev.parley.architecture.bad.bootstrap.diagnosis;

import org.jspecify.annotations.NullMarked;
