/** The forms that values of settings have. */
@NullMarked
package dev.parley.bootstrap.constraint;

import org.jspecify.annotations.NullMarked;
