/** The REST API of usage. */
@NullMarked
package dev.parley.web.usage;

import org.jspecify.annotations.NullMarked;
