/** The behaviour of the use cases, without Spring and without a database. */
@NullMarked
package dev.parley.application.run;

import org.jspecify.annotations.NullMarked;
