/** What runs cost. */
@NullMarked
package dev.parley.application.usage;

import org.jspecify.annotations.NullMarked;
