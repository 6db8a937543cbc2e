/** Use cases of API keys and client sessions. */
@NullMarked
package dev.parley.application.access;

import org.jspecify.annotations.NullMarked;
