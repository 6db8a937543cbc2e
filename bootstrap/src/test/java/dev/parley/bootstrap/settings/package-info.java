/** How a wrong configuration is refused. */
@NullMarked
package dev.parley.bootstrap.settings;

import org.jspecify.annotations.NullMarked;
