/** The behaviour of the use cases, without Spring and without a database. */
@NullMarked
package dev.parley.application.conversation;

import org.jspecify.annotations.NullMarked;
